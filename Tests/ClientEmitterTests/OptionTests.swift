import ConnectorModel
import Foundation
import SwiftDeclarations
import Testing

@testable import ClientEmitter

@Suite struct OptionTests {
  private func text(_ options: EmitterOptions, _ path: String) -> String {
    let file = ClientEmitter.emit(SampleModel.model, options: options).files
      .first { $0.path == path }
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  @Test(.enabled(if: BuildProducts.exist), arguments: [AccessLevel.internal, .package])
  func `every access level compiles`(access: AccessLevel) throws {
    let folder = try TemporaryFolder()
    let client = ClientEmitter.emit(SampleModel.model, options: EmitterOptions(access: access))
    let sources = try folder.write(client.files.map { ($0.path, $0.bytes) })
    let compiled = try BuildProducts.compile(sources)
    #expect(compiled.status == 0, "\(compiled.output)")
    #expect(!client.files.contains { $0.path.contains(".docc/") })
    for file in client.files where file.path.hasSuffix(".swift") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("public enum") && !text.contains("public static"), "\(file.path)")
    }
  }

  @Test func `links start with the base`() {
    let options = EmitterOptions(pageBaseURL: "https://example.com/")
    #expect(
      text(options, "SourceIndex.swift").contains(
        "\"https://example.com/sources/tutorials/api/create/databases/snowflake\""))
  }

  @Test func `names can be set`() {
    let options = EmitterOptions(
      names: [
        "databases/snowflake": "Flake", "databases/snowflake#ConnectionString": "text",
      ],
      fieldNames: FieldOverrides([
        .init("auth.params.role", of: "databases/snowflake", "sessionRole")
      ]),
      operationNames: [
        OperationName(
          OperationKey(
            method: "GET", server: "https://platform.adobe.io",
            path: "/data/foundation/flowservice/connections"), "all")
      ])
    let source = text(options, "Sources/Databases/Flake.swift")
    #expect(source.contains("public enum Flake {"))
    #expect(source.contains("case text(TextAuthentication)"))
    #expect(source.contains("case sessionRole = \"role\""))
    #expect(text(options, "Operations/Connections.swift").contains("static func all("))
  }

  /// What stands beside the spec name and the parameters is sent, too.
  @Test(.enabled(if: BuildProducts.exist))
  func `constants of authentications are sent`() throws {
    var authentication = Fixture.authentication("Basic", [])
    authentication.constants = [
      .init(name: "type", value: .string("OAuth2.0")), .init(name: "is-new", value: .boolean(true)),
      .init(name: "self", value: .integer(2)),
    ]
    let model = ConnectorModel(
      sources: [
        Fixture.source("databases/acme", name: "Acme", authentications: [authentication])
      ], operations: [], errorCodes: [], pages: [])
    let folder = try TemporaryFolder()
    let client = ClientEmitter.emit(model)
    var sources = try folder.write(client.files.map { ($0.path, $0.bytes) })
    let program = """
      import Foundation
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      print(String(decoding: try encoder.encode(Acme.Authentication.basic), as: UTF8.self))
      """
    sources += try folder.write([(path: "main.swift", bytes: Array(program.utf8))])
    let executable = folder.url.appending(path: "program")
    let compiled = try BuildProducts.compile(sources, to: executable)
    try #require(compiled.status == 0, "\(compiled.output)")
    let outcome = try BuildProducts.run([executable.path])
    #expect(
      outcome.output.contains(
        #"{"is-new":true,"params":{},"self":2,"specName":"Basic","type":"OAuth2.0"}"#))
  }
}
