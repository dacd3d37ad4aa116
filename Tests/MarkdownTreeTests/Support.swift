import Diagnostics
import Foundation
import MarkdownTree
import TestSupport
import Testing

func read(_ text: String) -> MarkdownDocument {
  MarkdownReader.read(SourceFile(path: "page.md", text: text))
}

func dump(_ text: String) -> String { read(text).dump() }

/// The rules of a page's findings, in the order of their places.
func rules(_ text: String) -> [String] { read(text).diagnostics.map(\.rule.identifier) }

extension MarkdownDocument {
  func source(_ range: Range<Int>) -> String { source.text(in: range) }
}

/// All pages of the corpus and of the input folder, with their paths.
func corpusPages() -> [(path: String, bytes: [UInt8])] {
  var pages: [(path: String, bytes: [UInt8])] = []
  let folders = [
    SharedFolder.url.appending(path: "corpus"), SharedFolder.project.appending(path: "docs-input"),
    SharedFolder.url.appending(path: "seeds"),
  ]
  for folder in folders {
    guard let files = FileManager.default.enumerator(atPath: folder.path) else { continue }
    for case let name as String in files where name.hasSuffix(".md") || name.hasSuffix(".txt") {
      if let data = FileManager.default.contents(atPath: folder.appending(path: name).path) {
        pages.append((name, Array(data)))
      }
    }
  }
  return pages.sorted { $0.path < $1.path }
}
