import Foundation
import TestSupport

/// A working folder with pages, in which the tool runs as a user runs it.
struct Fixture {
  let folder: TemporaryFolder

  init(_ pages: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (path, text) in pages { try folder.write(text, to: path) }
  }

  func run(_ arguments: String..., input: String = "") throws -> CommandRun {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> CommandRun {
    try CommandRun(
      [BuiltProducts.connectorgen] + arguments, in: folder.url, input: input, seconds: 60)
  }

  /// Runs a line of a shell in the folder; `$TOOL` is the tool.
  func shell(_ line: String, seconds: Double = 60) throws -> CommandRun {
    try CommandRun(
      ["sh", "-c", line], in: folder.url, environment: ["TOOL": BuiltProducts.connectorgen],
      seconds: seconds)
  }

  /// Runs the tool as somebody whom permissions stop: root may do everything.
  func runUnprivileged(_ arguments: String...) throws -> CommandRun {
    try CommandRun(
      Unprivileged.prefix + [BuiltProducts.connectorgen] + arguments, in: folder.url, seconds: 60)
  }

  /// Path and content of all files below a folder.
  func snapshot(_ path: String) throws -> [String: Data] {
    let root = folder.url.appending(path: path)
    var files: [String: Data] = [:]
    for file in FileManager.default.enumerator(atPath: root.path)?.allObjects ?? [] {
      guard let file = file as? String else { continue }
      var isFolder: ObjCBool = false
      let place = root.appending(path: file)
      _ = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[file] = try Data(contentsOf: place) }
    }
    return files
  }
}

/// Somebody who is not root.
enum Unprivileged {
  /// What goes before a command that such a user is to run.
  static let prefix: [String] =
    getuid() == 0
    ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : []

  /// Whether such a user may run the tool at all.
  static let canRun: Bool = {
    let command = prefix + [BuiltProducts.connectorgen, "--version"]
    return (try? CommandRun(command, seconds: 60))?.status == 0
  }()
}

/// A sound page of our own.
let samplePage = """
  ---
  title: Create an Example Base Connection Using the Flow Service API
  description: How to connect Example.
  ---
  # Create an [!DNL Example] base connection using the [!DNL Flow Service] API

  ## Gather required credentials

  | Credential | Description |
  | --- | --- |
  | `host` | The host of your server. |
  | `password` | The password of your account. |
  | `port` | (Optional) The port. It defaults to `22`. |
  | `connectionSpec.id` | The ID is `b7bf2577-4520-42c9-bae9-cad01560f7bc`. |

  ## Create a base connection

  **API format**

  ```http
  POST /connections
  ```

  **Request**

  This request makes a base connection:

  ```shell
  curl -X POST \\
    'https://platform.adobe.io/data/foundation/flowservice/connections' \\
    -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
    -H 'x-api-key: {API_KEY}' \\
    -H 'x-gw-ims-org-id: {ORG_ID}' \\
    -H 'x-sandbox-name: {SANDBOX_NAME}' \\
    -H 'Content-Type: application/json' \\
    -d '{
      "name": "Example",
      "auth": {
        "specName": "Basic Authentication",
        "params": { "host": "{HOST}", "password": "{PASSWORD}", "port": 22 }
      },
      "connectionSpec": { "id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "version": "1.0" }
    }'
  ```

  | Property | Description |
  | --- | --- |
  | `auth.params.host` | The host. |
  | `auth.params.password` | The password. |
  | `auth.params.port` | The port. |
  | `connectionSpec.id` | The ID. |

  **Response**

  ```json
  { "id": "311c0d5c-9c6a-54e7-e6c2-69d48d6ef3cd", "etag": "\\"0b4f0cd8\\"" }
  ```

  """

/// The same about another source.
func samplePage(about name: String, id: String = "5e12a6e8-1a56-4b9f-9c1d-7f3f1b0f7a11") -> String {
  samplePage.replacing("Example", with: name)
    .replacing("b7bf2577-4520-42c9-bae9-cad01560f7bc", with: id)
}

let samplePath = "docs-input/sources/tutorials/api/create/databases/example.md"
