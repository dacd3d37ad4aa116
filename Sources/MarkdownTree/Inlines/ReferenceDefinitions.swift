import Diagnostics

/// The page's link reference definitions: `[label]: destination "title"`.
struct ReferenceDefinitions {
  struct Target {
    var destination: String
    var title: String
  }

  private var targets: [String: Target] = [:]

  var isEmpty: Bool { targets.isEmpty }

  /// The target of a label; nil if the page does not define it.
  func target(_ bytes: [UInt8], _ label: Range<Int>) -> Target? {
    guard !targets.isEmpty, label.count <= 1000 else { return nil }
    return targets[ReferenceDefinitions.normalized(bytes, label)]
  }

  /// Adds the definitions at the start of a paragraph. The first one of a label counts.
  mutating func add(_ text: MappedText, context: inout InlineContext) {
    var start = 0
    while let found = ReferenceDefinitions.definition(text.bytes, at: start) {
      let name = ReferenceDefinitions.normalized(text.bytes, found.label)
      if targets[name] == nil {
        targets[name] = Target(
          destination: CharacterReference.unescaped(
            text.bytes, found.destination, context: &context),
          title: found.title.map {
            CharacterReference.unescaped(text.bytes, $0, context: &context)
          } ?? "")
      }
      start = found.end
    }
  }

  /// Where the definitions at the start of a paragraph end.
  static func end(in text: MappedText) -> Int {
    var start = 0
    while let found = definition(text.bytes, at: start) { start = found.end }
    return start
  }

  private struct Definition {
    var label: Range<Int>
    var destination: Range<Int>
    var title: Range<Int>?
    var end: Int
  }

  private static func definition(_ bytes: [UInt8], at start: Int) -> Definition? {
    guard let label = LinkScanner.label(bytes, at: start), label.end < bytes.count,
      bytes[label.end] == Byte.colon, !bytes[label.content].allSatisfy(\.isWhitespace),
      bytes[label.content.lowerBound] != Byte.exclamationMark
    else { return nil }
    let place = LinkScanner.skipWhitespace(bytes, label.end + 1)
    guard let destination = LinkScanner.destination(bytes, at: place), destination.end > place
    else { return nil }
    var definition = Definition(
      label: label.content, destination: destination.content, end: destination.end)
    let behind = LinkScanner.skipWhitespace(bytes, destination.end)
    if behind > destination.end, let title = LinkScanner.title(bytes, at: behind),
      let end = lineEnd(bytes, title.end)
    {
      definition.title = title.content
      definition.end = end
      return definition
    }
    guard let end = lineEnd(bytes, destination.end) else { return nil }
    definition.end = end
    return definition
  }

  /// The start of the next line, if only blanks are left on this one.
  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    if index == bytes.count { return index }
    return bytes[index] == Byte.lineFeed ? index + 1 : nil
  }

  private static func normalized(_ bytes: [UInt8], _ label: Range<Int>) -> String {
    var result: [UInt8] = []
    for byte in bytes[label] {
      if !byte.isWhitespace {
        result.append(byte)
      } else if let last = result.last, last != Byte.space {
        result.append(Byte.space)
      }
    }
    if result.last == Byte.space { result.removeLast() }
    return String(decoding: result, as: UTF8.self).uppercased().lowercased()
  }
}
