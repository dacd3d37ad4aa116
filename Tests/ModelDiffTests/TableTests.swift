import ConnectorModel
import Testing

@testable import ModelDiff

/// The tables of which the model makes nothing else.
@Suite("Tables of no fields") struct TableTests {
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

  /// Which tables are kept, and that pieces and document hold them.
  @Test("tables are kept where nothing else is made of them") func kept() async throws {
    let page = "sources/tutorials/api/create/databases/sample.md"
    let model = await Pages.model([(page, Self.page)])
    #expect(model.tables?.map(\.heading) == ["Encrypt it", "Headers"])
    let table = try #require(model.tables?.first)
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
