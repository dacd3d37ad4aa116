import Diagnostics
import MarkdownTree
import PageFacts
import Testing

@testable import ConnectorModel

/// What became of tables and their rows.
@Suite("Coverage of tables") struct CoverageTests {
  private static let path = "sources/tutorials/api/create/databases/example.md"

  private static func result(_ text: String) -> ModelBuilder.Result {
    ModelBuilder.build([Pages.page(path, text)])
  }

  /// `thing name: outcome`, with a minus before what is not used.
  private static func lines(_ text: String) -> [String] {
    (result(text).coverage[path] ?? []).map { entry in
      "\(entry.isUsed ? "" : "-")\(entry.thing.rawValue) \(entry.name): \(entry.outcome)"
    }
  }

  private static func page(
    credentials: String = "| `host` | The host. |", tables: String = "", properties: String = "",
    parameters: String = #""host": "{HOST}""#
  ) -> String {
    """
    # Create an [!DNL Example] base connection using the [!DNL Flow Service] API

    ## Gather required credentials

    | Credential | Description |
    | --- | --- |
    \(credentials)

    \(tables)

    ## Create a base connection

    ```shell
    curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
      -H 'x-api-key: {API_KEY}' \\
      -d '{
        "name": "Example",
        "auth": {
          "specName": "Basic Authentication",
          "params": { \(parameters) }
        },
        "connectionSpec": { "id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "version": "1.0" }
      }'
    ```

    \(properties)
    """
  }

  @Test("a table whose rows all became something") func used() {
    #expect(
      Self.lines(Self.page(credentials: "| `host` | The host. |\n| `port` | The port. |")) == [
        "table : credentials, 2 of 2 rows used", "row host: credential `host`",
        "row port: credential `port`",
      ])
  }

  @Test("a single row that names nothing") func oddRow() throws {
    let properties = """
      | Property | Description |
      | --- | --- |
      | `auth.params.host` | Where it is. |
      | See the guide | More about it. |
      """
    let page = Self.page(properties: properties)
    #expect(
      Self.lines(page).suffix(3) == [
        "table : requestProperties, 1 of 2 rows used", "row auth.params.host: credential `host`",
        "-row See the guide: the body of the request has no such field",
      ])
    let table = try #require(Self.result(page).model.tables?.last)
    #expect(table.rows.map(\.cells) == [["See the guide", "More about it."]])
    #expect(table.rows.map(\.isDescribed) == [false])
    #expect(table.otherRows == ["auth.params.host"])
  }

  @Test("a table of which nothing is made") func unused() {
    let tables = """
      ## Time zones

      | Name | Meaning |
      | --- | --- |
      | UTC | The usual one. |
      | CET | Another one. |
      """
    let reason = "the table is of another kind: it names no fields, parameters or headers"
    #expect(
      Self.lines(Self.page(tables: tables)).suffix(3) == [
        "-table : other, 0 of 2 rows used", "-row UTC: \(reason)", "-row CET: \(reason)",
      ])
    #expect(Self.lines("# A\n\n| X | Y |\n| --- | --- |\n") == ["-table : other, no rows"])
  }

  @Test("the row of the connection specification gives an ID and keeps its words")
  func specification() throws {
    let id = "b7bf2577-4520-42c9-bae9-cad01560f7bc"
    func page(_ id: String) -> String {
      Self.page(
        credentials: "| `host` | The host. |\n| `connectionSpec.id` | The ID is: `\(id)`. |")
    }
    #expect(
      Self.lines(page(id)).last
        == "row connectionSpec.id: the source's connection specification")
    let table = try #require(Self.result(page(id)).model.tables?.first)
    #expect(table.rows.map(\.cells) == [["connectionSpec.id", "The ID is: \(id)."]])
    #expect(table.otherRows == ["host"])
    #expect(
      Self.lines(page("")).last == "-row connectionSpec.id: it gives no ID of the page's source")
  }

  @Test("of two rows of one field the one that is not taken is kept") func otherWords() throws {
    let properties = """
      | Property | Description |
      | --- | --- |
      | `auth.params.host` | Name or address of the host that is connected. |
      """
    let page = Self.page(properties: properties)
    #expect(Self.lines(page).allSatisfy { !$0.hasPrefix("-") })
    let tables = try #require(Self.result(page).model.tables)
    #expect(tables.map { $0.rows.map(\.cells) } == [[["host", "The host."]], []])
    #expect(tables[0].rows[0].isDescribed)
    #expect(tables[1].otherRows == ["auth.params.host"])
  }

  @Test("links of kept rows are kept") func links() throws {
    let tables = """
      ## More

      | Name | Where |
      | --- | --- |
      | [One](one.md) and *[two](two.md)* | See ![a picture](picture.png). |
      """
    let table = try #require(Self.result(Self.page(tables: tables)).model.tables?.last)
    #expect(table.rows.map(\.links) == [["one.md", "two.md", "picture.png"]])
  }

  @Test("an error code that stands twice") func errorCodes() throws {
    let page = """
      # Errors

      | Error code | Message | Mend |
      | --- | --- | --- |
      | 1001-404 | Not there. | Look again. |
      | 1001-404 | Gone. | Ask. |
      """
    #expect(
      Self.lines(page) == [
        "table : errorCodes, 1 of 2 rows used", "row 1001-404: error code",
        "-row 1001-404: another row before it documents the code",
      ])
    let table = try #require(Self.result(page).model.tables?.first)
    #expect(table.rows.map(\.cells) == [["1001-404", "Gone.", "Ask."]])
    #expect(table.otherRows == ["1001-404"])
  }

  // MARK: - Parameters

  private static func operation(_ format: String, _ url: String, _ table: String) -> String {
    """
    # Explore

    ## Look at it

    **API format**

    ```http
    GET \(format)
    ```

    \(table)

    **Request**

    ```shell
    curl 'https://platform.adobe.io/data/foundation/flowservice\(url)' -H 'If-Match: "1"'
    ```
    """
  }

  private static func table(_ name: String, _ rows: String...) -> String {
    "| \(name) | Description |\n| --- | --- |\n" + rows.joined(separator: "\n")
  }

  @Test("a row that names a value of a query parameter explains the parameter") func values() {
    let page = Self.operation(
      "/zone?type=user_zone", "/zone?type=user_zone",
      Self.table("Headers", "| `user_zone` | Told apart. |", "| `other` | Nothing. |"))
    #expect(
      Self.lines(page) == [
        "table : headers, 1 of 2 rows used", "row user_zone: query parameter `type`",
        "-row other: no request sends such a header, parameter or value",
      ])
    let parameter = Self.result(page).model.operations[0].queryParameters[0]
    #expect(parameter.documentation == "`user_zone`: Told apart.")
  }

  @Test("a value of two parameters explains neither") func ambiguousValues() {
    let page = Self.operation(
      "/zone?type=zone&kind=zone", "/zone?type=zone&kind=zone",
      Self.table("Headers", "| `zone` | Told apart. |"))
    #expect(Self.lines(page).last?.hasPrefix("-row zone") == true)
  }

  @Test("a placeholder within a value explains the parameter") func partialPlaceholders() {
    let page = Self.operation(
      "/runs?property=flowId=={FLOW_ID}", "/runs?property=flowId==1234",
      Self.table("Parameter", "| `{FLOW_ID}` | The flow. |", "| `{OTHER}` | Nothing. |"))
    #expect(
      Self.lines(page) == [
        "table : parameters, 1 of 2 rows used", "row {FLOW_ID}: query parameter `property`",
        "-row {OTHER}: no API format has the placeholder",
      ])
    let parameter = Self.result(page).model.operations[0].queryParameters[0]
    #expect(parameter.documentation == "`flowId=={FLOW_ID}`: The flow.")
    #expect(parameter.aliases.isEmpty)
  }

  @Test("a placeholder for several parameters explains none") func allParameters() {
    let page = Self.operation(
      "/runs?limit=1&{QUERY_PARAMS}", "/runs?limit=1",
      Self.table("Parameter", "| `{QUERY_PARAMS}` | The rest. |"))
    #expect(
      Self.lines(page).last
        == "-row {QUERY_PARAMS}: the placeholder stands for parameters that have names of their own"
    )
  }

  @Test("headers that every request has are no parameters") func headers() {
    let page = Self.operation(
      "/runs", "/runs",
      Self.table("Header", "| `If-Match` | The etag. |", "| `x-api-key` | Your key. |"))
    #expect(
      Self.lines(page) == [
        "table : headers, 1 of 2 rows used", "row If-Match: header `If-Match`",
        "-row x-api-key: every request has this header, so that it is no parameter of one",
      ])
  }

  @Test("a table in a section of its own explains all requests") func ownSection() {
    let page = Self.operation(
      "/runs?limit={LIMIT}", "/runs?limit=1", Self.table("Parameter", "| `{LIMIT}` | The end. |"))
    let shared = "\n\n## Parameters\n\n" + Self.table("Parameter", "| `limit` | How many. |")
    #expect(Self.lines(page + shared).last == "row limit: query parameter `limit`")
    // Another section behind it has a request of its own, which the table does not belong to.
    let next = """


      ## List all

      ```shell
      curl 'https://platform.adobe.io/data/foundation/flowservice/flows?start=1'
      ```
      """
    #expect(Self.lines(page + shared + next).last == "row limit: query parameter `limit`")
  }

  @Test("a row of a response that names a placeholder explains the field that shows it")
  func responses() {
    let page =
      Self.operation("/runs", "/runs", "") + """


        **Response**

        ```json
        { "inletId": "{BASE_CONNECTION_ID}", "name": "A" }
        ```

        | Property | Description |
        | --- | --- |
        | `{BASE_CONNECTION_ID}` | The connection. |
        | `{OTHER}` | Nothing. |
        """
    #expect(
      Self.lines(page) == [
        "table : responseProperties, 1 of 2 rows used",
        "row {BASE_CONNECTION_ID}: `inletId` of a response",
        "-row {OTHER}: the response has no such field",
      ])
  }

  // MARK: - All pages

  /// The rows of a page's tables as the tree has them, by where they start.
  private static func rows(of blocks: [Block], in source: SourceFile) -> [Int] {
    blocks.flatMap { block -> [Int] in
      switch block.kind {
      case .table(let table):
        // A line without bars right below a table is prose to a reader, and so to this project.
        table.rows.filter { source.bytes[$0.range].contains(UInt8(ascii: "|")) }
          .map(\.range.lowerBound)
      case .list(let list): list.items.flatMap { rows(of: $0.blocks, in: source) }
      case .blockQuote(let blocks): rows(of: blocks, in: source)
      case .callout(let callout): rows(of: callout.blocks, in: source)
      case .tabs(let group): group.tabs.flatMap { rows(of: $0.blocks, in: source) }
      case .fold(let fold): rows(of: fold.blocks, in: source)
      default: []
      }
    }
  }

  @Test("has every row of every page, with what it became or why it did not") func allRows() {
    var count = 0
    for page in Pages.all {
      let coverage = Pages.model.coverage[page.facts.page] ?? []
      let covered = coverage.filter { $0.thing == .row }
      let rows = Self.rows(of: MarkdownReader.read(page.source).blocks, in: page.source)
      count += rows.count
      #expect(covered.map(\.range.lowerBound) == rows, "\(page.facts.page)")
      #expect(coverage.allSatisfy { !$0.outcome.isEmpty }, "\(page.facts.page)")
    }
    #expect(count > 850)
  }

  @Test("every row is in the model, those that became nothing with all their words")
  func kept() throws {
    let tables = Dictionary(
      grouping: try #require(Pages.model.model.tables), by: \.provenance.page)
    for page in Pages.all {
      let kept = tables[page.facts.page] ?? []
      #expect(kept.count == page.facts.tables.count, "\(page.facts.page)")
      for (table, fact) in zip(kept, page.facts.tables) {
        #expect(
          table.names.sorted() == fact.rows.map { $0.cells.first ?? "" }.sorted(),
          "\(table.provenance)")
      }
      let lines = Set(kept.flatMap(\.rows).map(\.line))
      for entry in Pages.model.coverage[page.facts.page] ?? []
      where entry.thing == .row && !entry.isUsed {
        let line = page.source.location(of: entry.range.lowerBound).line
        #expect(lines.contains(line), "\(page.facts.page):\(line)")
      }
    }
  }

  @Test("the rows of all pages that became nothing, by reason") func unusedRows() {
    var reasons: [String: Int] = [:]
    for entry in Pages.model.coverage.values.joined() where entry.thing == .row && !entry.isUsed {
      reasons[entry.outcome, default: 0] += 1
    }
    #expect(
      reasons == [
        "it is about all parameters of the authentication together": 3,
        "no API format has the placeholder": 1,
        "it lists the ID of another source, of which that source's own page decides": 26,
        "the authentication that the request sends has no such field": 1,
        "the client sends the authentication's name by itself": 6,
        "the placeholder stands for parameters that have names of their own": 2,
        "the table is of another kind: it names no fields, parameters or headers": 23,
      ])
  }
}
