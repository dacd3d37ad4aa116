import FlowServiceDouble
import FlowServiceRuntime
import FlowServiceSources
import HTTPTypes
import Testing

/// Flows with more runs than one page shows.
@Suite("Runs of many pages", .timeLimit(.minutes(10)))
struct RunTests {
  private static let policy = PollingPolicy(
    firstDelay: .milliseconds(10), maximumDelay: .milliseconds(50), timeout: .seconds(60))

  /// A flow with so many runs, in the order in which they were made: the last one fails.
  private static func runs(
    _ count: Int, _ client: FlowServiceClient, _ control: DoubleControl
  ) async throws -> (flowID: String, runIDs: [String]) {
    let story = Story(client: client)
    let flowID = try await story.createFlow().flowID
    try await story.finishedRun(of: flowID).requireSuccess()
    for number in 2...count {
      if number == count { await control.setRunOutcome(.failed) }
      let start = FlowServiceRequest<JSONValue>(
        method: .post, path: "/data/foundation/flowservice/runs",
        body: .json(["flowId": flowID]))
      _ = try await client.send(start)
    }
    let list = Runs.list(property: PropertyFilter("flowId", is: flowID).text)
    var ids: [String] = []
    let all = client.items(of: FlowServiceRequest<IDs>(list))
    for try await run in all { ids.append(run.id) }
    return (flowID, ids)
  }

  @Test("the last one and the one of an ID are found", arguments: TransportKind.allCases)
  func lastRun(_ kind: TransportKind) async throws {
    var settings = DoubleSettings.quick
    settings.pageSize = 2
    try await withDouble(settings) { baseURL, control in
      let client = kind.client(baseURL)
      let (flowID, ids) = try await Self.runs(7, client, control)
      #expect(ids.count == 7)
      let runs = Runs.list(property: PropertyFilter("flowId", is: flowID).text)
      let last = try await client.waitForRun(runs, policy: Self.policy)
      #expect(last.runID == ids[6])
      #expect(last.status == .failed)
      let fifth = try await client.waitForRun(runs, runID: ids[4], policy: Self.policy)
      #expect(fifth.runID == ids[4])
      #expect(fifth.status == .success)
    }
  }

  @Test("a list that is too long is refused with what to do", arguments: TransportKind.allCases)
  func tooManyPages(_ kind: TransportKind) async throws {
    var settings = DoubleSettings.quick
    settings.pageSize = 2
    try await withDouble(settings) { baseURL, control in
      let client = kind.client(baseURL)
      let (flowID, ids) = try await Self.runs(7, client, control)
      let runs = Runs.list(property: PropertyFilter("flowId", is: flowID).text)
      var policy = Self.policy
      policy.maximumPages = 3
      let error = try await refusal(says: ["after 3 pages", "PropertyFilter"]) { [policy] in
        try await client.waitForRun(runs, policy: policy)
      }
      guard case .badNextPage = error.kind else {
        Issue.record("\(error)")
        return
      }
      // As the error says.
      let one = try #require(PropertyFilter("id", isOneOf: [ids[5], ids[6]]))
      let run = try await client.waitForRun(runs.filtered(by: one), policy: policy)
      #expect(run.runID == ids[6])
    }
  }

  @Test("numbers are compared as the filter says", arguments: TransportKind.allCases)
  func filters(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let client = kind.client(baseURL)
      for number in 1...3 {
        await control.seed(.connections, id: "c\(number)", ["level": .integer(Int64(number))])
      }
      let list = FlowServiceRequest<IDs>(
        method: .get, path: "/data/foundation/flowservice/connections")
      for (comparison, expected) in [
        (PropertyFilter.Comparison.equal, ["c2"]), (.less, ["c1"]), (.lessOrEqual, ["c1", "c2"]),
        (.greater, ["c3"]), (.greaterOrEqual, ["c2", "c3"]),
      ] {
        let request = list.filtered(by: PropertyFilter("level", comparison, 2))
        var found: [String] = []
        for try await item in client.items(of: request) { found.append(item.id) }
        #expect(found.sorted() == expected, "\(comparison)")
      }
    }
  }
}

/// The IDs of a list, whatever else its items are: runs that go on are no whole ones.
private struct IDs: Decodable, FlowServiceList {
  struct Item: Decodable, Sendable {
    var id: String
  }

  var items: [Item]
}

extension FlowServiceRequest<IDs> {
  /// A list of whatever type, for its IDs.
  fileprivate init<List>(_ list: FlowServiceRequest<List>) {
    self.init(method: list.method, path: list.path, query: list.query)
  }
}
