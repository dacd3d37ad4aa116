/// A text in the form in which labels are compared, with the place that each scalar came from.
///
/// Letters are lower case without accents, all blanks and hyphens are one blank, typographic
/// apostrophes are straight, full-width signs are their ASCII ones, and no blank stands next to
/// Chinese, Japanese or Korean writing, where authors set blanks as they like.
struct FoldedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// The UTF-8 offset of each scalar, and that of the end.
  private var offsets: [Int] = []

  init(_ text: String) {
    var offset = 0
    var pendingBlank: Int?
    for scalar in text.unicodeScalars {
      let here = offset
      offset += UTF8.width(scalar)
      if Self.isMark(scalar) { continue }
      if Self.isBlank(scalar) {
        if pendingBlank == nil { pendingBlank = here }
        continue
      }
      if let blank = pendingBlank {
        pendingBlank = nil
        let wide = Self.isWide(scalar) || (scalars.last.map(Self.isWide) ?? false)
        if !wide { append(" ", at: blank) }
      }
      for folded in Self.fold(scalar) { append(folded, at: here) }
    }
    if let blank = pendingBlank { append(" ", at: blank) }
    offsets.append(offset)
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    scalars.append(scalar)
    offsets.append(offset)
  }

  /// The UTF-8 offset in the text that a scalar came from.
  func offset(of index: Int) -> Int { offsets[min(index, offsets.count - 1)] }

  /// The text without emphasis, blanks and punctuation around it.
  var trimmed: String {
    let around: Set<Unicode.Scalar> = ["*", "_", "`", " ", ":", ".", "\u{3002}", "+"]
    var start = 0
    var end = scalars.count
    while start < end, around.contains(scalars[start]) { start += 1 }
    while end > start, around.contains(scalars[end - 1]) { end -= 1 }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return String(text)
  }

  /// The first place from `index` on that is no blank, colon or equals sign.
  func skipSeparators(from index: Int) -> Int {
    var index = index
    while index < scalars.count,
      scalars[index] == " " || scalars[index] == ":"
        || scalars[index] == "="
    {
      index += 1
    }
    return index
  }

  /// Whether a word starts or ends between the scalars before and at `index`.
  func isBoundary(_ index: Int) -> Bool {
    guard index > 0, index < scalars.count else { return true }
    return !(Self.isLetter(scalars[index - 1]) && Self.isLetter(scalars[index]))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let lower = scalar.value | 0x20
      return (0x61...0x7A).contains(lower) || (0x30...0x39).contains(scalar.value)
    }
    return scalar.properties.isAlphabetic && !isWide(scalar)
  }

  /// Chinese, Japanese and Korean writing, which has no blanks between words.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0xFF01...0xFFEF).contains(scalar.value)
      || (0x20000...0x3FFFF).contains(scalar.value)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x20, 0x09...0x0D: true
    case 0..<0x80: false
    case 0x2010, 0x2011: true
    case 0xAD, 0x200B, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
  }

  /// A mark that stands over the letter before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII {
      guard ("A"..."Z").contains(scalar) else { return [scalar] }
      return [Unicode.Scalar(UInt8(scalar.value) + 32)]
    }
    switch scalar.value {
    case 0x2018, 0x2019, 0x2BC, 0x2032, 0xB4:
      return ["'"]
    case 0xFF01...0xFF5E:
      guard let ascii = Unicode.Scalar(scalar.value - 0xFEE0) else { return [scalar] }
      return fold(ascii)
    default:
      break
    }
    let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
    guard lower.count == 1, let letter = plainLetters[lower[0]] else {
      return lower.filter { !isMark($0) }
    }
    return Array(letter.unicodeScalars)
  }

  /// The letters with accents that the languages of the documentation use.
  private static let plainLetters: [Unicode.Scalar: String] = {
    let table: [(String, String)] = [
      ("a", "àáâãäåāą"), ("c", "çćč"), ("d", "ď"), ("e", "èéêëēęě"), ("i", "ìíîïī"),
      ("l", "ł"), ("n", "ñńň"), ("o", "òóôõöøō"), ("r", "ř"), ("s", "śš"), ("u", "ùúûüū"),
      ("y", "ýÿ"), ("z", "źżž"), ("ae", "æ"), ("oe", "œ"), ("ss", "ß"),
    ]
    var letters: [Unicode.Scalar: String] = [:]
    for (plain, accented) in table {
      for scalar in accented.unicodeScalars { letters[scalar] = plain }
    }
    return letters
  }()
}
