import ConnectorModel
import Foundation
import TestSupport
import Testing

@testable import ClientEmitter

/// Whatever a page calls its things, the emitted code compiles, and the text is data.
@Suite(.tags(.slow), .enabled(if: BuildProducts.exist)) struct HostileTextTests {
  static let texts = [
    "", " ", "\"", "\\", "\"\"\"", "#\"", "\\(exit(1))", "*/", "/*", "//", "\n}\nfatalError()\n{",
    "`", "``", "`x`", "\r\n", "\u{0}", "\u{202E}txt.exe", "\u{2066}", "😀", "e\u{301}", "数据",
    "class", "init", "self", "Self", "Type", "Protocol", "default", "in", "Any", "nil", "_", "$0",
    "1st", "-", "@main", "#if", "String", "Int", "JSONValue", "Codable", "Hashable", "Secret",
    "ConnectionSpecification", "FlowServiceRequest", "CodingKeys", "hashValue", "rawValue",
    "description", "text", "body", "container", "encoder", "specName", "Swift", "HTTPTypes",
    "SourceIndex", "Entry", "Authentication", "connectionSpecification", "other", "Optional",
    "https://example.com/?a=b&c=[d](e)", "- item", "# heading", "| a | b |", "<b>x</b>",
    "a very long text " + String(repeating: "that goes on and on ", count: 30),
    String(repeating: "x", count: 300),
  ]

  static let model: ConnectorModel = {
    var sources: [Source] = []
    var operations: [ModelOperation] = []
    for (index, text) in texts.enumerated() {
      let operation = Fixture.operation(
        Fixture.key(index == 3 ? text : "POST", "/x/\(text)/{}/\(index)"),
        group: text, verb: text, documentation: text,
        path: [Fixture.parameter(text, required: true)],
        query: [Fixture.parameter(text, allowed: some(4, from: index), documentation: text)],
        headers: [Fixture.parameter("x-" + text)], body: body(text, index),
        response: body(text, index))
      operations.append(operation)
      sources.append(
        Fixture.source(
          text + "/" + text, name: text, documentation: text,
          specifications: [Fixture.specification(text, version: text, valid: false)],
          authentications: some(1, from: index + 5).map { authentication($0, index) } + [
            authentication(text, index)
          ],
          requests: [
            Fixture.request(operation, title: text, body: body(text, index), documentation: text)
          ]))
    }
    return ConnectorModel(sources: sources, operations: operations, errorCodes: [], pages: [])
  }()

  static let client = ClientEmitter.emit(model)

  /// A few of the texts, others for each index.
  private static func some(_ count: Int, from index: Int) -> [String] {
    (0..<count).map { texts[(index + $0 * 7) % texts.count] }
  }

  private static func authentication(_ text: String, _ index: Int) -> Authentication {
    Fixture.authentication(
      text, title: text,
      (some(3, from: index) + [text]).map {
        Fixture.field(
          $0, secret: $0.count == 1, aliases: [$0], defaultValue: $0, documentation: $0)
      },
      patterns: [
        ConnectionStringPattern(
          field: text, text: text, pieces: [.literal(text), .parameter(0), .parameter(9)],
          parameters: [.init(placeholder: text, documentation: text, isSecret: true)],
          provenance: Fixture.provenance())
      ])
  }

  private static func body(_ text: String, _ index: Int) -> Schema {
    Fixture.object(
      Fixture.field("auth", .authentication),
      Fixture.field(text, .enumeration(some(4, from: index))),
      Fixture.field(
        text + "s", .array(Fixture.object(Fixture.field(text, .union([.integer, .string]))))))
  }

  @Test(arguments: [[], ["-default-isolation", "MainActor"]])
  func `emitted code compiles`(options: [String]) throws {
    let folder = try TemporaryFolder()
    let sources = try folder.write(Self.client.files.map { ($0.path, $0.bytes) })
    let compiled = try BuildProducts.compile(sources, options: options)
    #expect(compiled.status == 0, "\(compiled.output.prefix(4000))")
  }

  /// No text of a page becomes a link, a directive or a list of parameters.
  @Test(.enabled(if: SlowTests.areEnabled, "CONNECTORGEN_SLOW_TESTS=1 builds it"))
  func `the documentation of emitted code has no warning`() throws {
    let folder = try TemporaryFolder()
    let sources = try folder.write(Self.client.files.map { ($0.path, $0.bytes) })
    let symbols = folder.url.appending(path: "symbols").path
    let compiled = try BuildProducts.run(
      [
        "swiftc", "-swift-version", "6", "-wmo", "-parse-as-library", "-emit-module",
        "-module-name", "FlowServiceSources", "-emit-module-path", symbols + ".swiftmodule",
        "-emit-symbol-graph", "-emit-symbol-graph-dir", symbols, "-Xfrontend",
        "-experimental-skip-all-function-bodies", "-I", BuildProducts.modules, "-package-name",
        "emitted",
      ] + sources)
    try #require(compiled.status == 0, "\(compiled.output.prefix(4000))")
    let converted = try BuildProducts.run([
      try Toolchain.docc(), "convert", folder.url.appending(path: "FlowServiceSources.docc").path,
      "--additional-symbol-graph-dir", symbols, "--warnings-as-errors",
      "--fallback-bundle-identifier", "FlowServiceSources", "--output-path",
      folder.url.appending(path: "archive").path,
    ])
    #expect(converted.status == 0, "\(converted.output.prefix(4000))")
  }

  @Test func `emitted code is formatted`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Self.client.files.map { ($0.path, $0.bytes) })
    let configuration = ReferenceTests.project.appending(path: ".swift-format").path
    let outcome = try BuildProducts.run([
      "swift", "format", "lint", "--strict", "--configuration", configuration, "-r",
      folder.url.path,
    ])
    // Names of 60 letters are longer than any line that two of them stand on.
    let findings = outcome.output.split(separator: "\n").filter { !$0.contains("[LineLength]") }
    #expect(findings.isEmpty, "\(findings.prefix(20))")
  }

  @Test func `no control or bidirectional character is emitted`() {
    for file in Self.client.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isClean = text.unicodeScalars.allSatisfy { scalar in
        let value = scalar.value
        let isControl = value < 32 && value != 10 || (127..<160).contains(value)
        let isBidirectional =
          (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        return !isControl && !isBidirectional
      }
      #expect(isClean, "\(file.path)")
    }
  }

  @Test func `files have names of their own`() {
    let paths = Self.client.files.map { file in
      file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    }
    #expect(Set(paths).count == paths.count)
  }
}
