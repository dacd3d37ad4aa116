/// A JSON value to be written: members keep their order, so the same findings are the same bytes.
package indirect enum JSONText: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  /// Text, or `null` where there is none.
  package static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

  /// On one line.
  package var compact: String {
    var text = ""
    write(to: &text, indentation: nil)
    return text
  }

  /// With a line for each member and element.
  package var indented: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int?) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      Self.write(elements.count, "[", "]", to: &text, indentation) { index, text, inner in
        elements[index].write(to: &text, indentation: inner)
      }
    case .object(let members):
      Self.write(members.count, "{", "}", to: &text, indentation) { index, text, inner in
        Self.write(members[index].0, to: &text)
        text += inner == nil ? ":" : ": "
        members[index].1.write(to: &text, indentation: inner)
      }
    }
  }

  private static func write(
    _ count: Int, _ open: String, _ close: String, to text: inout String, _ indentation: Int?,
    element: (Int, inout String, Int?) -> Void
  ) {
    text += open
    for index in 0..<count {
      if index > 0 { text += "," }
      if let indentation {
        text += "\n" + String(repeating: " ", count: indentation + 2)
      }
      element(index, &text, indentation.map { $0 + 2 })
    }
    if count > 0, let indentation {
      text += "\n" + String(repeating: " ", count: indentation)
    }
    text += close
  }

  /// Writes a string; what a terminal or an editor would not show as it is, is escaped.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if VisibleText.isHidden(scalar) {
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
