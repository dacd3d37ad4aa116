import JSONReader
import PageFacts
import Testing

/// JSON that no command sends: payloads under a label, and values of fields that stand by themselves.
@Suite struct PayloadTests {
  private static let body = """
    { "name": "A", "first": { "type": "x", "value": 1 }, "second": { "type": "y", "value": 2 },
      "only": { "mode": "m", "list": [ { "p": 1, "q": "r" }, { "p": 2 } ] },
      "auth": { "specName": "Basic", "params": { "host": "h", "password": "p" } } }
    """

  private static let command = request("POST", "/flowservice/sourceConnections", body: body)

  private func fence(_ json: String) -> String { "```json\n\(json)\n```" }

  /// What a page with a command and some JSON in a section of its own says.
  private func read(_ json: String, isFirst: Bool = false) -> PageFacts {
    let parts = ["## Variants", fence(json)]
    let command = ["## Create a source connection", Self.command]
    return facts((isFirst ? parts + command : command + parts).joined(separator: "\n\n"))
  }

  @Test(arguments: [
    (#"{ "mode": "n", "list": [] }"#, ["only"]),
    (#"{ "list": null, "mode": "n" }"#, ["only"]),
    (#"{ "p": 3.5, "q": "z" }"#, ["only", "list", "[]"]),
    (
      #"{ "name": "B", "first": {}, "second": {}, "only": {}, "auth": {} }"#, []
    ),
  ])
  func aValueBelongsToTheOneObjectWithItsMembers(_ json: String, _ path: [String]) throws {
    for isFirst in [false, true] {
      let read = read(json, isFirst: isFirst)
      let value = try #require(read.fieldValues.first)
      #expect(value.path == path)
      #expect(value.request == 0)
      #expect(value.section.heading == "Variants")
      #expect(read.coverage.allSatisfy { $0.isUsed })
    }
  }

  @Test(arguments: [
    (#"{ "type": "z", "value": 3 }"#, "several objects"),
    (#"{ "mode": "m", "list": [], "unknown": 1 }"#, "no object"),
    (#"{ "mode": "m" }"#, "no object"),
    (#"{ "mode": 5, "list": [] }"#, "no object"),
    (#"{ "p": 3 }"#, "no object"),
    (#"[ { "p": 3, "q": "z" } ]"#, "no object"),
    (#"{ "host": "x", "password": "y" }"#, "`auth`"),
    (#"{ "specName": "x", "params": {} }"#, "`auth`"),
  ])
  func whatFitsNoneOrSeveralIsListed(_ json: String, _ reason: String) throws {
    let read = read(json)
    #expect(read.fieldValues.isEmpty)
    #expect(read.payloads.isEmpty)
    let unused = read.coverage.filter { !$0.isUsed }
    #expect(unused.count == 1)
    let outcome = try #require(unused.first).outcome
    #expect(outcome.contains(reason))
  }

  /// The same object in two commands of one operation is one place, in two operations it is two.
  @Test(arguments: [("sourceConnections", 1), ("targetConnections", 0)])
  func commandsOfOneOperationAreOne(_ resource: String, _ count: Int) {
    let other = request("POST", "/flowservice/" + resource, body: Self.body)
    let json = fence(#"{ "mode": "n", "list": [] }"#)
    let page = ["## One", Self.command, "## Two", other, "## Variants", json]
    #expect(facts(page.joined(separator: "\n\n")).fieldValues.count == count)
  }

  /// A label says that it is sent as it stands.
  @Test func aLabelMakesAPayload() throws {
    let page = [
      "## Create a source connection", Self.command, "## Variants", "**Request**",
      fence(#"{ "mode": "n", "list": [] }"#), table("Property", ["| `mode` | The mode. |"]),
      "**Response**", fence(#"{ "id": "1" }"#),
    ]
    let read = facts(page.joined(separator: "\n\n"))
    #expect(read.fieldValues.isEmpty)
    #expect(read.payloads.map(\.section.heading) == ["Variants"])
    #expect(read.responses.map(\.payload) == [0])
    #expect(read.responses.map(\.request) == [nil])
    let rows = try #require(read.tables.first)
    #expect(rows.role == .requestProperties)
    #expect(rows.payload == 0)
    #expect(rows.request == nil)
  }

  /// Answers belong to the payload of their own tab, wherever they stand.
  @Test func answersBelongToTheirTabs() {
    let tabs = ["One", "Two"].map { ">[!TAB \($0)]\n\n**Request**\n\n\(fence(#"{ "a": 1 }"#))" }
    let answers = ["One", "Two"].map {
      ">[!TAB \($0)]\n\n**Response**\n\n\(fence(#"{ "b": 1 }"#))"
    }
    let page =
      ["## Records"] + [tabs, answers].flatMap { [">[!BEGINTABS]"] + $0 + [">[!ENDTABS]"] }
    let read = facts(page.joined(separator: "\n\n"))
    #expect(read.payloads.map(\.section.tab) == ["One", "Two"])
    #expect(read.responses.map(\.payload) == [0, 1])
  }

  @Test func whatIsMendedIsAPayloadAndWhatIsNoJSONIsListed() {
    let page = [
      "## Records", "**Request**", fence("{ \"a\": 1\n \"b\": NaN }"), "**Request**",
      fence("nothing"),
    ]
    let read = facts(page.joined(separator: "\n\n"))
    #expect(read.payloads.map(\.isUncertain) == [true])
    #expect(read.coverage.map(\.isUsed) == [true, false])
  }
}
