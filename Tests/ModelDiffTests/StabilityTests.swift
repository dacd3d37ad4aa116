import ConnectorModel
import GenerationPipeline
import PageFacts
import TestSupport
import Testing

@testable import ModelDiff

/// What an edit of the pages may change in the generated files, over all pages of `docs-input`.
/// `NonChangeTests` has the edits that change comments alone.
@Suite("The generated files") struct StabilityTests {
  @Test("are the same whatever order the pages come in") func order() async throws {
    let readings = try await GeneratedFiles.readings.value
    let files = try await GeneratedFiles.own.value
    try #require(readings.count > 20)
    var numbers = SeededGenerator(seed: 5)
    let shuffled = GeneratedFiles(readings.shuffled(using: &numbers))
    #expect(shuffled.differences(from: files).isEmpty)
  }

  /// What differs is the same when the page comes.
  @Test("change with a page that goes only where they are made of it") func pages() async throws {
    let readings = try await GeneratedFiles.readings.value
    let files = try await GeneratedFiles.own.value
    // One page after the other takes minutes; a few, of all kinds, are looked at every time.
    let step = SlowTests.areEnabled ? 1 : 9
    for index in stride(from: 0, to: readings.count, by: step) {
      let page = readings[index].facts.page
      var rest = readings
      rest.remove(at: index)
      let changed = GeneratedFiles(rest).differences(from: files)
      let unexpected = changed.subtracting(Self.paths(of: page, in: files))
      #expect(unexpected.isEmpty, "\(page)")
      #expect(changed.contains("model/index.json"), "\(page)")
    }
  }

  /// The files that a page may change when it comes or goes.
  private static func paths(of page: String, in files: GeneratedFiles) -> Set<String> {
    // The indices, the contents of the documentation among them.
    var paths: Set<String> = [
      "API.txt", "SourceIndex.swift", "model/index.json",
      "FlowServiceSources.docc/FlowServiceSources.md",
      GeneratedFiles.callModule + "/DocumentedCall+All.swift",
    ]
    // Those of the page alone.
    for source in files.model.sources where source.provenance.page == page {
      paths.insert("model/sources/\(source.key).json")
    }
    paths.formUnion(files.paths.filter { files.page($0) == page })
    paths.insert("model/tables/\(page.dropLast(3)).json")
    paths.insert("model/payloads/\(page.dropLast(3)).json")
    // What is merged of all pages that document the same: the operations of a group …
    let groups = Set(
      files.model.operations.filter { $0.pages.contains(page) }.map(\.group))
    for operation in files.model.operations where groups.contains(operation.group) {
      let name = operation.group.prefix(1).uppercased() + operation.group.dropFirst()
      // A group that is called like a type of Swift's own has a longer name.
      paths.formUnion(["Operations/\(name).swift", "Operations/\(name)Operations.swift"])
      paths.insert("model/operations/\(operation.group).json")
      // … with the calls of the group's functions, whose types are merged, too.
      for other in operation.pages {
        paths.formUnion(
          files.paths.filter {
            $0.hasPrefix(GeneratedFiles.callModule) && files.page($0) == other
          })
      }
    }
    // … and the error codes.
    if files.model.errorCodes.contains(where: { $0.provenance.page == page }) {
      paths.formUnion(["ErrorCodes.swift", "model/error-codes.json"])
    }
    return paths
  }
}

extension GeneratedFiles {
  /// The page that a file of Swift says it is made of.
  fileprivate func page(_ path: String) -> String? {
    guard path.hasSuffix(".swift") else { return nil }
    let words = text(path).prefix { $0 != "\n" }.split(separator: " ")
    guard let place = words.firstIndex(of: "from"), words.indices.contains(place + 1) else {
      return nil
    }
    return String(words[place + 1].dropLast())
  }
}

extension ModelOperation {
  fileprivate var pages: Set<String> {
    Set((provenances + examples.map(\.provenance) + responseExamples.map(\.provenance)).map(\.page))
  }
}
