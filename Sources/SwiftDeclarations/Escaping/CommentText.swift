/// Text as comments show it: one line, without anything that a reader could not see.
enum CommentText {
  /// The words of the text; what is invisible shows as `U+202E`, what only changes the look of its
  /// neighbor is left out.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        append(scalar, to: &word)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The text as one line, its blanks as they are.
  static func line(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        result += " "
      } else {
        append(scalar, to: &result)
      }
    }
    while result.utf8.last == UInt8(ascii: " ") { result.removeLast() }
    return result
  }

  /// The lines of the text, whatever kind of line end it has.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r":
        break
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(self.line(String(line)))
        line = String.UnicodeScalarView()
      default:
        line.append(scalar)
      }
      previous = scalar
    }
    lines.append(self.line(String(line)))
    return lines
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    if !scalar.isInvisible {
      // A mark at the start would be drawn on the blank before it.
      if text.isEmpty, scalar.isCombining {
        text += "U+" + scalar.paddedHexadecimal + " "
      } else {
        text.unicodeScalars.append(scalar)
      }
    } else if (0xFE00...0xFE0F).contains(scalar.value) || scalar == "\u{AD}" {
      return
    } else {
      text += "U+" + scalar.paddedHexadecimal
    }
  }
}

extension Unicode.Scalar {
  fileprivate var paddedHexadecimal: String {
    let digits = hexadecimal
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
