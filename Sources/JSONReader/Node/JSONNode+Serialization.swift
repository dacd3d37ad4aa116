extension JSONNode {
  /// The value as sound JSON that keeps the order of keys and the spelling of numbers.
  ///
  /// - Parameter indent: Blanks for each level; without it all stands on one line.
  package func serialized(indent: Int? = nil) -> String {
    var text = ""
    write(to: &text, indent: indent, level: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?, level: Int) {
    func breakLine(_ level: Int) {
      guard let indent else { return }
      text += "\n" + String(repeating: " ", count: max(indent, 0) * level)
    }
    switch kind {
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        breakLine(level + 1)
        text += Self.quoted(member.key) + (indent == nil ? ":" : ": ")
        member.value.write(to: &text, indent: indent, level: level + 1)
      }
      if !members.isEmpty { breakLine(level) }
      text += "}"
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        breakLine(level + 1)
        element.write(to: &text, indent: indent, level: level + 1)
      }
      if !elements.isEmpty { breakLine(level) }
      text += "]"
    case .string(let value): text += Self.quoted(value)
    case .number(let spelling): text += spelling
    case .boolean(let value): text += value ? "true" : "false"
    case .null: text += "null"
    }
  }

  /// A string as a JSON literal, quotes included.
  package static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
