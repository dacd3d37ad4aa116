/// A character that a word processor puts in the place of a plain one.
struct Typography {
  enum Kind { case openingQuote, closingQuote, dash, blank }

  let kind: Kind
  let width: Int

  var isQuote: Bool { kind == .openingQuote || kind == .closingQuote }

  init?(_ bytes: [UInt8], at index: Int) {
    switch bytes.at(index) {
    case 0xC2:
      guard bytes.at(index + 1) == 0xA0 else { return nil }
      kind = .blank
      width = 2
    case 0xE2:
      guard bytes.at(index + 1) == 0x80, let last = bytes.at(index + 2) else { return nil }
      width = 3
      switch last {
      case 0x98, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F: kind = .openingQuote
      case 0x99, 0x9D: kind = .closingQuote
      case 0x93, 0x94, 0x95: kind = .dash
      default: return nil
      }
    default: return nil
    }
  }
}
