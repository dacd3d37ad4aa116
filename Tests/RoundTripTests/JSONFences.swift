import CurlReader
import Diagnostics
import GenerationPipeline
import JSONReader

/// The fences of a page that hold JSON, found line by line: what the page's reader made of them does
/// not matter here.
struct JSONFences {
  /// The lines of the opening fences.
  private(set) var lines: [Int] = []

  init(_ reading: PageReading) {
    let text = String(decoding: reading.source.bytes, as: UTF8.self)
    var open: (line: Int, language: Substring, content: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let bare = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
      guard bare.hasPrefix("```") else {
        open?.content.append(line)
        continue
      }
      guard let fence = open else {
        open = (index + 1, bare.drop { $0 == "`" }.prefix { $0.isLetter }, [])
        continue
      }
      let content = fence.content.joined(separator: "\n")
      if Self.isJSON(content, language: fence.language) { lines.append(fence.line) }
      open = nil
    }
  }

  private static func isJSON(_ text: String, language: Substring) -> Bool {
    // Words may stand before it, where the fence has no language.
    let lines = text.split(separator: "\n").map { $0.first { !$0.isWhitespace } }
    let starts =
      lines.first == "{" || lines.first == "["
      || language.isEmpty && (lines.contains("{") || lines.contains("["))
    guard starts || language == "json", !text.contains("curl "),
      let root = JSONReader.read(MappedText(text)).root
    else { return false }
    return root.members != nil || root.elements != nil
  }
}
