import Diagnostics
import Testing

@testable import ConnectorModel

/// Connection specification IDs of several pages.
@Suite struct SpecificationComparisonTests {
  private static let one = "cb66ab34-8619-49cb-96d1-39b37ede86ea"
  private static let two = "3000eb99-cd47-43f3-827c-43caf170f015"

  private func path(_ file: String) -> String {
    "sources/tutorials/api/create/databases/\(file).md"
  }

  private func source(_ name: String, _ id: String, row: String? = nil) -> FactPage {
    let file = name.lowercased().replacing(" ", with: "-")
    return Pages.page(
      path(file),
      """
      # Create a [!DNL \(name)] base connection using the [!DNL Flow Service] API

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{
          "auth": { "specName": "Basic", "params": { "host": "{HOST}" } },
          "connectionSpec": { "id": "\(id)", "version": "1.0" }
        }'
      ```

      | Property | Description |
      | --- | --- |
      | `connectionSpec.id` | \(row ?? "The ID") `\(id)`. |
      """)
  }

  private func list(_ rows: [String]) -> FactPage {
    Pages.page(
      "sources/tutorials/api/collect/databases.md",
      """
      # Create a dataflow for databases

      ## Appendix

      | Connector name | Connection spec |
      | --- | --- |
      \(rows.joined(separator: "\n"))
      """)
  }

  private func found(_ pages: [FactPage]) -> [String] {
    let byPage = ModelBuilder.build(pages).diagnostics
    return byPage.keys.sorted().flatMap { page in
      (byPage[page] ?? [])
        .filter { $0.rule == .specIDMismatch || $0.rule == .nameMismatch }
        .map { "\(page.split(separator: "/").last ?? ""): \($0.rule.identifier) \($0.subject)" }
    }
  }

  @Test func oneIDForTwoSources() {
    #expect(
      found([source("Acme", Self.one), source("Widget", Self.one)]) == [
        "acme.md: spec-id-mismatch \(Self.one) of Widget",
        "widget.md: spec-id-mismatch \(Self.one) of Acme",
      ])
    #expect(found([source("Acme", Self.one), source("Widget", Self.two)]).isEmpty)
    #expect(found([source("Acme", Self.one), source("Acme Cloud", Self.one)]).isEmpty)
  }

  @Test func aListSettlesWhoseItIs() {
    let list = list(["| [!DNL Acme] (AC) | `\(Self.one)` |", "| Other | `\(Self.two)` |"])
    #expect(
      found([source("Acme", Self.one), source("Widget", Self.one), list]) == [
        "widget.md: spec-id-mismatch \(Self.one) of Acme"
      ])
  }

  @Test func listAgainstPage() {
    let list = list(["| [!DNL Acme] | `\(Self.two)` |", "| Other | `\(Self.one)` |"])
    #expect(
      found([source("Acme", Self.one), list]) == [
        "databases.md: spec-id-mismatch \(Self.two) of Acme"
      ])
    #expect(found([source("Acme", Self.two), list]).isEmpty)
  }

  @Test func rowsAboutAnotherSource() {
    let acme = source("Acme", Self.one)
    let row = "Connection specification ID of [!DNL Acme]:"
    #expect(
      found([acme, source("Acme Cloud", Self.two, row: row)]) == [
        "acme-cloud.md: name-mismatch spec ID of Acme"
      ])
    let own = "Connection specification ID of [!DNL Acme Cloud]:"
    #expect(found([acme, source("Acme Cloud", Self.two, row: own)]).isEmpty)
    #expect(found([acme]).isEmpty)
  }

  /// The page that counts the ID among the values to gather is believed.
  @Test func theListOfCredentialsSettlesWhoseItIs() {
    let gathered = Pages.page(
      path("acme"),
      """
      # Create a [!DNL Acme] base connection using the [!DNL Flow Service] API

      ### Gather required credentials

      | Credential | Description |
      | --- | --- |
      | `host` | The host. |
      | `connectionSpec.id` | The ID is `\(Self.one)`. |

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{
          "auth": { "specName": "Basic", "params": { "host": "{HOST}" } },
          "connectionSpec": { "id": "\(Self.one)", "version": "1.0" }
        }'
      ```
      """)
    #expect(
      found([gathered, source("Widget", Self.one)]) == [
        "widget.md: spec-id-mismatch \(Self.one) of Acme"
      ])
  }
}
