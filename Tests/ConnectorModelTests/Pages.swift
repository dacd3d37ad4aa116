import Diagnostics
import Foundation
import JSONReader
import MarkdownTree
import PageFacts
import TestSupport

@testable import ConnectorModel

/// Pages for tests, read as the tool reads them.
enum Pages {
  /// All pages that the project generates from.
  static let all: [FactPage] = {
    let root = SharedFolder.project.appending(path: "docs-input").resolvingSymlinksInPath()
    guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { return [] }
    var pages: [FactPage] = []
    for case let file as URL in files where file.pathExtension == "md" {
      guard let data = try? Data(contentsOf: file) else { continue }
      let path = file.resolvingSymlinksInPath().path
      let base = root.resolvingSymlinksInPath().path
      pages.append(page(String(path.dropFirst(base.count + 1)), bytes: Array(data)))
    }
    return pages
  }()

  static let model = ModelBuilder.build(all)

  static func page(_ path: String, bytes: [UInt8]) -> FactPage {
    let source = SourceFile(path: path, bytes: bytes)
    return FactPage(source: source, facts: PageReader.read(MarkdownReader.read(source), page: path))
  }

  static func page(_ path: String, _ text: String) -> FactPage {
    page(path, bytes: Array(text.utf8))
  }

  /// The model of one page about a database.
  static func model(_ text: String) -> (model: ConnectorModel, diagnostics: [Diagnostic]) {
    let path = "sources/tutorials/api/create/databases/example.md"
    let result = ModelBuilder.build([page(path, text)])
    return (result.model, result.diagnostics[path] ?? [])
  }

  static func json(_ text: String) -> JSONNode {
    JSONReader.read(MappedText(text)).root ?? nil
  }
}
