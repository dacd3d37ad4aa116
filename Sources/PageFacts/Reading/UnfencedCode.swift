import CurlReader
import Diagnostics
import JSONReader
import MarkdownTree

/// What a paragraph holds that would be a fence, had its opening line not got lost.
enum UnfencedCode {
  case apiFormat([APIFormatFact.Line])
  case requests([CurlRequest])
  case json(JSONReading)

  /// - Parameters:
  ///   - label: what a label before the paragraph says that it is.
  ///   - isBeforeCommand: whether a command is the next code of the section, so that a lone method
  ///     and path are its format under any label.
  init?(
    _ range: Range<Int>, of source: SourceFile, label: Labels.Kind?, isBeforeCommand: Bool
  ) {
    let bytes = source.bytes[range]
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      guard label == .request || label == .response, Self.hasShapeOfJSON(bytes) else { return nil }
      let text = MappedText(range, of: source)
      let (mended, findings) = CodeText.mend(text, isCommand: false)
      var reading = JSONReader.read(mended)
      reading.diagnostics = findings + reading.diagnostics
      switch reading.root?.kind {
      case .object, .array: self = .json(reading)
      default: return nil
      }
    } else if bytes.starts(with: Array("curl ".utf8)) {
      guard label == .request || Self.isCommand(bytes) else { return nil }
      let curls = CurlReader.read(MappedText(range, of: source))
      guard curls.contains(where: { $0.url.map { RequestURL($0).namesHost } ?? false }) else {
        return nil
      }
      self = .requests(curls)
    } else {
      guard label == .apiFormat || isBeforeCommand,
        let lines = APIFormatReader.strictLines(of: MappedText(range, of: source))
      else { return nil }
      self = .apiFormat(lines)
    }
  }

  /// Whether an option, a quote, a URL or a line's continuation stands behind `curl`, and no word of
  /// a sentence.
  private static func isCommand(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.dropFirst("curl ".utf8.count).drop { $0 == UInt8(ascii: " ") }
    guard let first = rest.first else { return false }
    if [UInt8]("-'\"\\<[".utf8).contains(first) { return true }
    return rest.starts(with: Array("http".utf8))
  }

  /// What the code is called in findings.
  var name: String {
    switch self {
    case .apiFormat: "an API format"
    case .requests: "a command"
    case .json: "JSON"
    }
  }

  /// The language of its fence.
  var language: String {
    switch self {
    case .apiFormat: "http"
    case .requests: "shell"
    case .json: "json"
    }
  }

  /// Whether a paragraph starts and ends like an object or an array, and not like a link or a
  /// placeholder.
  private static func hasShapeOfJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isObject = bytes.first == UInt8(ascii: "{")
    guard bytes.last == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return false }
    let next = bytes.dropFirst().first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    switch next {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""): return true
    case UInt8(ascii: "{"): return !isObject
    case UInt8(ascii: "}"): return isObject
    default: return false
    }
  }
}

extension Diagnostic {
  static func unfenced(_ code: UnfencedCode, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .unfencedCommand, at: range, subject: code.language,
      "\(code.name) stands in no code block", assumption: "read as a code block",
      remedy: "put a line ```\(code.language) before it and ``` behind it")
  }
}
