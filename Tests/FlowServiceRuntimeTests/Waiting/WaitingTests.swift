import ClientTestSupport
import FlowServiceRuntime
import HTTPTypes
import Testing

@Suite(.timeLimit(.minutes(10))) struct WaitingTests {
  private let clock = ManualClock(sleepsEndAtOnceUpTo: .seconds(59))
  /// What the type of the response says does not matter.
  private let runs = FlowServiceRequest<[Int]>(method: .get, path: "/runs")

  private func client(_ answers: [ScriptedTransport.Answer]) -> FlowServiceClient {
    var client = testClient(transport: ScriptedTransport(answers))
    client.clock = clock
    client.retry = .none
    return client
  }

  private func run(_ status: String, id: String = "r", createdAt: Int = 1) -> String {
    #"{"id":"\#(id)","createdAt":\#(createdAt),"metrics":{"statusSummary":{"status":"\#(status)"}}}"#
  }

  private func list(_ runs: String...) -> ScriptedTransport.Answer {
    .response(200, [:], #"{"items":[\#(runs.joined(separator: ","))]}"#)
  }

  @Test func waitsUntilARunHasEnded() async throws {
    let looks = Counter()
    let client = client([
      list(), list(run("pending")), list(run("inProgress")), list(run("somethingNew")),
      list(run("success")),
    ])
    let run = try await client.waitForRun(runs) { _ in _ = looks.next() }
    #expect(looks.next() == 6)
    #expect(run.status == .success)
    #expect(run.runID == "r")
    try run.requireSuccess()
    // Less and less often.
    #expect(clock.sleeps == [.seconds(2), .seconds(3), .seconds(4.5), .seconds(6.75)])
  }

  @Test func showsEachLook() async throws {
    let client = client([list(), list(run("inProgress")), list(run("Failed"))])
    let looks = client.runObservations(of: runs)
    let statuses = try await looks.reduce(into: []) { $0.append($1.status?.rawValue) }
    #expect(statuses == [nil, "inProgress", "Failed"])
  }

  @Test func looksAtTheRunItIsToldOf() async throws {
    let both = list(
      run("success", id: "a", createdAt: 1), run("inProgress", id: "b", createdAt: 2))
    #expect(try await client([both]).waitForRun(runs, runID: "a").runID == "a")
    let later = list(run("success", id: "a", createdAt: 1), run("failed", id: "b", createdAt: 2))
    #expect(try await client([both, later]).waitForRun(runs).runID == "b")
  }

  @Test func takesARunThatStandsForItself() async throws {
    let client = client([.response(200, [:], run("success", id: "a"))])
    #expect(try await client.waitForRun(runs).runID == "a")
  }

  private func page(_ runs: String..., next: String) -> ScriptedTransport.Answer {
    .response(
      200, [:],
      #"{"items":[\#(runs.joined(separator: ","))],"_links":{"next":{"href":"\#(next)"}}}"#)
  }

  /// No page says which come first.
  @Test func looksAtAllPages() async throws {
    let first = page(run("failed", id: "a", createdAt: 5), next: "/runs?continuationToken=1=")
    let second = page(next: "/runs?continuationToken=2=")
    let last = list(run("success", id: "b", createdAt: 9))
    #expect(try await client([first, second, last]).waitForRun(runs).runID == "b")
    #expect(try await client([first, second, last]).waitForRun(runs, runID: "b").runID == "b")
    // No further than need be; the last answer would be none.
    let failing = ScriptedTransport.Answer.response(400)
    #expect(try await client([first, failing]).waitForRun(runs, runID: "a").runID == "a")
    // Each look begins with the first page.
    let going = list(run("inProgress", id: "b", createdAt: 9))
    let all = [first, second, going, first, second, last]
    #expect(try await client(all).waitForRun(runs).status == .success)
  }

  @Test func doesNotLookAtPagesForEver() async throws {
    let count = Counter()
    let transport = ScriptedTransport { [self] _ in
      let number = count.next()
      return page(run("success", id: "\(number)"), next: "/runs?continuationToken=\(number)")
    }
    var client = testClient(transport: transport)
    client.clock = clock
    let sender = client
    let policy = PollingPolicy(maximumPages: 3)
    let error = await #expect(throws: FlowServiceError.self) {
      try await sender.waitForRun(runs, policy: policy)
    }
    guard case .badNextPage(let reason) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("after 3 pages") && reason.contains("PropertyFilter"))
    #expect(transport.sent.count == 4)
    #expect(try await sender.waitForRun(runs, runID: "6", policy: policy).runID == "6")
  }

  @Test func tellsWhatWentWrong() async throws {
    let body = """
      {"items":[{"id":"r","metrics":{"statusSummary":{"status":"failed","errors":[
      {"code":"CONNECTOR-2001-500","message":"No\\nlogin"}]},
      "recordSummary":{"inputRecordCount":9,"outputRecordCount":5,"failedRecordCount":4}}}]}
      """
    let run = try await client([.response(200, [:], body)]).waitForRun(runs)
    #expect(run.failures.map(\.code) == ["CONNECTOR-2001-500"])
    #expect(run.failedRecordCount == 4)
    #expect(run.inputRecordCount == 9)
    let error = #expect(throws: FlowRunFailed.self) { try run.requireSuccess() }
    #expect(
      error?.description
        == "The run r ended as 'failed'. 4 records failed.\nCONNECTOR-2001-500: No login")
  }

  @Test func doesNotWaitForEver() async throws {
    let client = client([list(run("inProgress"))])
    let error = await #expect(throws: FlowServiceError.self) {
      try await client.waitForRun(runs, policy: PollingPolicy(timeout: .seconds(100)))
    }
    #expect(error?.kind == .stillUnfinished(after: .seconds(100), status: "inProgress"))
    #expect(clock.sleeps.reduce(.zero, +) == .seconds(100))
  }

  @Test func bearsSomeFailures() async throws {
    let client = client([
      list(run("inProgress")), .response(503), .failure(.connectionLost("x")),
      .response(429, ["Retry-After": "20"]), list(run("success")),
    ])
    #expect(try await client.waitForRun(runs).status == .success)
    #expect(clock.sleeps.last == .seconds(20))
  }

  @Test func doesNotBearAllFailures() async throws {
    let error = await #expect(throws: FlowServiceError.self) {
      try await client([list(), .response(503)]).waitForRun(runs)
    }
    #expect(error?.status?.code == 503)
    #expect(clock.sleeps.count == 4)
    let second = await #expect(throws: FlowServiceError.self) {
      try await client([.response(403)]).waitForRun(runs)
    }
    #expect(second?.status?.code == 403)
  }

  @Test func waitsForAnything() async throws {
    struct State: Codable, Sendable {
      var state: String
    }
    let request = FlowServiceRequest<State>(method: .get, path: "/flows/1")
    let client = client([
      .response(200, [:], #"{"state":"draft"}"#), .response(200, [:], #"{"state":"enabled"}"#),
    ])
    #expect(try await client.poll(request) { $0.state == "enabled" }.state == "enabled")
  }

  @Test func isCancelledWhileItWaits() async throws {
    let transport = ScriptedTransport([list()])
    var client = testClient(transport: transport)
    client.clock = ManualClock(sleepsEndAtOnceUpTo: .zero)
    let runs = runs
    let task = Task { [client] in try await client.waitForRun(runs) }
    while transport.sent.isEmpty { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
