import Diagnostics
import JSONReader
import PageFacts
import TestSupport
import Testing

/// The words of a page of the family in another language.
struct Translation: Sendable, CustomTestStringConvertible {
  var language: String
  var title: String
  var gather: String
  var credential: String
  var description: String
  var optional: String
  var defaultValue: String
  var apiFormat: String
  var request: String
  var response: String
  var property: String

  var testDescription: String { language }

  static let all = [
    Translation(
      language: "de",
      title: "Erstellen einer [!DNL Acme]-Basisverbindung mit der [!DNL Flow Service]-API",
      gather: "Sammeln erforderlicher Anmeldedaten", credential: "Anmeldedaten",
      description: "Beschreibung", optional: "(Optional) Der Name der Datenbank.",
      defaultValue: "Der Port. Der Standardwert ist `22`.", apiFormat: "API-Format",
      request: "Anfrage", response: "Antwort", property: "Eigenschaft"),
    Translation(
      language: "es",
      title: "Crear una conexión base de [!DNL Acme] con la API de [!DNL Flow Service]",
      gather: "Recopilar credenciales necesarias", credential: "Credencial",
      description: "Descripción", optional: "(Opcional) El nombre de la base de datos.",
      defaultValue: "El puerto. El valor predeterminado es `22`.", apiFormat: "Formato de API",
      request: "Solicitud", response: "Respuesta", property: "Propiedad"),
    Translation(
      language: "fr",
      title: "Créer une connexion de base [!DNL Acme] à l’aide de l’API [!DNL Flow Service]",
      gather: "Collecter les informations d’identification requises",
      credential: "Informations d’identification", description: "Description",
      optional: "(Facultatif) Le nom de la base de données. C’est l’un des champs d’aujourd’hui.",
      defaultValue: "Le port. La valeur par défaut est `22`.", apiFormat: "Format d’API",
      request: "Requête", response: "Réponse", property: "Propriété"),
    Translation(
      language: "ja", title: "[!DNL Flow Service] API を使用した [!DNL Acme] ベース接続の作成",
      gather: "必要な資格情報の収集", credential: "資格情報", description: "説明",
      optional: "（オプション）データベースの名前。", defaultValue: "ポート。デフォルト値は `22` です。",
      apiFormat: "API 形式", request: "リクエスト", response: "応答", property: "プロパティ"),
  ]

  var page: String {
    """
    # \(title)

    ## \(gather)

    | \(credential) | \(description) |
    | --- | --- |
    | `host` | \(language) |
    | `port` | \(defaultValue) |
    | `database` | \(optional) |
    | `connectionSpec.id` | `cb66ab34-8619-49cb-96d1-39b37ede86ea` |

    ## \(title) {#base}

    **\(apiFormat)**

    ```https
    POST /connections
    ```

    **\(request)**

    \(baseConnection(parameters: #""host": "{HOST}", "port": {PORT}, "database": "{DATABASE}""#))

    | \(property) | \(description) |
    | --- | --- |
    | `auth.params.host` | \(language) |
    | `auth.params.port` | \(language) |
    | `auth.params.database` | \(language) |
    | `connectionSpec.id` | `cb66ab34-8619-49cb-96d1-39b37ede86ea` |

    **\(response)**

    ```json
    { "id": "b3ba5556-48be-44b7-8b85-ff2b69b46dc4", "etag": "\\"1\\"" }
    ```
    """
  }
}

@Suite struct LocalizedPageTests {
  @Test(arguments: Translation.all)
  func allFactsAreRead(translation: Translation) throws {
    let read = facts(translation.page, page: "\(translation.language)/databases/acme.md")
    #expect(read.kind == .baseConnection)
    #expect(read.source?.name == "Acme")
    let rows = read.credentialTables.flatMap(\.rows)
    try #require(read.credentialTables.count == 1)
    #expect(rows.map(\.name) == ["host", "port", "database", "connectionSpec.id"])
    #expect(rows.map(\.isOptional) == [false, false, true, false])
    #expect(rows.map(\.defaultValue) == [nil, "22", nil, nil])
    #expect(read.connectionSpecs.map(\.id) == ["cb66ab34-8619-49cb-96d1-39b37ede86ea"])
    let request = try #require(read.requests.first)
    #expect(request.apiFormat?.text == "POST /connections")
    #expect(request.section.anchor == "base")
    let response = try #require(read.responses.first)
    #expect(response.request == 0)
    #expect(response.json?.topLevelNames == ["id", "etag"])
    #expect(read.tables.map(\.role) == [.credentials, .requestProperties])
    let authentication = try #require(read.authentications.first)
    #expect(
      authentication.parameters.map(authentication.typeName) == ["string", "integer", "string"])
  }

  /// German puts the verb last, and writes the default of something as one word.
  @Test(arguments: [
    ("Der Port, der standardmäßig auf `22` festgelegt ist.", "22"),
    ("Der Standardport ist `22`.", "22"), ("Die Standardrolle lautet `PUBLIC`.", "PUBLIC"),
    ("Der Port, der standardmäßig neben `22` gewählt ist, zählt.", nil),
  ])
  func germanDefaults(description: String, value: String?) {
    let page =
      "## Sammeln erforderlicher Anmeldedaten\n\n"
      + table("Anmeldedaten", ["| `host` | \(description) |"]) + "\n\n" + baseConnection()
    #expect(facts(page).credentialTables.first?.rows.map(\.defaultValue) == [value])
  }

  /// Where a title marks no product name, the page's file tells which of its words are the name.
  @Test(arguments: [
    ("acmepay", "Erstellen eines AcmePay-Connectors mit der Flow Service API", "AcmePay"),
    ("ftp-box", "Création d’un connecteur FTP Box à l’aide de l’API", "FTP Box"),
    ("hp-acme", "APIを使用してHP [!DNL Acme][!DNL Flow Service] コネクタを作成する", "HP Acme"),
    ("acme", "Crear una conexión base de [!DNL Big Acme]", "Big Acme"),
    ("acme-box", "Stream [!DNL Acme] Daten, die mithilfe der [!DNL Flow Service] API", "Acme"),
    ("acme-rest", "[!DNL Flow Service] API を使用したベース接続の作成", "Acme REST API"),
    ("other", "ベース接続の作成", "other"),
  ])
  func sourcesAreNamed(file: String, title: String, name: String) {
    let page = "# \(title)\n\n[!DNL Acme REST API] ソースはベータ版です。\n\n" + baseConnection()
    #expect(facts(page, page: "ja/databases/\(file).md").source?.name == name)
  }

  /// A French page writes typographic apostrophes throughout, and nothing else is wrong either.
  @Test(arguments: Translation.all)
  func soundPagesHaveNoFindings(translation: Translation) {
    let read = facts(translation.page, page: "\(translation.language)/databases/acme.md")
    // The bare {PORT} is broken JSON in any language, and https is no language of a fence.
    let found = read.diagnostics.filter {
      $0.rule != .malformedJSON && $0.rule != .unknownFenceLanguage
    }
    #expect(found.isEmpty, "\(found.map(\.message))")
  }
}

extension JSONNode {
  fileprivate var topLevelNames: [String] { members?.map(\.key) ?? [] }
}
