import Diagnostics
import MarkdownTree

/// Reads the lines of an API format: each a method and a path, nothing else.
enum APIFormatReader {
  static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

  /// - Parameter isExpected: whether a label or a language says that this is an API format, so that
  ///   a path may lack its slash.
  static func lines(of text: MappedText, isExpected: Bool) -> [APIFormatFact.Line]? {
    var lines: [APIFormatFact.Line] = []
    for range in text.lineRanges {
      let trimmed = text.trimmed(range)
      if trimmed.isEmpty { continue }
      let line = text.slice(trimmed).string
      guard let blank = line.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return nil }
      let method = String(line[..<blank]).uppercased()
      let target = withoutVersion(line[blank...].drop { $0 == " " || $0 == "\t" })
      guard methods.contains(method), isTarget(target, isExpected) else { return nil }
      lines.append(
        APIFormatFact.Line(
          method: method, target: String(target), range: text.sourceRange(of: trimmed)))
    }
    return lines.isEmpty ? nil : lines
  }

  /// The lines of a paragraph that is one code span and nothing else.
  static func lines(of content: [Inline], in source: SourceFile) -> [APIFormatFact.Line]? {
    codeSpan(content, in: source).flatMap { lines(of: $0, isExpected: true) }
  }

  /// The text of a paragraph that is one code span and nothing else.
  static func codeSpan(_ content: [Inline], in source: SourceFile) -> MappedText? {
    guard content.count == 1, let code = content.first, case .code = code.kind else { return nil }
    var range = code.range
    let backtick = UInt8(ascii: "`")
    while !range.isEmpty, source.bytes[range.lowerBound] == backtick {
      range = range.dropFirst()
    }
    while !range.isEmpty, source.bytes[range.upperBound - 1] == backtick {
      range = range.dropLast()
    }
    return MappedText(range, of: source)
  }

  /// The lines of a text that nothing says to be an API format: methods in capitals, paths with
  /// their slash and no blank but in quotes, as no sentence has them.
  static func strictLines(of text: MappedText) -> [APIFormatFact.Line]? {
    guard let lines = lines(of: text, isExpected: false) else { return nil }
    let methods = text.lineRanges.lazy.map(text.trimmed).filter { !$0.isEmpty }
    let isStrict = zip(lines, methods).allSatisfy { line, range in
      line.target.hasPrefix("/")
        && !line.target.prefix { $0 != "\"" }.contains(where: \.isWhitespace)
        && text.bytes[range].starts(with: line.method.utf8)
    }
    return isStrict ? lines : nil
  }

  /// `/connections` of `/connections HTTP/1.1`.
  private static func withoutVersion(_ target: Substring) -> Substring {
    guard let blank = target.lastIndex(of: " "), target[blank...].hasPrefix(" HTTP/") else {
      return target
    }
    return target[..<blank]
  }

  private static func isTarget(_ target: Substring, _ isExpected: Bool) -> Bool {
    guard let first = target.first, !target.contains("'") else { return false }
    if first == "/" || first == "{" || target.hasPrefix("http") { return true }
    return isExpected && first.isLetter && !target.contains(" ")
  }
}
