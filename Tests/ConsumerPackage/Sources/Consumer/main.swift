import FlowServiceRuntime
import FlowServiceSources
import HTTPTypes

let configuration = FlowServiceConfiguration(
  accessToken: "token", apiKey: "key", organizationID: "org", sandboxName: "prod")
let request = SFTP.createBaseConnection(
  name: "Example", description: "An SFTP server",
  authentication: .basic(
    .init(
      host: "sftp.example.org", userName: "reader", password: "hunter2",
      maxConcurrentConnections: 5, folderPath: "inbox")))

let head: HTTPRequest = try request.httpRequest(for: configuration)
print(head.method, head.scheme ?? "", head.authority ?? "", head.path ?? "")
for field in head.headerFields { print("\(field.name): \(field.value)") }
print(String(decoding: try request.httpBody() ?? [], as: UTF8.self))
print("shown:", request)
print(
  "shown:",
  SFTP.BasicAuthentication(
    host: "h", userName: "u", password: "hunter2", maxConcurrentConnections: 1, folderPath: "f"))
