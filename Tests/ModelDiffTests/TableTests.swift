import ConnectorModel
import Testing

@testable import ModelDiff

/// The words of tables of which the model makes nothing else.
@Suite("Words of tables") struct TableTests {
  private static func model(_ tables: [PageTable]?) -> ConnectorModel {
    var model = Sample.model
    model.tables = tables
    return model
  }

  private static func rules(_ old: [PageTable]?, _ new: [PageTable]?) -> [ChangeRule] {
    ModelComparison(model(old), model(new)).changes.map(\.rule)
  }

  private static let rows = [["==", "Is equal."], ["==", "Is the same."], ["!=", "Is not."]]

  @Test("rows in another order are no change, also where names stand twice") func order() {
    let table = Sample.table("Operators", Self.rows)
    #expect(Self.rules([table], [Sample.table("Operators", Self.rows.reversed())]).isEmpty)
  }

  @Test("tables in another order are no change, also under one heading") func tables() {
    let one = Sample.table("Operators", [Self.rows[0]])
    let other = Sample.table("Operators", [Self.rows[1]])
    #expect(Self.rules([one, other], [other, one]).isEmpty)
    #expect(Self.rules([one, other], [other]) == [.tableRemoved])
  }

  @Test("of rows with one name the one that changed is told") func sameNames() throws {
    var changed = Self.rows
    changed[1][1] = "Is alike."
    let old = Self.model([Sample.table("Operators", Self.rows)])
    let new = Self.model([Sample.table("Operators", changed.reversed())])
    let changes = ModelComparison(old, new).changes
    try #require(changes.map(\.rule) == [.tableRowChanged])
    #expect(changes[0].oldValue == "== | Is the same.")
    #expect(changes[0].newValue == "== | Is alike.")
    #expect(changes[0].old?.line == 73)
    #expect(changes[0].new?.line == 73)
  }

  // MARK: - Tables whose other rows are fields

  private static func credentials(
    _ change: (inout PageTable) -> Void, field: (inout Property) -> Void = { _ in }
  ) -> ConnectorModel {
    var model = Sample.model
    model.table("host", change)
    model.credential("host", field)
    return model
  }

  @Test("a row among fields is told by itself, with both places") func rowAmongFields() throws {
    let new = Self.credentials { table in
      table.rows.swapAt(0, 1)
      table.rows[0].cells[1] = "The ID, as ever."
      table.rows[0].line = 90
    }
    let changes = ModelComparison(Sample.model, new).changes
    try #require(changes.map(\.rule) == [.tableRowChanged])
    #expect(changes[0].classes == [.documentation])
    #expect(changes[0].oldValue == "connectionSpec.id | The ID.")
    #expect(changes[0].newValue == "connectionSpec.id | The ID, as ever.")
    #expect(changes[0].old.map { [$0.page, "\($0.line)"] } == [Sample.page, "25"])
    #expect(changes[0].new.map { [$0.page, "\($0.line)"] } == [Sample.page, "90"])
  }

  @Test("a row whose words are those of a field now is not gone") func held() {
    let new = Self.credentials { table in
      table.otherRows.append(table.rows.removeFirst().cells[0])
    }
    #expect(ModelComparison(Sample.model, new).changes.isEmpty)
    #expect(ModelComparison(new, Sample.model).changes.isEmpty)
  }

  @Test("a second row of a name that is a field's, too, comes and goes") func secondRow() {
    let old = Self.credentials { $0.otherRows.append("host") }
    let new = Self.credentials { table in
      table.otherRows.append("host")
      table.rows.append(PageTable.Row(cells: ["host", "In other words."], line: 91))
    }
    #expect(ModelComparison(old, new).changes.map(\.rule) == [.tableRowAdded])
    #expect(ModelComparison(new, old).changes.map(\.rule) == [.tableRowRemoved])
  }

  @Test("a table whose rows all are fields comes and goes with them") func heldTable() {
    var table = Sample.credentials
    table.rows = []
    #expect(Self.rules([table], []) == [])
    #expect(Self.rules([], [table]) == [])
    #expect(Self.rules([Sample.credentials], []) == [.tableRemoved])
  }

  @Test("words that a field has, too, are told once") func told() throws {
    let new = Self.credentials(
      { $0.rows[0].cells[1] = "Where `it` is." }, field: { $0.documentation = "Where `it` is." })
    var old = Sample.model
    old.credential("host") { $0.documentation = "The host." }
    // A cell has no marks of code.
    var plain = new
    plain.table("host") { $0.rows[0].cells[1] = "Where it is." }
    #expect(ModelComparison(old, plain).changes.map(\.rule) == [.documentationChanged])
    // Other words are another change.
    plain.table("host") { $0.rows[0].cells[1] = "Where it was." }
    #expect(
      Set(ModelComparison(old, plain).changes.map(\.rule)) == [
        .documentationChanged, .tableRowChanged,
      ])
  }

  @Test("the row of a field that goes is not told beside it") func removedField() {
    let new = Self.credentials { $0.rows.removeFirst() }
    #expect(ModelComparison(Sample.model, new).changes.map(\.rule) == [.tableRowRemoved])
    var without = new
    without.source { $0.authentications[0].fields.removeFirst() }
    #expect(ModelComparison(Sample.model, without).changes.map(\.rule) == [.fieldRemoved])
  }

  @Test("another heading is told by what stands under it, another header is not") func heading() {
    let renamed = Self.credentials { $0.heading = "What you need" }
    #expect(ModelComparison(Sample.model, renamed).changes.isEmpty)
    let new = Self.credentials { $0.header[0] = "Property" }
    #expect(ModelComparison(Sample.model, new).changes.map(\.rule) == [.documentationChanged])
  }

  @Test("of two tables under one heading each is compared with itself") func sameHeading() {
    let one = Sample.table("Send it", [["id", "The ID."], ["name", "The name."]])
    let other = Sample.table("Send it", [["etag", "The etag."], ["id", "The ID of it."]])
    var changed = other
    changed.rows[0].cells[1] = "The tag."
    #expect(Self.rules([one, other], [changed, one]) == [.tableRowChanged])
  }

  @Test("a link that leads elsewhere is told") func links() throws {
    var old = Sample.table("Guides", [["SFTP", "A guide."]])
    old.rows[0].links = ["sftp.md"]
    var new = old
    new.rows[0].links = ["ftp.md"]
    let changes = ModelComparison(Self.model([old]), Self.model([new])).changes
    try #require(changes.map(\.rule) == [.tableRowChanged])
    #expect(changes[0].message == "the table under \"Guides\" leads elsewhere from `SFTP`")
    #expect([changes[0].oldValue, changes[0].newValue] == ["sftp.md", "ftp.md"])
  }

  @Test("a model that was written before tables were kept says nothing of them") func unknown() {
    #expect(Self.rules(nil, [Sample.table("Operators", Self.rows)]).isEmpty)
    #expect(Self.rules([], [Sample.table("Operators", Self.rows)]) == [.tableAdded])
  }

  @Test("what is shown names page, table and row") func text() {
    var model = Sample.model
    model.table("==") { $0.rows[1].cells[1] = "Is not equal." }
    model.table("EncryptionMethod") { $0.rows.removeLast() }
    #expect(
      ChangeText().render(ModelComparison(Sample.model, model)) == """
        2 documentation changes in 1 source

        Documentation only

          databases/sample
            · the table under "Encrypt it" no longer has `Timeout` [table-row-removed]
              \(Sample.page):70 (was line 73)
              - Timeout | In seconds.

          pages
            · sources/guide.md: the table under "Operators" says otherwise of `!=` \
        [table-row-changed]
              sources/guide.md:73
              - != | Is not.
              + != | Is not equal.

        """)
  }

  /// What is kept of tables, and that pieces and document hold it.
  @Test("rows are kept where nothing else holds their words") func kept() async throws {
    let page = "sources/tutorials/api/create/databases/sample.md"
    let model = await Pages.model([(page, Self.page)])
    #expect(
      model.tables?.map(\.heading) == ["Gather required credentials", "Encrypt it", "Headers"])
    #expect(model.tables?.map(\.rows.count) == [0, 1, 1])
    #expect(model.tables?.map(\.otherRows) == [["host"], [], []])
    let table = try #require(model.tables?.dropFirst().first)
    #expect(table.header == ["Property", "Description"])
    #expect(table.rows.map(\.cells) == [["EncryptionMethod", "0 or 1."]])
    #expect(table.rows[0].line == table.provenance.line + 2)
    #expect(table.provenance.anchor == "encrypt-it")

    #expect(try ModelJSON.read(ModelJSON.whole(model)) == model)
    let pieces = Dictionary(
      ModelJSON.pieces(of: model).map { ($0.path, $0.bytes) },
      uniquingKeysWith: { first, _ in first })
    #expect(pieces["model/tables/sources/tutorials/api/create/databases/sample.json"] != nil)
    #expect(try ModelJSON.read { pieces[$0] } == model)
    var empty = model
    for tables in [[], nil] as [[PageTable]?] {
      empty.tables = tables
      #expect(try ModelJSON.read(ModelJSON.whole(empty)) == empty)
      let pieces = Dictionary(
        ModelJSON.pieces(of: empty).map { ($0.path, $0.bytes) },
        uniquingKeysWith: { first, _ in first })
      #expect(try ModelJSON.read { pieces[$0] } == empty)
    }
  }

  private static let page = """
    # Create a [!DNL Sample] base connection using the [!DNL Flow Service] API

    ## Gather required credentials

    | Credential | Description |
    | --- | --- |
    | `host` | The host. |

    ## Encrypt it

    | Property | Description |
    | --- | --- |
    | `EncryptionMethod` | 0 or 1. |

    ## Headers

    | Header | Description |
    | --- | --- |
    | `x-api-key` | Your key. |

    ## Create a base connection

    ```shell
    curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
      -H 'x-api-key: {API_KEY}' \\
      -d '{
        "name": "Sample",
        "auth": {
          "specName": "Basic Authentication",
          "params": { "host": "{HOST}" }
        },
        "connectionSpec": { "id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "version": "1.0" }
      }'
    ```
    """
}
