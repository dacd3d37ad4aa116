/// Names as Swift writes them.
///
/// What comes out is one identifier whatever the text: keywords get backticks where they need them,
/// and what cannot stand in an identifier becomes its number.
enum Identifier {
  /// A name that is declared, or used with nothing before it.
  static func name(_ text: String) -> String {
    let valid = valid(text)
    return keywords.contains(valid) ? "`\(valid)`" : valid
  }

  /// A name after a dot.
  static func member(_ text: String) -> String {
    let valid = valid(text)
    return memberKeywords.contains(valid) ? "`\(valid)`" : valid
  }

  /// The label of an argument.
  static func argumentLabel(_ text: String) -> String {
    let valid = valid(text)
    return valid == "inout" ? "`inout`" : valid
  }

  /// The label of a parameter.
  static func label(_ text: String) -> String {
    let valid = valid(text)
    return labelKeywords.contains(valid) ? "`\(valid)`" : valid
  }

  /// The parts of the name of a type, enclosing types first, at the place where it is used.
  static func path(_ parts: [String]) -> [String] {
    if parts == ["Any"] { return parts }
    return parts.enumerated().map { index, part in
      index == 0 && part == "Self" ? part : name(part)
    }
  }

  /// Whether the text is an identifier, maybe one that needs backticks.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isHead(first), text != "_" else { return false }
    return text.unicodeScalars.allSatisfy { isPart($0) }
  }

  /// Whether an identifier may start with the scalar.
  static func isHead(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "_" || scalar.properties.isAlphabetic }
    return !scalar.isCombining && isPart(scalar)
  }

  /// Whether an identifier may contain the scalar.
  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    guard !scalar.isInvisible else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber, .decimalNumber, .nonspacingMark, .spacingMark:
      return grammar.contains { $0.contains(scalar.value) }
    default:
      return false
    }
  }

  private static func valid(_ text: String) -> String {
    if isValid(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if result.isEmpty ? isHead(scalar) : isPart(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_" + scalar.hexadecimal
      }
    }
    return result.isEmpty || result == "_" ? "_5F" : result
  }

  /// The words that cannot be declared or stand alone without backticks.
  private static let keywords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "any", "as", "associatedtype", "await", "break", "case",
    "catch", "class", "continue", "default", "defer", "deinit", "do", "each", "else", "enum",
    "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
    "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
    "protocol", "public", "repeat", "rethrows", "return", "self", "some", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
    "while",
  ]

  private static let memberKeywords: Set<String> = ["Protocol", "Type", "init", "self"]

  private static let labelKeywords: Set<String> = ["inout", "let", "var"]

  /// The scalars beyond ASCII that the language's grammar allows in identifiers.
  private static let grammar: [ClosedRange<UInt32>] = [
    0xA8...0xA8, 0xAA...0xAA, 0xAD...0xAD, 0xAF...0xAF, 0xB2...0xB5, 0xB7...0xBA, 0xBC...0xBE,
    0xC0...0xD6, 0xD8...0xF6, 0xF8...0x167F, 0x1681...0x180D, 0x180F...0x1FFF, 0x200B...0x200D,
    0x202A...0x202E, 0x203F...0x2040, 0x2054...0x2054, 0x2060...0x218F, 0x2460...0x24FF,
    0x2776...0x2793, 0x2C00...0x2DFF, 0x2E80...0x2FFF, 0x3004...0x3007, 0x3021...0x302F,
    0x3031...0xD7FF, 0xF900...0xFD3D, 0xFD40...0xFDCF, 0xFDF0...0xFE44, 0xFE47...0xFFFD,
    0x10000...0x1FFFD, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
