/// How many columns of a terminal a sign takes.
package struct DisplayWidth {
  /// What the next scalar attaches to.
  private enum Before {
    case nothing
    /// A joiner: the next scalar becomes part of the sign before it.
    case joiner
    /// The first half of a flag.
    case regionalIndicator
  }

  private var before = Before.nothing

  package init() {}

  /// The columns of a text.
  package static func columns(of text: String) -> Int {
    var width = DisplayWidth()
    return text.unicodeScalars.reduce(0) { $0 + width.add($1) }
  }

  /// The columns that `scalar` adds to those of the text so far.
  package mutating func add(_ scalar: Unicode.Scalar) -> Int {
    let last = before
    before = .nothing
    if scalar.value < 0x300 { return 1 }
    if scalar.value == 0x200D {
      before = .joiner
      return 0
    }
    if Self.isZeroWidth(scalar) { return 0 }
    if case .joiner = last { return 0 }
    if (0x1F1E6...0x1F1FF).contains(scalar.value) {
      if case .regionalIndicator = last { return 0 }
      before = .regionalIndicator
      return 2
    }
    return Self.isWide(scalar) ? 2 : 1
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x1F3FB...0x1F3FF, 0x1160...0x11FF, 0xD7B0...0xD7FB: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// East Asian wide and full-width signs, and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0x2630...0x2637,
      0x268A...0x268F,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      return true
    default:
      return scalar.properties.isEmojiPresentation
    }
  }
}
