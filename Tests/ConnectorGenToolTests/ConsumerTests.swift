import Foundation
import TestSupport
import Testing

/// A user's package that depends on the client: built apart, without cmark-gfm and without the tool's
/// own dependencies.
@Suite(
  "A package that uses the client",
  .enabled(if: SlowTests.areEnabled, "CONNECTORGEN_SLOW_TESTS=1 builds a package"))
struct ConsumerTests {
  @Test("resolves one dependency, builds without warnings and runs") func builds() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let package = folder.url.appending(path: "Consumer")
    try FileManager.default.copyItem(
      at: SharedFolder.project.appending(path: "Tests/ConsumerPackage"), to: package)
    let manifest = package.appending(path: "Package.swift")
    let text = String(decoding: try Data(contentsOf: manifest), as: UTF8.self)
    try Data(
      text.replacing(
        #"name: "ConnectorGen", path: "../..""#,
        with: #"name: "ConnectorGen", path: "\#(SharedFolder.project.path)""#
      ).utf8
    ).write(to: manifest)

    // As on a machine where cmark-gfm was never installed.
    let nowhere = ["PKG_CONFIG_PATH": folder.path, "PKG_CONFIG_LIBDIR": folder.path]
    let build = try CommandRun(
      ["swift", "build"], in: package, environment: nowhere, seconds: 1200)
    try #require(build.status == 0, "\(build.output)\(build.errors)")
    let checkouts = try FileManager.default.contentsOfDirectory(
      atPath: package.appending(path: ".build/checkouts").path)
    #expect(checkouts == ["swift-http-types"])

    let run = try CommandRun([".build/debug/Consumer"], in: package, seconds: 60)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix("POST https platform.adobe.io /data/foundation/flowservice/connections"))
    #expect(run.output.contains(#""specName":"Basic Authentication for sftp""#))
    let shown = run.output.split(separator: "\n").filter { $0.hasPrefix("shown:") }
    #expect(shown.count == 2)
    for line in shown { #expect(!line.contains("hunter2")) }

    let isolated = try CommandRun([".build/debug/IsolatedConsumer"], in: package, seconds: 60)
    #expect(isolated.status == 0, "\(isolated.errors)")
    #expect(isolated.output.contains("jdbc:snowflake://account.snowflakecomputing.com"))
  }
}
