/// Text as Swift writes it between quotes.
///
/// What comes out is data whatever the text: no text can close the literal, start an interpolation
/// or show as something else than what it is.
enum StringLiteral {
  /// A literal on one line.
  static func singleLine(_ text: String) -> String {
    "\"" + escaped(text) + "\""
  }

  /// The text between the quotes of a literal.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    appendEscaped(text.unicodeScalars, to: &result)
    return result
  }

  /// The lines between `"""` and `"""`, without indentation.
  static func multilineContent(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    func finished(_ line: String.UnicodeScalarView) -> String {
      var result = ""
      appendEscaped(line, to: &result)
      // Blanks at the end of a line are invisible, and tools take them away.
      guard result.utf8.last == UInt8(ascii: " ") else { return result }
      result.removeLast()
      return result + "\\u{20}"
    }
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        lines.append(finished(line))
        line = String.UnicodeScalarView()
      } else {
        line.append(scalar)
      }
    }
    lines.append(finished(line))
    return lines
  }

  private static func appendEscaped<Scalars: Sequence>(_ scalars: Scalars, to result: inout String)
  where Scalars.Element == Unicode.Scalar {
    // A mark that would combine with the quote or with an escape is written as its number.
    var canCombine = false
    for scalar in scalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0": result += "\\0"
      default:
        let isData =
          scalar.isASCII
          ? scalar.value >= 0x20 && scalar.value != 0x7F
          : !scalar.isInvisible && (canCombine || !scalar.isCombining)
        if isData {
          result.unicodeScalars.append(scalar)
          canCombine = true
          continue
        }
        result += "\\u{" + scalar.hexadecimal + "}"
      }
      canCombine = false
    }
  }
}
