import Foundation
import TestSupport
import Testing

/// The Swift that readers are shown: of the pages, of the comments of the runtime library, and of the
/// tutorial for callers. All of it is compiled against the modules of this build.
@Suite("Snippets", .enabled(if: SlowTests.areEnabled, "CONNECTORGEN_SLOW_TESTS=1 compiles them"))
struct SnippetTests {
  private static let steps = "Sources/FlowServiceRuntime/FlowServiceRuntime.docc/Tutorials/Steps/"
  private static let example = "Examples/Sources/IngestFiles/"

  @Test("of the pages compile as they stand") func fences() throws {
    let pages = try DocumentationPage.pages() + DocumentationPage.comments()
    let fences = pages.flatMap(\.fences).filter { $0.language == "swift" && !$0.isExcerpt }
    let snippets = fences.filter { !Self.isManifest($0) }.map { Self.function(of: $0) }
    #expect(snippets.count > 50)
    let run = try Self.compile([Self.given] + snippets)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("of manifests compile as they stand") func manifests() throws {
    let fences = try DocumentationPage.pages().flatMap(\.fences).filter(Self.isManifest)
    #expect(fences.count > 3)
    let run = try Self.compileManifest(fences.map { Self.list(of: $0) })
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("of the tutorial are the example's, and each step compiles") func tutorial() throws {
    for name in ["Surroundings.swift", "main.swift"] {
      #expect(try Self.text(Self.steps + name) == Self.text(Self.example + name))
    }
    #expect(
      try Self.text(Self.steps + "Ingestion-09.swift")
        == Self.text(Self.example + "Ingestion.swift"))
    let whole = Set(try Self.text(Self.steps + "Ingestion-09.swift").split(separator: "\n"))
    var files: [String] = []
    for number in 1...9 {
      let path = Self.steps + "Ingestion-0\(number).swift"
      let text = try Self.text(path)
      for line in text.split(separator: "\n") where !line.hasSuffix("// more to come") {
        #expect(whole.contains(line), "\(path) has a line that the last step has not: \(line)")
      }
      let surroundings = try Self.text(Self.steps + "Surroundings.swift")
      let main = try Self.text(Self.steps + "main.swift")
      files.append(
        Self.wrapped(
          [(path, text), (Self.steps + "Surroundings.swift", surroundings)],
          in: "enum Step\(number)",
          last: Self.wrapped(
            [(Self.steps + "main.swift", main)], in: "static func main() async"))
      )
    }
    let run = try Self.compile(files)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("that do not compile are found, with their place") func mistakes() throws {
    let fence = DocumentationPage.Fence(
      path: "docs/client.md", line: 7, language: "swift",
      lines: ["let request = Flows.list()", "client.sendNothing(request)"], isExcerpt: false)
    let run = try Self.compile([Self.given, Self.function(of: fence)])
    #expect(run.status != 0)
    #expect(run.errors.contains("docs/client.md:8"), "\(run.errors)")
    let manifest = DocumentationPage.Fence(
      path: "README.md", line: 1, language: "swift",
      lines: [#".package(url: "…", since: "0.1.0")"#], isExcerpt: false)
    #expect(try Self.compileManifest([Self.list(of: manifest)]).status != 0)
  }
}

extension SnippetTests {
  /// What the program of a reader has already.
  fileprivate static let given = """
    import FlowServiceSources
    import Foundation
    import HTTPTypes

    var token: String { fatalError() }
    var apiKey: String { fatalError() }
    var organizationID: String { fatalError() }
    var clientID: String { fatalError() }
    var clientSecret: String { fatalError() }
    var secret: String { fatalError() }
    var password: String { fatalError() }
    var newPassword: Secret<String> { fatalError() }
    var privateKey: String { fatalError() }
    var passphrase: String { fatalError() }
    var authentication: SFTP.Authentication { fatalError() }
    var configuration: FlowServiceConfiguration { fatalError() }
    var client: FlowServiceClient {
      get { fatalError() }
      set {}
    }
    var id: String { fatalError() }
    var connectionID: String { fatalError() }
    var flowID: String { fatalError() }
    var eTag: ETag { fatalError() }
    var patch: JSONPatch { fatalError() }
    var query: JSONValue { fatalError() }
    var fields: HTTPFields { fatalError() }
    var data: Data { fatalError() }
    var operation: FlowServiceRequest<JSONValue> { fatalError() }
    var request: FlowServiceRequest<Flows.RetrieveResponse> { fatalError() }
    var runs: FlowServiceRequest<Runs.ListResponse> { fatalError() }
    var run: FlowRunObservation { fatalError() }
    func readAgain() async throws {}
    func post(_ head: HTTPRequest, _ body: [UInt8]?) async throws -> (status: Int, data: Data) {
      fatalError()
    }
    """

  /// Whether it is a part of a `Package.swift`.
  fileprivate static func isManifest(_ fence: DocumentationPage.Fence) -> Bool {
    let first = fence.lines.first ?? ""
    return fence.language == "swift"
      && (first.hasPrefix(".package(") || first.hasPrefix(".product("))
  }

  /// A file with the fence within a function, or in a type if it declares what is public. Its errors
  /// are those of the page. What is left out, `{ … }`, is nothing.
  fileprivate static func function(of fence: DocumentationPage.Fence) -> String {
    let name = fence.path.map { $0.isLetter || $0.isNumber ? $0 : "_" }
    // A comment stands in a file that has its imports already.
    let imports = fence.path.hasSuffix(".swift") ? "import Foundation\nimport HTTPTypes\n" : ""
    let isPublic = fence.lines.contains { $0.contains("public struct") }
    let declaration =
      isPublic
      ? "enum \(String(name))_\(fence.line)"
      : "func \(String(name))_\(fence.line)() async throws"
    return imports
      + wrapped(
        [(fence.path, fence.lines.joined(separator: "\n").replacing("{ … }", with: "{}"))],
        in: declaration, line: fence.line)
  }

  fileprivate static func list(of fence: DocumentationPage.Fence) -> String {
    let isPackage = fence.lines[0].hasPrefix(".package(")
    let type = isPackage ? "Package.Dependency" : "Target.Dependency"
    let name = fence.path.map { $0.isLetter || $0.isNumber ? $0 : "_" }
    return """
      import PackageDescription
      #sourceLocation(file: "\(fence.path)", line: \(fence.line - 1))
      func \(String(name))_\(fence.line)() -> [\(type)] { [
      \(fence.lines.joined(separator: "\n"))
      ] }
      #sourceLocation()
      """
  }

  /// Texts within a declaration, their imports before it.
  fileprivate static func wrapped(
    _ texts: [(path: String, text: String)], in declaration: String, line: Int = 1,
    last: String = ""
  ) -> String {
    var imports = ["import FlowServiceSources"]
    var body: [String] = []
    for (path, text) in texts {
      body.append("#sourceLocation(file: \"\(path)\", line: \(line))")
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let isImport = line.hasPrefix("import ")
        if isImport { imports.append(String(line)) }
        body.append(isImport ? "" : String(line))
      }
      body.append("#sourceLocation()")
    }
    let lines = last.split(separator: "\n", omittingEmptySubsequences: false)
    imports += lines.filter { $0.hasPrefix("import ") }.map(String.init)
    body += lines.filter { !$0.hasPrefix("import ") }.map(String.init)
    return (imports + [declaration + " {"] + body + ["}"]).joined(separator: "\n")
  }

  fileprivate static func compile(_ files: [String]) throws -> CommandRun {
    try typecheck(files, ["-I", BuiltProducts.modules])
  }

  fileprivate static func compileManifest(_ files: [String]) throws -> CommandRun {
    return try typecheck(
      files,
      [
        "-I", try Toolchain.resources().path + "/pm/ManifestAPI", "-package-description-version",
        "6.2.0",
      ])
  }

  private static func typecheck(_ files: [String], _ options: [String]) throws -> CommandRun {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var names: [String] = []
    for (index, file) in files.enumerated() {
      names.append("Snippet\(index).swift")
      try folder.write(file + "\n", to: names[index])
    }
    return try CommandRun(
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-suppress-warnings", "-module-name",
        "Snippets",
      ]
        + options + names, in: folder.url)
  }

  fileprivate static func text(_ path: String) throws -> String {
    String(
      decoding: try Data(contentsOf: SharedFolder.project.appending(path: path)), as: UTF8.self)
  }
}
