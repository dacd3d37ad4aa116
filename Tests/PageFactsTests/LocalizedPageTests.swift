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
    Translation(
      language: "ko", title: "[!DNL Flow Service] API를 사용하여 [!DNL Acme] 기본 연결 만들기",
      gather: "필요한 자격 증명 수집", credential: "자격 증명", description: "설명",
      optional: "(선택 사항) 데이터베이스의 이름입니다.", defaultValue: "포트. 기본값은 `22`입니다.",
      apiFormat: "API 형식", request: "요청", response: "응답", property: "속성"),
    Translation(
      language: "zh-hans", title: "使用[!DNL Flow Service] API创建[!DNL Acme]基本连接",
      gather: "收集所需的凭据", credential: "凭据", description: "描述",
      optional: "（可选）数据库的名称。", defaultValue: "端口。默认值为`22`。", apiFormat: "API格式",
      request: "请求", response: "响应", property: "属性"),
    Translation(
      language: "zh-hant", title: "使用[!DNL Flow Service] API建立[!DNL Acme]基礎連線",
      gather: "收集必要的認證", credential: "認證", description: "說明",
      optional: "（選填）資料庫的名稱。", defaultValue: "連接埠。預設值為`22`。", apiFormat: "API格式",
      request: "要求", response: "回應", property: "屬性"),
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

  /// A method and a path before a command are its format, whatever the language calls them.
  @Test(arguments: [
    "`POST /connections`", "POST /connections", "`POST  /connections HTTP/1.1`",
    "POST /connections\n```",
  ])
  func formatsNeedNoKnownLabel(format: String) throws {
    let page = "## Acme\n\n**Formato API-taj**\n\n\(format)\n\n**Peto**\n\n" + baseConnection()
    let read = facts(page)
    #expect(try #require(read.requests.first).apiFormat?.text == "POST /connections")
    #expect(read.diagnostics.contains { $0.rule == .unfencedCommand } == !format.hasPrefix("`"))
  }

  @Test(
    arguments: [
      // A sentence, and a path without its slash.
      "POST /connections creates it", "Post /connections", "`POST connections`",
      // Another section.
      "`POST /connections`\n\n## Next",
      // Not all of the paragraph.
      "Use `POST /connections`", "- `POST /connections`",
    ])
  func otherTextIsNoFormat(text: String) throws {
    let read = facts("## Acme\n\n\(text)\n\n" + baseConnection())
    #expect(try #require(read.requests.first).apiFormat == nil)
    #expect(!read.diagnostics.contains { $0.rule == .unfencedCommand })
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
