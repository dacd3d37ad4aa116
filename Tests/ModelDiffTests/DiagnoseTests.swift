import ClientEmitter
import ConnectorModel
import Foundation
import TestSupport
import Testing

@testable import ModelDiff

/// `swift package diagnose-api-breaking-changes` over two revisions of a package with a module for
/// each kind of change.
@Suite(
  "diagnose-api-breaking-changes",
  .enabled(if: SlowTests.areEnabled, "CONNECTORGEN_SLOW_TESTS=1 builds a package twice"))
struct DiagnoseTests {
  /// A change that it judges otherwise than the compiler does.
  struct Deviation: Hashable {
    /// The change in words, which is the name of its mutation.
    var change: String
    /// What it says; empty where it sees nothing.
    var complaints: [String]
    var reason: String
  }

  static let deviations: [Deviation] = [
    Deviation(
      change: "an optional credential at the end",
      complaints: [
        "constructor Sample.BasicAuthentication.init(host:userName:password:port:region:) has been "
          + "removed"
      ],
      reason: "an argument with a default makes another declaration; calls compile as they were"),
    Deviation(
      change: "an optional query parameter",
      complaints: [
        "func Connections.list(mode:limit:orderby:) has been renamed to "
          + "func list(mode:limit:orderby:start:)"
      ],
      reason: "the same"),
    Deviation(
      change: "no response", complaints: [],
      reason: "the name of the response's type stays, as one for the empty response; whoever reads "
        + "its properties or makes it breaks"),
    Deviation(
      change: "a response", complaints: [],
      reason:
        "the name for the empty response becomes a type of its own; whoever takes it for that "
        + "breaks"),
  ]

  /// The deviations as `docs/diff.md` has them.
  static var table: String {
    var text = "| change | it says | why |\n| --- | --- | --- |\n"
    for deviation in deviations {
      let complaints =
        deviation.complaints.isEmpty
        ? "nothing" : deviation.complaints.map { "`\($0)`" }.joined(separator: ", ")
      text += "| \(deviation.change) | \(complaints) | \(deviation.reason) |\n"
    }
    return text
  }

  @Test("agrees, but for what is documented") func agrees() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let mutations = Self.chosen
    try writePackage(mutations.count, in: folder)
    for index in mutations.indices { try write(Sample.model, to: index, in: folder) }
    try git(folder, "init", "--quiet")
    try git(folder, "add", "--all")
    try git(folder, "commit", "--quiet", "--message", "Old")
    try git(folder, "tag", "1.0.0")
    for (index, mutation) in mutations.enumerated() {
      try write(mutation.model, to: index, in: folder)
    }
    let run = try CommandRun(
      ["swift", "package", "diagnose-api-breaking-changes", "1.0.0"], in: folder.url, seconds: 1800)
    let text = run.output + run.errors
    try #require(text.contains("breaking change"), "\(text.suffix(3000))")
    let broken = Self.brokenModules(text)
    var found: [String: [String]] = [:]
    for (index, mutation) in mutations.enumerated() {
      let comparison = ModelComparison(Sample.model, mutation.model)
      let isBreaking = comparison.changes.contains { $0.classes.contains(.source) }
      let complaints = broken["M\(index)"]
      guard isBreaking != (complaints != nil) else { continue }
      found[mutation.name] = complaints ?? []
    }
    let known = Self.deviations.map { ($0.change, $0.complaints) }
    #expect(found == Dictionary(known, uniquingKeysWith: { first, _ in first }))
  }

  /// One of each set of rules and classes, which is what there is to agree on.
  private static var chosen: [Mutation] {
    var seen: Set<Set<String>> = []
    return Mutation.all.filter { mutation in
      let isDocumentation = mutation.expected.allSatisfy { $0.hasSuffix("documentation") }
      return !isDocumentation && seen.insert(mutation.expected).inserted
    }
  }

  private func writePackage(_ count: Int, in folder: TemporaryFolder) throws {
    let targets = (0..<count).map { index in
      """
          .target(name: "M\(index)", dependencies: ["FlowServiceRuntime", .product(name: "HTTPTypes", package: "swift-http-types")]),
      """
    }
    let names = (0..<count).map { "\"M\($0)\"" }.joined(separator: ", ")
    let checkouts = SharedFolder.project.appending(path: ".build/checkouts/swift-http-types").path
    try folder.write(
      """
      // swift-tools-version: 6.2
      import PackageDescription
      let package = Package(
        name: "Clients",
        products: [.library(name: "Clients", targets: [\(names)])],
        dependencies: [.package(path: "\(checkouts)")],
        targets: [
          .target(name: "FlowServiceRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
      \(targets.joined(separator: "\n"))
        ])

      """, to: "Package.swift")
    try folder.write(".build\n", to: ".gitignore")
    try FileManager.default.copyItem(
      at: SharedFolder.project.appending(path: "Sources/FlowServiceRuntime"),
      to: folder.url.appending(path: "Sources/FlowServiceRuntime"))
  }

  private func write(
    _ model: ConnectorModel, to index: Int, in folder: TemporaryFolder
  ) throws {
    let target = "Sources/M\(index)"
    try? FileManager.default.removeItem(at: folder.url.appending(path: target))
    for file in ClientEmitter.emit(model).files where file.path.hasSuffix(".swift") {
      try folder.write(file.bytes, to: target + "/" + file.path)
    }
  }

  private func git(_ folder: TemporaryFolder, _ arguments: String...) throws {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    let run = try CommandRun(["git"] + identity + arguments, in: folder.url)
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The complaints by module.
  private static func brokenModules(_ text: String) -> [String: [String]] {
    var modules: [String: [String]] = [:]
    var module: String?
    for line in text.split(separator: "\n") {
      if let range = line.range(of: " detected in ") {
        let name = line[range.upperBound...].prefix { $0.isLetter || $0.isNumber }
        module = line.hasPrefix("No") ? nil : String(name)
      } else if let module, let range = line.range(of: "API breakage: ") {
        modules[module, default: []].append(String(line[range.upperBound...]))
      }
    }
    return modules
  }
}
