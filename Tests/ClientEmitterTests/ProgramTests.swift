import Foundation
import Testing

@testable import ClientEmitter

/// The recorded files, compiled as a caller compiles them and run.
@Suite(.tags(.slow), .enabled(if: BuildProducts.exist)) struct ProgramTests {
  private static let program = ReferenceTests.project.appending(
    path: "Tests/ClientEmitterTests/Programs/main.swift")

  private static var recorded: [String] {
    let enumerator = FileManager.default.enumerator(
      at: ReferenceTests.folder, includingPropertiesForKeys: nil)
    let paths = (enumerator?.allObjects ?? []).compactMap { ($0 as? URL)?.path }
    return paths.filter { $0.hasSuffix(".swift") }.sorted()
  }

  @Test func `the recorded files compile where everything belongs to the main actor`() throws {
    let compiled = try BuildProducts.compile(
      Self.recorded, options: ["-default-isolation", "MainActor"])
    #expect(compiled.status == 0, "\(compiled.output)")
  }

  @Test func `requests send what they say`() throws {
    let folder = try TemporaryFolder()
    let program = folder.url.appending(path: "program")
    let compiled = try BuildProducts.compile(Self.recorded + [Self.program.path], to: program)
    try #require(compiled.status == 0, "\(compiled.output)")
    let outcome = try BuildProducts.run([program.path])
    try #require(outcome.status == 0, "\(outcome.output)")
    let lines = outcome.output.split(separator: "\n").map { String($0) }
    try #require(lines.count == Self.expected.count, "\(outcome.output)")
    for (line, expected) in zip(lines, Self.expected) {
      #expect(Self.value(line) == Self.value(expected))
    }
  }

  /// JSON by value, other lines as they are.
  private static func value(_ line: String) -> JSON {
    guard line.hasPrefix("{") || line.hasPrefix("[") else { return .string(line) }
    let json = try? JSONDecoder().decode(JSON.self, from: Data(line.utf8))
    return json ?? .string(line)
  }

  private static let service = "https platform.adobe.io /data/foundation"
  private static let token = "authorization: Bearer token"
  private static let type = "content-type: application/json"
  private static let sftp =
    #""connectionSpec":{"id":"b7bf2577-4520-42c9-bae9-cad01560f7bc","version":"1.0"}"#
  private static let snowflake =
    #""connectionSpec":{"id":"b2e08744-4f1a-40ce-af30-7abac3e23cf3","version":"1.0"}"#

  private static let expected = [
    "POST \(service)/flowservice/connections", token, type,
    #"{"name":"A","auth":{"specName":"Basic Authentication for sftp","params":{"host":"#
      + #""example.com","userName":"me","password":"secret","port":22}},\#(sftp)}"#,
    "POST \(service)/flowservice/connections", token, type,
    #"{"name":"B","description":"b","auth":{"specName":"New","params":{"a":1}},"#
      + #""connectionSpec":{"id":"other"}}"#,
    "POST \(service)/flowservice/connections", token, type,
    #"{"name":"C","auth":{"specName":"ConnectionString","params":{"connectionString":"#
      + #""jdbc:snowflake://acc.snowflakecomputing.com/?user=me&password=pw&db=db&warehouse=wh"}},"#
      + "\(snowflake)}",
    "POST \(service)/flowservice/connections", token, type,
    #"{"name":"D","auth":{"specName":"ConnectionString","params":{"connectionString":"#
      + #""as it is","host":"a.r.snowflakecomputing.com"}},\#(snowflake)}"#,
    "POST \(service)/flowservice/connections", token, type,
    #"{"name":"E","auth":{"specName":"Anonymous Authentication","params":{}},\#(snowflake)}"#,
    "GET \(service)/flowservice/connections/a%2Fb%20c/explore"
      + "?objectType=root&object=/x?y&preview=true", token, "-",
    "GET \(service)/flowservice/connections?limit=5&property=name==%22A%22", token, "-",
    "PATCH \(service)/flowservice/connections/1", token, "if-match: \"v1\"", type,
    #"[{"op":"replace","path":"/name","value":"new"},{"op":"test","path":"/x","value":null}]"#,
    "DELETE \(service)/flowservice/connections/1", token, "-",
    "POST \(service)/flowservice/sourceConnections", token, type,
    #"{"name":"S","baseConnectionId":"1","data":{"format":"parquet"},"params":{"path":"/a","#
      + #""type":"file","recursive":true},\#(sftp)}"#,
    "POST \(service)/conversion/mappingSets", token, type,
    #"{"version":0,"id":null,"mappings":[{"destinationXdmPath":"a","identityGroup":null,"#
      + #""version":"1"},{"destinationXdmPath":"b","identityGroup":"g","version":2,"#
      + #""namespaceCode":null}]}"#,
    "POST https dcs.adobedc.net /collection/i", type, #"{"any":["data",1,null]}"#,
    #"{"items":[{"id":"1","createdAt":1597784069368}]}"#,
    #"[{"type":"file","name":"a"}]"#,
    #"{"specName":"Basic Authentication for sftp","params":{"host":"h","userName":"u","#
      + #""password":"p"}}"#,
    #"{"specName":"Unknown","params":{"x":[null]}}"#,
    #"BasicAuthentication(host: "h", port: nil, userName: "u", password: <redacted>, "#
      + "folderPath: nil)",
    #"["Snowflake"]"#,
  ]
}
