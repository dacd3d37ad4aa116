// Uses the recorded files as a caller would, and prints what each request sends.
import FlowServiceRuntime
import Foundation
import HTTPTypes

let configuration = FlowServiceConfiguration(
  accessToken: "token", apiKey: "key", organizationID: "org", sandboxName: "prod")

func show<Response>(_ request: FlowServiceRequest<Response>) throws {
  let http = try request.httpRequest(for: configuration)
  print(http.method.rawValue, http.scheme ?? "", http.authority ?? "", http.path ?? "")
  let names = ["authorization", "if-match", "content-type"]
  for name in names {
    for field in http.headerFields where field.name.canonicalName == name {
      print(name + ":", field.value)
    }
  }
  let body = try request.httpBody().map { String(decoding: $0, as: UTF8.self) }
  print(body ?? "-")
}

func read<Value: Codable>(_ type: Value.Type, _ json: String) throws {
  let value = try JSONDecoder().decode(type, from: Data(json.utf8))
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}

try show(
  SFTP.createBaseConnection(
    name: "A",
    authentication: .basic(
      .init(host: "example.com", userName: "me", password: "secret", port: 22))))
try show(
  SFTP.createBaseConnection(
    .init(
      name: "B", authentication: .other(specName: "New", parameters: ["a": 1]),
      description: "b", connectionSpec: .init(id: "other"))))
try show(
  Snowflake.createBaseConnection(
    name: "C",
    authentication: .connectionString(
      .init(
        connectionString: .init(
          accountName: "acc", username: "me", password: "pw", database: "db",
          warehouse: "wh")))))
try show(
  Snowflake.createBaseConnection(
    name: "D",
    authentication: .connectionString(
      .init(connectionString: "as it is", host: .init(account: "a", region: "r")))))
try show(Snowflake.createBaseConnection(name: "E", authentication: .anonymous))
try show(
  SFTP.exploreBaseConnection(
    connectionID: "a/b c", objectType: .root, object: "/x?y", preview: true))
try show(Connections.list(limit: 5, property: #"name=="A""#))
try show(
  Connections.update(
    connectionID: "1", ifMatch: ETag("\"v1\""),
    [.init(op: .replace, path: "/name", value: "new"), .init(op: "test", path: "/x", value: .null)])
)
try show(Connections.delete(connectionID: "1"))
try show(
  SFTP.createSourceConnection(
    name: "S", baseConnectionID: "1", data: .init(format: "parquet"),
    params: .init(path: "/a", type: "file", recursive: true),
    connectionSpec: SFTP.connectionSpecification))
try show(
  MappingSets.create(
    version: 0, id: .null,
    mappings: [
      .init(destinationXDMPath: "a", identityGroup: .null, version: .string("1")),
      .init(
        destinationXDMPath: "b", identityGroup: "g", version: .integer(2), namespaceCode: .null),
    ]))
try show(CollectionOperations.ingest(inletID: "i", ["any": ["data", 1, nil]]))

try read(Connections.ListResponse.self, #"{"items":[{"id":"1","createdAt":1597784069368}]}"#)
try read(Connections.ExploreResponse.self, #"[{"type":"file","name":"a"}]"#)
try read(
  SFTP.Authentication.self,
  #"{"specName":"Basic Authentication for sftp","params":{"host":"h","userName":"u","password":"p"}}"#
)
try read(SFTP.Authentication.self, #"{"specName":"Unknown","params":{"x":[null]}}"#)
print(String(describing: SFTP.BasicAuthentication(host: "h", userName: "u", password: "hidden")))
print(
  SourceIndex.entries(connectionSpecificationID: "b2e08744-4f1a-40ce-af30-7abac3e23cf31").map(
    \.name))
