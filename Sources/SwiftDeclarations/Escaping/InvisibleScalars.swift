extension Unicode.Scalar {
  /// Whether a reader of the source cannot see the scalar, or sees other text moved by it: control
  /// and format characters, line separators, blanks other than the usual one, unassigned numbers.
  var isInvisible: Bool {
    if value >= 0x20, value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse,
      .surrogate, .unassigned:
      return true
    default:
      // Fillers, variation selectors, and the empty Braille pattern.
      return properties.isDefaultIgnorableCodePoint || value == 0x2800
    }
  }

  /// Whether the scalar is drawn on the one before it.
  var isCombining: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: properties.isGraphemeExtend || properties.isEmojiModifier
    }
  }

  /// The number in upper-case hexadecimal digits.
  var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}
