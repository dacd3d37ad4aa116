import Diagnostics
import Yams

/// Reads a YAML file into nodes with places, and reports what is no YAML.
struct YAMLReader {
  private let file: SourceFile
  private(set) var diagnostics: [Diagnostic] = []
  private var marks: MarkConverter
  /// Where keys stand that are there a second time: they were renamed so that all the rest can be
  /// read.
  private var renamedKeys: Set<Int> = []

  /// After that many duplicates the rest is not looked at.
  private static let mostDuplicates = 50

  init(_ file: SourceFile) {
    self.file = file
    marks = MarkConverter(file)
  }

  /// The root; `nil` for an empty file, and for one that cannot be read.
  mutating func read() -> YAMLNode? {
    if let problem = YAMLGuard.problem(in: file) {
      report(problem.range, problem.message, remedy: problem.remedy)
      return nil
    }
    var bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    // The parser keeps a pointer to the text's storage, which a short string does not have.
    var text = String(decoding: bytes, as: UTF8.self) + String(repeating: "\n", count: 16)
    for _ in 0...Self.mostDuplicates {
      do {
        let parser = try Parser(yaml: text, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return nil }
        return node(root)
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(_, let context) = error else {
          report(error)
          return nil
        }
        guard let renamed = renameDuplicates(of: context.mark, in: text) else {
          let offset = marks.offset(line: context.mark.line, column: context.mark.column)
          duplicate(offset..<endOfKey(offset), isFirst: true)
          return nil
        }
        text = renamed
      } catch {
        report(0..<0, "the file cannot be read", remedy: nil)
        return nil
      }
    }
    return nil
  }

  // MARK: Nodes

  private mutating func node(_ node: Node) -> YAMLNode {
    let start = marks.offset(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    if start < file.bytes.count, file.bytes[start] == UInt8(ascii: "!") {
      report(start..<endOfWord(start), "tags are not supported", remedy: "remove the tag")
    } else if start < file.bytes.count, file.bytes[start] == UInt8(ascii: "&"), isAnchored(node) {
      report(start..<endOfWord(start), "anchors are not supported", remedy: "remove the anchor")
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return YAMLNode(
        kind: .scalar(YAMLScalar(scalar.string, isPlain: isPlain)),
        range: start..<end(of: scalar, from: start))
    case .sequence(let sequence):
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(self.node(element)) }
      return YAMLNode(kind: .sequence(elements), range: start..<endOfWord(start))
    case .mapping(let mapping):
      var pairs: [YAMLNode.Pair] = []
      for (key, value) in mapping {
        let keyNode = self.node(key)
        let valueNode = self.node(value)
        guard !renamedKeys.contains(keyNode.range.lowerBound) else { continue }
        pairs.append(YAMLNode.Pair(key: keyNode, value: valueNode))
      }
      return YAMLNode(kind: .mapping(pairs), range: start..<endOfWord(start))
    case .alias:
      return YAMLNode(kind: .scalar(YAMLScalar("", isPlain: true)), range: start..<start)
    }
  }

  private func isAnchored(_ node: Node) -> Bool { node.anchor != nil }

  private func end(of scalar: Node.Scalar, from start: Int) -> Int {
    switch scalar.style {
    case .singleQuoted, .doubleQuoted: endOfQuoted(start)
    case .literal, .folded: endOfLine(start)
    default:
      // A plain scalar of one line stands in the file as it is.
      file.bytes[start...].starts(with: scalar.string.utf8)
        ? start + scalar.string.utf8.count : endOfLine(start)
    }
  }

  private func endOfLine(_ start: Int) -> Int {
    max(start, file.lineRange(file.location(of: start).line).upperBound)
  }

  private func endOfQuoted(_ start: Int) -> Int {
    guard start < file.bytes.count else { return start }
    let quote = file.bytes[start]
    var index = start + 1
    while index < file.bytes.count {
      if file.bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
        continue
      }
      if file.bytes[index] == quote {
        let isDoubled = index + 1 < file.bytes.count && file.bytes[index + 1] == quote
        guard quote == UInt8(ascii: "'"), isDoubled else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return file.bytes.count
  }

  private func endOfWord(_ start: Int) -> Int {
    var end = start
    while end < file.bytes.count, file.bytes[end] > 0x20 { end += 1 }
    return end
  }

  private func endOfKey(_ start: Int) -> Int {
    guard start < file.bytes.count else { return start }
    let first = file.bytes[start]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return endOfQuoted(start) }
    let line = endOfLine(start)
    var end = start
    while end < line, file.bytes[end] != UInt8(ascii: ":") { end += 1 }
    while end > start, file.bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }

  // MARK: Problems

  private mutating func report(_ range: Range<Int>, _ message: String, remedy: String?) {
    diagnostics.append(
      Diagnostic(.configurationSyntax, at: range, subject: message, message, remedy: remedy))
  }

  private mutating func duplicate(_ range: Range<Int>, isFirst: Bool, firstRange: Range<Int>? = nil)
  {
    let key = file.text(in: range)
    diagnostics.append(
      Diagnostic(
        .duplicateConfigurationKey, at: range, subject: key,
        isFirst ? "the key \(key) is there twice" : "the key \(key) is there already",
        assumption: isFirst ? nil : "ignored", remedy: "merge the two",
        notes: firstRange.map { [.init(range: $0, message: "here it is first")] } ?? []))
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let isName =
        context?.text.contains("alias") == true || context?.text.contains("anchor") == true
      let place = isName ? context?.mark ?? mark : mark
      let offset = marks.offset(line: place.line, column: place.column)
      let end = min(offset + 1, file.bytes.count)
      let byte = offset < file.bytes.count ? file.bytes[offset] : 0
      var message = problem
      if let context, !context.text.isEmpty { message += " \(context.text)" }
      var remedy: String?
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "%"),
        UInt8(ascii: "@"), UInt8(ascii: "`"):
        let sign = String(decoding: [byte], as: UTF8.self)
        message = "a value that starts with \(sign) needs quotes"
        remedy = "put it in double quotes"
      case UInt8(ascii: "\t"):
        message = "a tab cannot indent"
        remedy = "indent with blanks"
      default:
        break
      }
      report(offset..<max(offset, end), message, remedy: remedy)
    case .reader(let problem, let offset, _, _):
      let place = min(max(offset ?? 0, 0), file.bytes.count)
      report(place..<place, problem, remedy: nil)
    default:
      report(0..<0, "the file is no YAML", remedy: nil)
    }
  }

  // MARK: Duplicate keys

  /// Renames the keys of the same block that are the same as the one at `mark`, and reports them.
  /// The new names have as many signs as the old ones, so that all places stay right.
  private mutating func renameDuplicates(of mark: Mark, in text: String) -> String? {
    let first = marks.offset(line: mark.line, column: mark.column)
    let firstRange = first..<endOfKey(first)
    let name = plainName(firstRange)
    let prefix = file.bytes[file.lineRange(mark.line).lowerBound..<first]
    guard prefix.allSatisfy({ $0 < 0x80 }) || mark.line == 1 else { return nil }
    var found: [(line: Int, range: Range<Int>)] = []
    var line = mark.line + 1
    while line <= file.lineStarts.count {
      defer { line += 1 }
      let range = file.lineRange(line)
      var index = range.lowerBound
      while index < range.upperBound, file.bytes[index] == 0x20 { index += 1 }
      guard index < range.upperBound, file.bytes[index] != UInt8(ascii: "#") else { continue }
      let column = index - range.lowerBound + 1
      if column < mark.column { break }
      guard column == mark.column, !renamedKeys.contains(index) else { continue }
      let key = index..<endOfKey(index)
      var behind = key.upperBound
      while behind < range.upperBound, file.bytes[behind] == 0x20 { behind += 1 }
      guard behind < range.upperBound, file.bytes[behind] == UInt8(ascii: ":"),
        plainName(key) == name
      else { continue }
      found.append((line, key))
    }
    guard !found.isEmpty else { return nil }
    let skipped = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var scalars = Array(text.unicodeScalars)
    var position = 0
    var offset = skipped
    for (_, range) in found {
      while offset < range.lowerBound, position < scalars.count {
        offset += width(at: offset)
        position += 1
      }
      guard let replacement = Unicode.Scalar(0xE000 + renamedKeys.count % 0x1000) else {
        return nil
      }
      renamedKeys.insert(range.lowerBound)
      while offset < range.upperBound, position < scalars.count {
        scalars[position] = replacement
        offset += width(at: offset)
        position += 1
      }
      duplicate(range, isFirst: false, firstRange: firstRange)
    }
    var renamed = String.UnicodeScalarView()
    renamed.append(contentsOf: scalars)
    return String(renamed)
  }

  private func width(at offset: Int) -> Int {
    switch file.bytes[offset] {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  private func plainName(_ range: Range<Int>) -> String {
    let text = file.text(in: range)
    guard let first = text.first, first == "\"" || first == "'", text.count > 1 else { return text }
    return String(text.dropFirst().dropLast())
  }
}
