/// Text of pages as it may be shown on a terminal: nothing in it moves the cursor, turns the
/// direction of writing or hides.
package enum VisibleText {
  /// `text` with all that is hidden made visible: `␛` for an escape, `\u{202E}` for a sign that
  /// turns the direction of writing.
  package static func make(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        visible += picture(of: scalar)
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// Whether a scalar does something else than showing a sign.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Soft hyphen, Arabic letter mark, Mongolian vowel separator, zero width and directions. The
    // joiners U+200C and U+200D stay: scripts and emoji are written with them.
    case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }

  /// What is shown instead of a hidden scalar.
  static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20:
      return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) } ?? "\u{FFFD}"
    case 0x7F:
      return "\u{2421}"
    default:
      return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }
}
