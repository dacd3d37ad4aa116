import CurlReader
import Diagnostics
import JSONReader
import MarkdownTree

/// What a fence holds, judged by its text first and by its language only where the text is silent.
enum FenceContent {
  /// With what was left out of it.
  case apiFormat([APIFormatFact.Line], [Diagnostic])
  case requests([CurlRequest])
  case json(JSONReading)
  /// Commands that send nothing, as they have no URL.
  case brokenRequests([CurlRequest])
  case other(String)

  /// Languages that are never a request, an API format or JSON.
  private static let otherLanguages: Set<String> = [
    "sql", "xml", "csv", "yaml", "python", "java", "javascript", "scala", "swift", "html", "css",
    "ini", "toml", "properties", "powershell", "diff", "graphql", "mermaid",
  ]

  /// - Parameter expected: what a label before the fence says that it is.
  init(_ fence: FencedCodeBlock, fallbackMethod: String?, expected: Labels.Kind?) {
    let (text, findings) = CodeText.mend(fence.content, isCommand: false)
    guard let first = Self.firstWord(of: text) else {
      self = .other("empty fence")
      return
    }
    let isFormatExpected =
      expected == .apiFormat || fence.language == "http" || fence.language == "https"
    if let lines = APIFormatReader.lines(of: text, isExpected: isFormatExpected) {
      self = .apiFormat(lines, findings)
      return
    }
    if Self.otherLanguages.contains(fence.language) {
      self = .other("code in \(fence.language)")
      return
    }
    let startsAsJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    if !startsAsJSON, fence.language != "json" || expected == .request {
      let requests = CurlReader.read(fence.content, fallbackMethod: fallbackMethod)
      if requests.contains(where: { $0.url != nil }) {
        self = .requests(requests)
        return
      }
      if Self.startsWithCurl(text), !requests.isEmpty {
        self = .brokenRequests(requests)
        return
      }
    }
    var reading = JSONReader.read(text)
    reading.diagnostics = findings + reading.diagnostics
    switch reading.root?.kind {
    case .object, .array:
      self = .json(reading)
    case nil where fence.language == "json":
      self = .json(reading)
    default:
      self = .other(fence.language.isEmpty ? "plain text" : "code in \(fence.language)")
    }
  }

  private static func firstWord(of text: MappedText) -> UInt8? {
    text.bytes.first { $0 > UInt8(ascii: " ") }
  }

  static func startsWithCurl(_ text: MappedText) -> Bool {
    let start = text.bytes.firstIndex { $0 > UInt8(ascii: " ") } ?? 0
    return text.bytes[start...].starts(with: Array("curl ".utf8))
  }
}

extension MappedText {
  /// The lines without their line endings.
  var lineRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      ranges.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] <= UInt8(ascii: " ") { lower += 1 }
    while upper > lower, bytes[upper - 1] <= UInt8(ascii: " ") { upper -= 1 }
    return lower..<upper
  }
}
