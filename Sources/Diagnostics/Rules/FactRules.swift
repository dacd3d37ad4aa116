extension Rule {
  package static let factRules: [Rule] = [
    invalidUUID, specIDMismatch, nameMismatch, undocumentedField, documentedButUnusedField,
    endpointMismatch, missingHeader, unfencedCommand,
  ]

  package static let invalidUUID = Rule(
    "invalid-uuid", .error,
    summary: "A spec ID or etag is no UUID",
    explanation: """
      IDs of connection specifications and flow specifications are UUIDs: 8, 4, 4, 4 and 12 \
      hexadecimal digits. One that is not will be rejected by the service. If the page gives a sound \
      ID that is nearly the same elsewhere, that one is taken; otherwise the ID is taken as it \
      stands and marked.
      """,
    bad: """
      | Credential | Description |
      | --- | --- |
      | `connectionSpec.id` | The ID is `b66ab34-8619-49cb-96d1-39b37ede86ea`. |
      """,
    good: """
      | Credential | Description |
      | --- | --- |
      | `connectionSpec.id` | The ID is `cb66ab34-8619-49cb-96d1-39b37ede86ea`. |
      """)

  package static let specIDMismatch = Rule(
    "spec-id-mismatch", .error,
    summary: "Pages give different IDs for the same thing, or one ID for two things",
    explanation: """
      A source has one connection specification, and so has the target of its data. Where the page \
      names two, what a request sends is believed before a table, and a table before prose; the \
      others are kept as alternatives. A list of sources is compared with those that the flow \
      specification on the page lets in, and with the sources' own pages. An ID that two pages give \
      for two sources is reported on both, unless a list or the credentials of one page say whose it is.
      """,
    bad: """
      | Credential | Description |
      | --- | --- |
      | `connectionSpec.id` | The ID is `3000eb99-cd47-43f3-827c-43caf170f015`. |

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -H 'Content-Type: application/json' \\
        -d '{
          "auth": { "specName": "Basic", "params": { "host": "{HOST}" } },
          "connectionSpec": { "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea" }
        }'
      ```
      """,
    good: """
      | Credential | Description |
      | --- | --- |
      | `connectionSpec.id` | The ID is `cb66ab34-8619-49cb-96d1-39b37ede86ea`. |

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -H 'Content-Type: application/json' \\
        -d '{
          "auth": { "specName": "Basic", "params": { "host": "{HOST}" } },
          "connectionSpec": { "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea" }
        }'
      ```
      """)

  package static let nameMismatch = Rule(
    "name-mismatch", .warning,
    summary: "The page spells one name in two ways",
    explanation: """
      A field, a placeholder, a value or the source itself has one name in one place and another \
      elsewhere. The service knows only what the example sends, so that is the wire name; a table's \
      spelling is kept as an alias and shown in the documentation. Values count too: JSON in Base64 \
      whose keys no table knows, a date pattern other than the table's, an ID of another resource \
      than the one that was made, a mapping of fields that the explored data do not have, a host name \
      where the table asks for a name. So do a tab that spells an authentication otherwise than its \
      `specName`, basic authentication by a connection string, a `[!DNL …]` around a part of a name \
      only, and a placeholder that belongs to another field.
      """,
    bad: fieldPage(row: "auth.params.username", sent: "userName"),
    good: fieldPage(row: "auth.params.userName", sent: "userName"))

  package static let undocumentedField = Rule(
    "undocumented-field", .note,
    summary: "No table explains a field that the page shows",
    explanation: """
      The field is generated from the example alone: its type is that of the example's value, and \
      whether it may be left out is unknown. The envelope (`name`, `description`, `auth.specName`, \
      `connectionSpec.version`) needs no rows, but a table that lists it should list it whole. The same \
      goes for what all mapping sets have, and for credentials that the table repeats.
      """,
    bad: fieldPage(row: "auth.params.userName", sent: "userName", extra: "region"),
    good: fieldPage(row: "auth.params.userName", sent: "userName"))

  package static let documentedButUnusedField = Rule(
    "documented-but-unused-field", .warning,
    summary: "A table documents a field that no example sends",
    explanation: """
      The field becomes an optional one of the authentication or body that the table belongs to, as \
      nothing shows that the service wants it. A credential that is only a part of a connection \
      string, or that another request sends, should say so in its row. A placeholder that the API format does not have \
      becomes nothing at all.
      """,
    bad: fieldPage(row: "auth.params.userName", sent: "userName", unsent: "auth.params.bucket"),
    good: fieldPage(row: "auth.params.userName", sent: "userName"))

  package static let endpointMismatch = Rule(
    "endpoint-mismatch", .warning,
    summary: "API format and URL name different endpoints",
    explanation: """
      What the example sends is taken. A scheme of `http` is read as `https`: the service answers \
      nowhere else. The text is compared too: an endpoint that it names without the segments before \
      it, an ID of the path that it calls a query parameter, a request that it tells to send and that the \
      page does not show.
      """,
    bad: endpointPage(format: "GET /connections"),
    good: endpointPage(format: "GET /connections/{BASE_CONNECTION_ID}"))

  package static let unfencedCommand = Rule(
    "unfenced-command", .error,
    summary: "Code stands in no code block",
    explanation: """
      The line that opens the code block is missing, so that a command, an API format or JSON is \
      shown as running text, and the line that should close the block opens another one. It is read \
      as if it stood in a block. Put the fence before it.
      """,
    bad: "**Request**\n\ncurl -X GET 'https://example.com/connections'\n",
    good: "**Request**\n\n```shell\ncurl -X GET 'https://example.com/connections'\n```\n")

  package static let missingHeader = Rule(
    "missing-header", .warning,
    summary: "A request lacks a header that the service requires",
    explanation: """
      All operations want `Authorization`, `x-api-key` and `x-gw-ims-org-id`, and those with a body \
      `Content-Type`. The generated client always sends them.
      """,
    bad: """
      ```shell
      curl -X GET 'https://platform.adobe.io/data/foundation/flowservice/flows' \\
        -H 'x-api-key: {API_KEY}'
      ```
      """,
    good: """
      ```shell
      curl -X GET 'https://platform.adobe.io/data/foundation/flowservice/flows' \\
        -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -H 'x-api-key: {API_KEY}'
      ```
      """)

  /// A request for a base connection with a property table.
  private static func fieldPage(
    row: String, sent: String, extra: String? = nil, unsent: String? = nil
  ) -> String {
    let more = extra.map { ", \"\($0)\": \"{\($0.uppercased())}\"" } ?? ""
    let unused = unsent.map { "\n| `\($0)` | Where the data is. |" } ?? ""
    return """
      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -H 'Content-Type: application/json' \\
        -d '{
          "auth": {
            "specName": "Basic Authentication",
            "params": { "\(sent)": "{USER_NAME}"\(more) }
          }
        }'
      ```

      | Property | Description |
      | --- | --- |
      | `\(row)` | The name that you log in with. |\(unused)
      """
  }

  /// A look-up of a connection below an API format.
  private static func endpointPage(format: String) -> String {
    """
    **API format**

    ```http
    \(format)
    ```

    **Request**

    ```shell
    curl -X GET \\
      'https://platform.adobe.io/data/foundation/flowservice/connections/{BASE_CONNECTION_ID}' \\
      -H 'Authorization: Bearer {ACCESS_TOKEN}'
    ```
    """
  }
}
