import ClientEmitter
import ConnectorModel
import Foundation
import TestSupport
import Testing

@testable import ModelDiff

/// What breaks code by the comparison breaks code by the compiler, and nothing else does.
@Suite(
  "The compiler",
  .enabled(if: SlowTests.areEnabled, "CONNECTORGEN_SLOW_TESTS=1 compiles a hundred clients"))
struct CompilerTests {
  @Test("takes the client of the sample") func sample() throws {
    let outcome = try Self.compile(Sample.model, with: ClientCode(Sample.model))
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test("agrees", arguments: Mutation.all) func agrees(_ mutation: Mutation) throws {
    let there = ModelComparison(Sample.model, mutation.model)
    let back = ModelComparison(mutation.model, Sample.model)
    try check(there, Sample.model, mutation.model)
    try check(back, mutation.model, Sample.model)
  }

  private func check(
    _ comparison: ModelComparison, _ old: ConnectorModel, _ new: ConnectorModel
  ) throws {
    let isBreaking = comparison.changes.contains { $0.classes.contains(.source) }
    // The same declarations are compiled by `sample` already.
    guard publicLines(of: old) != publicLines(of: new) else {
      #expect(!isBreaking)
      return
    }
    let outcome = try Self.compile(new, with: ClientCode(old))
    let message = outcome.output + outcome.errors
    #expect((outcome.status != 0) == isBreaking, "\(message.prefix(2000))")
  }

  /// Type-checks the code of a model with a client beside it.
  private static func compile(
    _ model: ConnectorModel, with client: ClientCode
  ) throws -> CommandRun {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var sources: [String] = []
    for file in ClientEmitter.emit(model).files where file.path.hasSuffix(".swift") {
      try folder.write(file.bytes, to: file.path)
      sources.append(folder.url.appending(path: file.path).path)
    }
    try folder.write(client.text, to: "Client.swift")
    sources.append(folder.url.appending(path: "Client.swift").path)
    return try CommandRun(
      [
        "swiftc", "-typecheck", "-wmo", "-swift-version", "6", "-module-name", "Emitted", "-I",
        BuiltProducts.modules,
      ] + sources)
  }
}
