import Diagnostics
import PageFacts
import TestSupport
import Testing

/// Products and authentications that a page names in more than one way.
@Suite struct PartialNameCheckTests {
  private func page(_ text: String) -> MarkedText {
    MarkedText(
      """
      # Create an [!DNL Acme Cloud] base connection using the [!DNL Flow Service] API

      [!DNL Acme Cloud] is there. [!DNL Acme Cloud] is big. [!DNL Acme Cloud] is far. Have a
      [!DNL Acme Cloud]. \(text)
      """)
  }

  @Test func aPartOfTheMark() {
    expect(.nameMismatch, at: ["1️⃣"], in: page("Go to 1️⃣[!DNL Acme] Cloud."))
    expect(.nameMismatch, at: ["1️⃣"], in: page("**Go to [1️⃣[!DNL Acme] Cloud](a.md).**"))
    expect(.nameMismatch, at: [], in: page("Go to [!DNL Acme] Clouds and [!DNL Acme] City."))
  }

  /// What is not the source's may be marked as the writer likes.
  @Test func theServiceIsNoSource() {
    expect(
      .nameMismatch, at: [], in: page("The [!DNL Flow Service API] or [!DNL Flow Service] API."))
  }

  /// Once is a slip, twice is a name.
  @Test func aShortFormInOnePlace() {
    expect(.nameMismatch, at: ["1️⃣"], in: page("Open 1️⃣[!DNL Cloud] now."))
    expect(.nameMismatch, at: [], in: page("Open [!DNL Cloud] now, then [!DNL Cloud] again."))
    expect(.nameMismatch, at: [], in: page("Open [!DNL Widget] now."))
  }

  @Test func aWordMoreInOnePlace() {
    expect(.nameMismatch, at: ["1️⃣"], in: page("Open 1️⃣[!DNL Other Acme Cloud] now."))
    expect(.nameMismatch, at: [], in: page("Open [!DNL Other Acme Store] now."))
  }

  @Test func shortFormsOfARareNameAreNoSlips() {
    expect(
      .nameMismatch, at: [],
      in: MarkedText("# Create an [!DNL Acme Cloud] base connection\n\nOpen [!DNL Cloud] now.\n"))
  }

  @Test func theSourceNearlyNamedInABody() {
    func page(_ name: String) -> MarkedText {
      MarkedText(
        "# Create an [!DNL Acme Widgetry] base connection\n\n"
          + baseConnection(name: "x").replacing(#""x""#, with: name))
    }
    expect(.nameMismatch, at: ["1️⃣"], in: page(#"1️⃣"My Acme Widgtry connection""#))
    expect(.nameMismatch, at: ["1️⃣"], in: page(#"1️⃣"Acmes Widgetry""#))
    expect(.nameMismatch, at: [], in: page(#""Acme Widgetrys connection""#))
    expect(.nameMismatch, at: [], in: page(#""Acme Gadgetry connection""#))
  }

  // MARK: - Authentications

  @Test func tabsAndSpecNames() {
    func page(_ tab: String, _ specName: String) -> MarkedText {
      MarkedText(
        """
        ## Connect

        >[!BEGINTABS]

        \(tab)

        \(baseConnection(specName: specName))

        >[!ENDTABS]
        """)
    }
    expect(.nameMismatch, at: ["1️⃣"], in: page("1️⃣>[!TAB Key-based login]", "Key Based Login"))
    expect(.nameMismatch, at: ["1️⃣"], in: page("1️⃣>[!TAB Key and SAS login]", "Key & SAS Login"))
    expect(.nameMismatch, at: [], in: page(">[!TAB Key based login]", "Key Based Login"))
    expect(.nameMismatch, at: [], in: page(">[!TAB Basic login]", "Key Based Login"))
    expect(.nameMismatch, at: [], in: page(">[!TAB Key-login]", "Key"))
  }

  @Test func headingsAndSpecNames() {
    expect(
      .nameMismatch, at: ["1️⃣"],
      in: MarkedText(
        "1️⃣### Mit Konto-Schlüssel verbinden\n\n" + baseConnection(specName: "Konto Schlüssel")))
  }

  // MARK: - Identifiers

  @Test(arguments: [
    "Keep the connection's identifier (1️⃣`$id`).",
    "Das ist die Kennung (1️⃣`$id`) der Verbindung.",
    "L'identifiant (1️⃣`$id`) de la connexion.",
    "接続の識別子（1️⃣`$id`）を保存します。",
  ])
  func theIdentifierOfAConnection(text: String) {
    expect(.nameMismatch, at: ["1️⃣"], in: MarkedText(text + "\n"))
  }

  @Test(arguments: [
    "Keep the schema's identifier (`$id`).", "The `$id` of the XDM schema of the connection.",
    "Make the connection. Then keep the `$id`.", "Keep the connection's `id`.",
  ])
  func theIdentifierOfASchema(text: String) {
    expect(.nameMismatch, at: [], in: MarkedText(text + "\n"))
  }

  @Test func placeholdersOfOtherIdentifiers() {
    func page(_ body: String) -> MarkedText {
      MarkedText(request("POST", "/flowservice/flows", body: body))
    }
    expect(
      .nameMismatch, at: ["1️⃣"], in: page(#"{ "a": [ { "inletId": 1️⃣"{BASE_CONNECTION_ID}" } ] }"#))
    expect(
      .nameMismatch, at: [],
      in: page(
        """
        { "imsOrgId": "{ORG_ID}", "baseConnectionId": "{CONNECTION_ID}", "id": "{FLOW_ID}",
          "dataSetId": "{TARGET_DATASET_ID}", "clientId": "{API_KEY}" }
        """))
  }

  @Test func oneValueAsURIAndURL() {
    func page(_ words: String) -> MarkedText {
      MarkedText(
        """
        \(table("Credential", ["| 1️⃣`serviceUri` | The service \(words). |"]))

        \(baseConnection(parameters: #""serviceUri": "{SERVICE_URI}""#))

        \(table("Property", ["| `auth.params.serviceUri` | The service URI. |"]))
        """)
    }
    expect(.nameMismatch, at: ["1️⃣"], in: page("URL"))
    expect(.nameMismatch, at: [], in: page("URI"))
    expect(.nameMismatch, at: [], in: page("address"))
  }

  // MARK: - Names in bodies

  @Test func elementsInTheText() {
    func page(_ text: String) -> MarkedText {
      MarkedText(
        text + "\n\n"
          + request(
            "POST", "/flowservice/flows", body: #"{ "transformations": [ { "name": "Mapping" } ] }"#
          ))
    }
    expect(.nameMismatch, at: ["1️⃣"], in: page("Put a 1️⃣`mapping` into `transformations`."))
    expect(.nameMismatch, at: [], in: page("Put a `Mapping` into `transformations`."))
    expect(.nameMismatch, at: [], in: page("Put a `mapping` there."))
  }

  @Test func onePlaceholderForTwoParameters() {
    expect(
      .nameMismatch, at: ["1️⃣"],
      in: MarkedText(
        baseConnection(parameters: #""tokenUrl": "{TOKEN_URL}", "token": 1️⃣"{TOKEN_URL}""#)))
    expect(
      .nameMismatch, at: [],
      in: MarkedText(baseConnection(parameters: #""user": "{ACME}", "name": "{ACME}""#)))
  }
}
