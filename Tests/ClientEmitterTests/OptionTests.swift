import ConnectorModel
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
    let options = EmitterOptions(names: [
      "databases/snowflake": "Flake", "databases/snowflake#ConnectionString": "text",
      "databases/snowflake.role": "sessionRole",
      "GET /data/foundation/flowservice/connections": "all",
    ])
    let source = text(options, "Sources/Databases/Flake.swift")
    #expect(source.contains("public enum Flake {"))
    #expect(source.contains("case text(TextAuthentication)"))
    #expect(source.contains("case sessionRole = \"role\""))
    #expect(text(options, "Operations/Connections.swift").contains("static func all("))
  }
}
