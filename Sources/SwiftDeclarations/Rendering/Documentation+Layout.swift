extension Documentation {
  /// The lines of the comment, each starting with `///`; none for a comment without words.
  var layouts: [Layout] {
    var sections: [[Layout]] = blocks.compactMap { $0.layouts }
    var fields: [Layout] = []
    if parameters.count == 1, let parameter = parameters.first {
      fields.append(
        Self.item(parameter.text, marker: "- Parameter \(Identifier.label(parameter.name)): "))
    } else if !parameters.isEmpty {
      fields.append(.text("/// - Parameters:"))
      for parameter in parameters {
        fields.append(
          Self.item(parameter.text, marker: "  - \(Identifier.label(parameter.name)): "))
      }
    }
    if let returns { fields.append(Self.item(returns, marker: "- Returns: ")) }
    if let `throws` { fields.append(Self.item(`throws`, marker: "- Throws: ")) }
    if !fields.isEmpty { sections.append(fields) }
    return Array(sections.joined(separator: [.text("///")]))
  }

  /// A list item; its other lines stand below its first word.
  fileprivate static func item(_ text: Text, marker: String) -> Layout {
    let indentation = String(repeating: " ", count: marker.prefix { $0 == " " }.count + 2)
    let words = MarkdownText.words(text)
    if words.isEmpty { return .text("/// " + String(marker.dropLast())) }
    return .prose(
      Prose(words, first: "/// " + marker, continuation: "/// " + indentation, isMarkdown: true))
  }
}

extension Documentation.Block {
  fileprivate var layouts: [Layout]? {
    switch self {
    case .paragraph(let text):
      let words = MarkdownText.words(text)
      return words.isEmpty ? nil : [.prose(Prose(words, first: "/// ", isMarkdown: true))]
    case .bulletList(let items):
      return items.isEmpty ? nil : items.map { Documentation.item($0, marker: "- ") }
    case .aside(let name, let text):
      let name = CommentText.words(name).joined(separator: " ")
      return [Documentation.item(text, marker: "- \(name): ")]
    case .code(let lines):
      return Self.fence(lines.flatMap { CommentText.lines($0) })
    }
  }

  private static func fence(_ lines: [String]) -> [Layout] {
    var longest = 2
    for line in lines {
      var run = 0
      for byte in line.utf8 {
        run = byte == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    let fence = Layout.text("/// " + String(repeating: "`", count: longest + 1))
    return [fence] + lines.map { .text($0.isEmpty ? "///" : "/// " + $0) } + [fence]
  }
}
