import Diagnostics
import Foundation
import JSONReader
import TestSupport

/// JSON out of the pages of the shared folder, by a scan that is far simpler than the real one.
enum PageTexts {
  static func pages(_ folder: String) throws -> [(path: String, text: String)] {
    let root = SharedFolder.url.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.filter { $0.hasSuffix(".md") }.sorted().map { path in
      (path, try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }
  }

  /// The fence that opens on a line, counted from 1.
  static func fence(at line: Int, of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var content: [Substring] = []
    for next in lines.dropFirst(line) {
      let trimmed = next.drop { $0 == " " || $0 == ">" }
      if trimmed.hasPrefix("```") { break }
      content.append(next.first == ">" ? trimmed : next)
    }
    return content.joined(separator: "\n")
  }

  /// All sound JSON fences and bodies.
  static func sound() throws -> [[UInt8]] {
    var texts: [String] = []
    for page in try pages("corpus/pages") {
      let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.contains("```json") {
        texts.append(fence(at: index + 1, of: page.text))
      }
      for part in page.text.components(separatedBy: "-d '").dropFirst() {
        texts.append(String(part.prefix { $0 != "'" }))
      }
    }
    return texts.map { Array($0.utf8) }.filter { text in
      let value = try? JSONSerialization.jsonObject(with: Data(text))
      return value is [String: Any] || value is [Any]
    }
  }
}
