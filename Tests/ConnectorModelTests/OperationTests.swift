import Diagnostics
import Testing

@testable import ConnectorModel

/// What becomes of requests and their parameters.
@Suite struct OperationTests {
  func operations(_ text: String) -> String {
    Pages.model("# Explore\n\n" + text).model.operations.map(ModelDump.text).joined()
  }

  @Test func parametersComeFromURLsAndAPIFormats() {
    let text = """
      **API format**

      ```http
      GET /connections/{BASE_CONNECTION_ID}/explore?objectType=root
      GET /connections/{BASE_CONNECTION_ID}/explore?objectType=file&object={PATH}&ileType={FILE_TYPE}
      ```

      | Parameter | Description |
      | --- | --- |
      | `{BASE_CONNECTION_ID}` | The connection. |
      | `{PATH}` | The path. |

      **Request**

      ```shell
      curl 'http://platform.adobe.io/data/foundation/flowservice/connections/42/explore?objectType=file&object=a%20b&fileType=json' \\
        -H 'if-match: "x"'
      ```
      """
    let (model, findings) = Pages.model("# Explore\n\n" + text)
    #expect(
      model.operations.map(ModelDump.text).joined() == """
        operation connections/explore: GET https://platform.adobe.io \
        /data/foundation/flowservice/connections/{}/explore
          path connectionId = BASE_CONNECTION_ID
          query objectType
          query object? = PATH
          query fileType? = FILE_TYPE
          header if-match
          1 examples, 0 responses

        """)
    #expect(model.operations.first?.pathParameters.first?.documentation == "The connection.")
    #expect(model.operations.first?.queryParameters[1].documentation == "The path.")
    #expect(model.operations.first?.queryParameters[1].examples == ["a b"])
    #expect(findings.map(\.rule) == [.queryParameterTypo])
  }

  @Test func anAPIFormatOfAnotherResourceIsAnOperationToo() {
    let text = operations(
      """
      **API format**

      ```http
      POST /targetConnections/{TARGET_CONNECTION_ID}/action?op=publish
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections/42/action?op=publish'
      ```
      """)
    #expect(text.contains("operation connections/performAction"))
    #expect(text.contains("operation targetConnections/performAction"))
    #expect(text.contains("path targetConnectionId = TARGET_CONNECTION_ID\n  query op\n"))
  }

  @Test func whatIsSentDecides() {
    let text = operations(
      """
      **API format**

      ```http
      POST /conversion/mappingSets
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/mappingSets' -d '{"a": 1}'
      ```
      """)
    #expect(text.hasPrefix("operation foundationMappingSets/create"))
    #expect(!text.contains("\noperation"))
  }

  @Test func aURLThatIsAPlaceholder() {
    let text = operations(
      """
      **Request**

      ```shell
      curl -X POST {INLET_URL} -H 'Content-Type: application/json' -d '{"a": {"b": 1}}'
      ```
      """)
    #expect(text.hasPrefix("operation endpoint/submit: POST  {}\n  path url = INLET_URL\n"))
    #expect(text.contains("body: any (a payload of the user's own)"))
  }

  @Test func propertyTablesDocumentBodies() {
    let (model, _) = Pages.model(
      """
      # Create a dataflow

      **API format**

      ```http
      POST /flows
      ```

      **Request**

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/flows' \\
        -H 'Content-Type: application/json' \\
        -d '{"transformations": [{"params": {"mappingId": "x"}}], "frequency": "once"}'
      ```

      | Property | Description |
      | --- | --- |
      | `transformations.params.mappingId` | The mapping. |
      | `frequency` | (Optional) Allowed values: `once`, `day`. |
      | `interval` | The gap, an integer. |
      """)
    #expect(
      model.operations.map(ModelDump.text).joined().contains(
        """
          body: object
            transformations: array of object
              params: object
                mappingId: string
            frequency?: one of [once, day] (the page says so)
            interval?: integer (no example sends it)
        """))
  }
}
