/// Text in documentation comments, which are read as Markdown.
///
/// What comes out shows as the text and nothing else: no emphasis, link, markup, directive or list
/// that the text does not ask for by its pieces.
enum MarkdownText {
  /// Words in the making.
  private struct Words {
    var finished: [String] = []
    var current = ""

    mutating func finish() {
      if !current.isEmpty { finished.append(current) }
      current = ""
    }

    /// Two code spans need a blank between them.
    mutating func separateBackticks() {
      if current.utf8.last == UInt8(ascii: "`") { finish() }
    }
  }

  /// The words of a text. A code span is never broken, as its blanks count.
  static func words(_ text: Documentation.Text) -> [String] {
    var words = Words()
    for piece in merged(text.pieces) {
      switch piece {
      case .plain(let text):
        appendPlain(text, to: &words)
      case .code(let code):
        words.separateBackticks()
        words.current += codeSpan(code)
      case .link(let text, let destination):
        guard let url = linkDestination(destination) else {
          appendPlain(text, to: &words)
          continue
        }
        words.current += "["
        appendPlain(text, isLinkText: true, to: &words)
        words.current += "](" + url + ")"
      case .symbol(let path):
        words.separateBackticks()
        let name = path.split(separator: "/").map { Identifier.label(String($0)) }
        words.current += "``" + name.joined(separator: "/") + "``"
      }
    }
    words.finish()
    return words.finished
  }

  /// A word as it must be written at the start of a line, where it would start a list, a heading,
  /// a quotation, a table, a directive or the like.
  static func atLineStart(_ word: String) -> String {
    guard let first = word.utf8.first else { return word }
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: ":"):
      return "\\" + word
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      let isMarker = word.utf8.allSatisfy { $0 == first }
      return isMarker ? "\\" + word : word
    case UInt8(ascii: "#"):
      return "\\" + word
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let last = word.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ")"),
        word.utf8.dropLast().allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
      else { return word }
      var escaped = word
      let mark = escaped.removeLast()
      return escaped + "\\" + String(mark)
    default:
      return word
    }
  }

  /// The pieces with neighboring plain ones made one, so that a bracket sees what follows it.
  ///
  /// Code with a backtick is plain text here: its span would need more than one backtick at each end,
  /// and DocC takes any such span for a link to a declaration.
  private static func merged(_ pieces: [Documentation.Text.Piece]) -> [Documentation.Text.Piece] {
    var result: [Documentation.Text.Piece] = []
    for var piece in pieces {
      if case .code(let code) = piece, code.utf8.contains(UInt8(ascii: "`")) {
        piece = .plain(code)
      }
      if case .plain(let text) = piece, case .plain(let before)? = result.last {
        result[result.count - 1] = .plain(before + text)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private static func appendPlain(
    _ text: String, isLinkText: Bool = false, to words: inout Words
  ) {
    if !isLinkText, text.unicodeScalars.first?.properties.isWhitespace ?? false { words.finish() }
    for (index, word) in CommentText.words(text).enumerated() {
      if index > 0 { words.finish() }
      words.current += escaped(word, isLinkText: isLinkText)
    }
    if !isLinkText, text.unicodeScalars.last?.properties.isWhitespace ?? false { words.finish() }
  }

  /// A word with backslashes before what Markdown would read.
  private static func escaped(_ word: String, isLinkText: Bool) -> String {
    let scalars = Array(word.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let previous = index > 0 ? scalars[index - 1] : nil
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isBracket = scalar == "[" || scalar == "]"
      let isEntity = scalar == "&" && startsEntity(scalars[(index + 1)...])
      if isEntity || isLinkText && isBracket
        || needsBackslash(scalar, previous: previous, next: next)
      {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Whether `&` and this would show as another character: `&amp;`.
  private static func startsEntity(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    // No name of an entity is longer than 31 letters.
    for scalar in scalars.prefix(33) {
      if scalar == ";" { return true }
      guard scalar.isASCII, scalar == "#" || scalar.isWordPart else { return false }
    }
    return false
  }

  private static func needsBackslash(
    _ scalar: Unicode.Scalar, previous: Unicode.Scalar?, next: Unicode.Scalar?
  ) -> Bool {
    switch scalar {
    case "`", "*", "~":
      return true
    case "\\":
      guard let next else { return true }
      return next.isASCII && !next.properties.isAlphabetic && !("0"..."9").contains(next)
    case "_":
      // Within a word it is no emphasis.
      return !(previous?.isWordPart ?? false) || !(next?.isWordPart ?? false)
    case "]":
      return next == "(" || next == ":"
    case "<":
      return next.map { $0.properties.isAlphabetic || $0 == "/" || $0 == "!" || $0 == "?" } ?? false
    default:
      return false
    }
  }

  private static func codeSpan(_ code: String) -> String {
    let content = CommentText.words(code).joined(separator: " ")
    return content.isEmpty ? "" : "`" + content + "`"
  }

  /// The destination with everything encoded that could end it; nothing for schemes that do more
  /// than to open a page.
  private static func linkDestination(_ destination: String) -> String? {
    var result = ""
    for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if ":/?#@!$&'+,;=%~-._".utf8.contains(byte) {
          result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          let digits = String(byte, radix: 16, uppercase: true)
          result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }
      }
    }
    let scheme = result.prefix { !":/?#".contains($0) }
    if result.dropFirst(scheme.count).first == ":" {
      guard ["http", "https", "mailto"].contains(scheme.lowercased()) else { return nil }
    }
    return result.isEmpty ? nil : result
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    properties.isAlphabetic || properties.numericType != nil || self == "_"
  }
}
