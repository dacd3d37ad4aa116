import FlowServiceDouble
import FlowServiceRuntime
import FlowServiceSources
import HTTPTypes
import Testing

/// What the tutorials tell, from the first connection to the last deletion, over TCP.
@Suite("The whole story", .timeLimit(.minutes(10)))
struct StoryTests {
  @Test(
    "from base connection to finished run, update, conflict and deletion",
    arguments: TransportKind.allCases)
  func wholeStory(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, _ in
      let client = kind.client(baseURL, tokens: kind.tokens(baseURL))
      let story = Story(client: client)
      let parts = try await story.createFlow()

      // What the source has.
      let files = try await client.send(
        Connections.explore(connectionID: parts.connectionID, objectType: "root"))
      guard case .array(let entries) = files else {
        Issue.record("a listing is an array, not \(files)")
        return
      }
      #expect(entries.contains { $0.name == "accounts.csv" && $0.canPreview == true })
      let preview = try await client.send(
        Connections.explore(
          connectionID: parts.connectionID, objectType: "file", object: "/accounts.csv",
          fileType: "delimited", preview: true))
      guard case .object(let table) = preview else {
        Issue.record("a preview is an object, not \(preview)")
        return
      }
      #expect(table.data?.count == 2)

      // The run, to its end.
      let run = try await story.finishedRun(of: parts.flowID)
      try run.requireSuccess()
      #expect(run.inputRecordCount == 100)
      #expect(run.failedRecordCount == 0)
      let runs = try await client.send(Runs.list(property: "flowId==\(parts.flowID)"))
      #expect(runs.items.map(\.flowID) == [parts.flowID])
      #expect(runs.items.first?.metrics?.statusSummary?.status == "success")

      // An update, and one that comes too late.
      let flow = try #require(
        try await client.send(Flows.retrieve(flowID: parts.flowID)).items?.first)
      #expect(flow.name == "Accounts, daily")
      #expect(flow.etag.value.hasPrefix("\"") && flow.etag.value.hasSuffix("\""))
      #expect(
        flow.inheritedAttributes?.sourceConnections?.first?.baseConnection?.id
          == parts.connectionID)
      let patch: JSONPatch = [.replace("/name", with: "Accounts, hourly"), .remove("/description")]
      let updated = try await client.update(Flows.retrieve(flowID: parts.flowID), with: patch)
      #expect(updated.etag != flow.etag)
      let late = await #expect(throws: FlowServiceError.self) {
        try await client.send(
          Flows.update(flowID: parts.flowID, ifMatch: flow.etag, []).sending(patch))
      }
      #expect(late?.kind == .preconditionFailed)
      #expect(late?.code?.rawValue == "1404-412")
      #expect(late?.requestID?.isEmpty == false)
      let renamed = try await client.raw(Flows.retrieve(flowID: parts.flowID))
      #expect(String(decoding: renamed.body, as: UTF8.self).contains("Accounts, hourly"))

      try await delete(parts, with: client)
    }
  }

  /// What is in use stays; then all goes, from the flow down.
  private func delete(_ parts: FlowParts, with client: FlowServiceClient) async throws {
    let used = await #expect(throws: FlowServiceError.self) {
      try await client.send(Connections.delete(connectionID: parts.connectionID))
    }
    #expect(used?.code?.rawValue == "1418-400")
    try await client.send(Flows.delete(flowID: parts.flowID))
    try await client.send(Connections.delete(connectionID: parts.connectionID))
    let gone = await #expect(throws: FlowServiceError.self) {
      try await client.send(Connections.retrieve(connectionID: parts.connectionID))
    }
    #expect(gone?.status?.code == 404)
    #expect(gone?.code?.rawValue == "1101-404")
  }

  @Test("drafts are published once they are whole", arguments: TransportKind.allCases)
  func drafts(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, _ in
      let client = kind.client(baseURL)
      let draft = try await client.send(
        Connections.create(
          name: "Draft", connectionSpec: SFTP.connectionSpecification, mode: "draft"))
      let shown = try await client.raw(Connections.retrieve(connectionID: draft.id))
      #expect(String(decoding: shown.body, as: UTF8.self).contains("\"state\":\"draft\""))
      let published = try await client.send(
        Connections.performAction(connectionID: draft.id, op: "publish"))
      #expect(published.etag != draft.etag)
      let again = await #expect(throws: FlowServiceError.self) {
        try await client.send(
          Connections.performAction(connectionID: draft.id, op: "publish"))
      }
      #expect(again?.code?.rawValue == "1422-400")
    }
  }

  @Test("a run that fails, or leaves records out, says so", arguments: TransportKind.allCases)
  func unluckyRuns(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL))
      await control.setRunOutcome(.failed)
      let failed = try await story.finishedRun(of: try await story.createFlow().flowID)
      #expect(failed.status == .failed)
      #expect(throws: FlowRunFailed.self) { try failed.requireSuccess() }
      await control.setRunOutcome(.partial)
      let partial = try await story.finishedRun(of: try await story.createFlow().flowID)
      #expect(partial.status == .success)
      #expect(partial.failedRecordCount == 1)
      #expect(partial.failures.first?.code?.rawValue == "CONNECTOR-2001-500")
    }
  }

  @Test(
    "lists follow their links, whose tokens contain equals signs", arguments: TransportKind.allCases
  )
  func paging(_ kind: TransportKind) async throws {
    var settings = DoubleSettings.quick
    settings.pageSize = 3
    try await withDouble(settings) { baseURL, control in
      let client = kind.client(baseURL)
      let story = Story(client: client)
      for number in 1...10 { _ = try await story.createConnection(named: "Files \(number)") }
      let list = FlowServiceRequest<ConnectionList>(
        method: .get, path: "/data/foundation/flowservice/connections")
      var names: [String] = []
      for try await item in client.items(of: list) { names.append(item.name) }
      #expect(names == (1...10).map { "Files \($0)" })
      var sizes: [Int] = []
      var filtered = list
      filtered.query = [.init("limit", "2"), .init("property", "name!=\"Files 3\"")]
      for try await page in client.pages(of: filtered) { sizes.append(page.items.count) }
      #expect(sizes == [2, 2, 2, 2, 1])
      let requests = await control.requests().filter { $0.method == "GET" }
      #expect(requests.count == 4 + 5)
    }
  }

  @Test("sandboxes see nothing of each other", arguments: TransportKind.allCases)
  func sandboxes(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, _ in
      let created = try await Story(client: kind.client(baseURL)).createConnection()
      let error = await #expect(throws: FlowServiceError.self) {
        try await kind.client(baseURL, sandbox: "dev").send(
          Connections.retrieve(connectionID: created.id))
      }
      #expect(error?.code?.rawValue == "1101-404")
      let unknown = await #expect(throws: FlowServiceError.self) {
        try await kind.client(baseURL, sandbox: "trial").send(
          Connections.retrieve(connectionID: created.id))
      }
      #expect(unknown?.code?.rawValue == "2100-404")
    }
  }
}

/// The types of responses are made of what the pages show: one example as a rule, with all that an
/// answer may have. They read shorter ones too.
@Suite("Answers with less than the pages' examples")
struct ShortAnswerTests {
  @Test("a flow that runs once has no interval") func flowOfOneRun() async throws {
    try await withDouble { baseURL, _ in
      let story = Story(client: TransportKind.urlSession.client(baseURL))
      let schedule = Flows.CreateBody.ScheduleParams(startTime: "1700000000", frequency: .once)
      let flowID = try await story.createFlow(schedule: schedule).flowID
      let flow = try #require(
        try await story.client.send(Flows.retrieve(flowID: flowID)).items?.first)
      #expect(flow.id == flowID)
      #expect(flow.scheduleParams?.frequency == "once")
      #expect(flow.scheduleParams?.interval == nil)
    }
  }

  @Test("a run that goes on has not ended") func unfinishedRun() async throws {
    var settings = DoubleSettings()
    settings.looksPerRunStep = 1_000
    settings.runStep = .seconds(3_600)
    try await withDouble(settings) { baseURL, _ in
      let story = Story(client: TransportKind.urlSession.client(baseURL))
      let flowID = try await story.createFlow().flowID
      let runs = try await story.client.send(Runs.list(property: "flowId==\(flowID)"))
      let run = try #require(runs.items.first)
      #expect(run.metrics?.statusSummary?.status == "pending")
      #expect(run.metrics?.durationSummary?.completedAtUTC == nil)
    }
  }

  @Test("a base connection needs no description and no credentials") func bareConnection()
    async throws
  {
    try await withDouble { baseURL, _ in
      let client = TransportKind.urlSession.client(baseURL)
      let created = try await client.send(
        Connections.create(name: "Bare", connectionSpec: SFTP.connectionSpecification))
      let shown = try await client.send(Connections.retrieve(connectionID: created.id))
      let connection = try #require(shown.items.first)
      #expect(connection.name == "Bare")
      #expect(connection.etag == created.etag)
      #expect(connection.description == nil)
      #expect(connection.authentication == nil)
    }
  }
}

/// A list of base connections, for which no page shows a request.
struct ConnectionList: Decodable, FlowServiceList {
  struct Item: Decodable, Sendable {
    var id: String
    var name: String
  }

  var items: [Item]
}
