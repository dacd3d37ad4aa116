extension Rule {
  package static let modelRules: [Rule] = [
    conflictingDefault, conflictingErrorCode, credentialsWithoutAuthentication, duplicateSource,
    operationNameCollision, queryParameterTypo, responseWithoutRequest, typeConflict,
  ]

  package static let typeConflict = Rule(
    "type-conflict", .warning,
    summary: "the same field has different types in different examples",
    explanation: """
      One example sends the field as a number, another one as a string, and so on. The type in the \
      client is then one that holds either, which is less pleasant to use and may be more than the \
      service takes. Write the value in the same type in all examples; a number in quotes is a \
      string.
      """,
    bad: """
      # Create a dataflow

      **API format**

      ```http
      POST /flows
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/flows' \\
        -H 'Content-Type: application/json' \\
        -d '{"transformations": [{"mappingVersion": 0}, {"mappingVersion": "0"}]}'
      ```
      """,
    good: """
      # Create a dataflow

      **API format**

      ```http
      POST /flows
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/flows' \\
        -H 'Content-Type: application/json' \\
        -d '{"transformations": [{"mappingVersion": 0}, {"mappingVersion": 1}]}'
      ```
      """)

  package static let duplicateSource = Rule(
    "duplicate-source", .warning,
    summary: "another page documents a source of the same name",
    explanation: """
      Two pages are about a source of the same key (category and file name) or of the same name. \
      Both are kept, each under its own key. If they are about the same source, one of the pages \
      should go; if not, their headings should say how the sources differ.
      """,
    bad: """
      <!-- page: sources/tutorials/api/create/databases/one.md -->
      # Create a [!DNL Example] base connection using the [!DNL Flow Service] API

      ## Create a base connection

      **API format**

      ```http
      POST /connections
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{"name": "One", "auth": {"specName": "Basic", "params": {"host": "{HOST}"}}}'
      ```
      <!-- page: sources/tutorials/api/create/databases/two.md -->
      # Create a [!DNL Example] base connection using the [!DNL Flow Service] API

      ## Create a base connection

      **API format**

      ```http
      POST /connections
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{"name": "Two", "auth": {"specName": "Basic", "params": {"host": "{HOST}"}}}'
      ```
      """,
    good: """
      # Create an [!DNL Example] base connection using the [!DNL Flow Service] API

      ## Create a base connection

      **API format**

      ```http
      POST /connections
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{"name": "One", "auth": {"specName": "Basic", "params": {"host": "{HOST}"}}}'
      ```
      """)

  package static let credentialsWithoutAuthentication = Rule(
    "credentials-without-authentication", .warning,
    summary: "the page lists credentials, but no example sends an `auth` object",
    explanation: """
      Without an example of `auth`, the name of the authentication (`auth.specName`) is not known, \
      so no authentication can be made of the credentials. Add an example of the request that \
      sends them.
      """,
    bad: """
      # Create an [!DNL Example] base connection using the [!DNL Flow Service] API

      ### Gather required credentials

      | Credential | Description |
      | --- | --- |
      | `host` | Name of your server. |
      | `password` | Password of your server. |

      ## Create a base connection

      **API format**

      ```http
      POST /connections
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{"name": "Example"}'
      ```
      """,
    good: """
      # Create an [!DNL Example] base connection using the [!DNL Flow Service] API

      ### Gather required credentials

      | Credential | Description |
      | --- | --- |
      | `host` | Name of your server. |
      | `password` | Password of your server. |

      ## Create a base connection

      **API format**

      ```http
      POST /connections
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{"name": "Example", "auth": {"specName": "Basic",
             "params": {"host": "{HOST}", "password": "{PASSWORD}"}}}'
      ```
      """)

  package static let responseWithoutRequest = Rule(
    "response-without-request", .note,
    summary: "a response belongs to no request of the page",
    explanation: """
      The type of a response is that of the request which it answers. A response that stands \
      before any request, or behind a payload that no command sends, has a type of its own, named \
      after its tab or heading, and no request returns it. Put it behind its request, or show how \
      the payload is sent.
      """,
    bad: """
      # Look at your data

      **Response**

      ```json
      {"id": "e8bbe28e-1859-2e87-c85c-fe386a4dd220"}
      ```
      """,
    good: """
      # Look at your data

      **API format**

      ```http
      GET /connections/{BASE_CONNECTION_ID}
      ```

      **Request**

      ```shell
      curl 'https://platform.adobe.io/data/foundation/flowservice/connections/{CONNECTION_ID}'
      ```

      **Response**

      ```json
      {"id": "e8bbe28e-1859-2e87-c85c-fe386a4dd220"}
      ```
      """)

  package static let queryParameterTypo = Rule(
    "query-parameter-typo", .warning,
    summary: "an API format has a query parameter that is another one misspelt",
    explanation: """
      The name is one letter away from a query parameter that requests of the same operation send, \
      and no request sends it. It is read as that parameter.
      """,
    bad: """
      # Explore your data

      **API format**

      ```http
      GET /connections/{CONNECTION_ID}/explore?objectType=file&ileType={FILE_TYPE}
      ```

      **Request**

      ```shell
      curl 'https://platform.adobe.io/data/foundation/flowservice/connections/{CONNECTION_ID}/explore?objectType=file&fileType=json'
      ```
      """,
    good: """
      # Explore your data

      **API format**

      ```http
      GET /connections/{CONNECTION_ID}/explore?objectType=file&fileType={FILE_TYPE}
      ```

      **Request**

      ```shell
      curl 'https://platform.adobe.io/data/foundation/flowservice/connections/{CONNECTION_ID}/explore?objectType=file&fileType=json'
      ```
      """)

  package static let conflictingDefault = Rule(
    "conflicting-default", .warning,
    summary: "two tables give different default values for the same field",
    explanation: """
      The first one, in the order of the pages, is taken. Mend the one that is wrong.
      """,
    bad: """
      # Create a connection

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{"auth": {"specName": "Basic", "params": {"port": 22}}}'
      ```

      | Property | Description |
      | --- | --- |
      | `auth.params.port` | The port. The value defaults to `22`. |
      | `auth.params.port` | The port. The value defaults to `23`. |
      """,
    good: """
      # Create a connection

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Content-Type: application/json' \\
        -d '{"auth": {"specName": "Basic", "params": {"port": 22}}}'
      ```

      | Property | Description |
      | --- | --- |
      | `auth.params.port` | The port. The value defaults to `22`. |
      """)

  package static let conflictingErrorCode = Rule(
    "conflicting-error-code", .warning,
    summary: "the same error code is documented with different messages",
    explanation: """
      The first one, in the order of the pages, is taken. Mend the one that is wrong.
      """,
    bad: """
      # Errors

      | Error code | Error message | Resolution |
      | --- | --- | --- |
      | `1403-400` | If-Match is missing. | Send it. |
      | `1403-400` | The limit is too high. | Lower it. |
      """,
    good: """
      # Errors

      | Error code | Error message | Resolution |
      | --- | --- | --- |
      | `1403-400` | If-Match is missing. | Send it. |
      | `1404-412` | The etag is another one. | Fetch it again. |
      """)

  package static let operationNameCollision = Rule(
    "operation-name-collision", .warning,
    summary: "two operations would have the same name",
    explanation: """
      The names of operations are made of method and path alone. These two paths give the same \
      name, so the later one, by path, has its service or a number put into it. Check that both \
      URLs are right.
      """,
    bad: """
      # Create a mapping

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/conversion/mappingSets' -d '{"a": 1}'
      ```

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/catalog/mappingSets' -d '{"a": 1}'
      ```
      """,
    good: """
      # Create a mapping

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/conversion/mappingSets' -d '{"a": 1}'
      ```
      """)
}
