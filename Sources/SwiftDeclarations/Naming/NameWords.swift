/// The words of a name or a text, as it spells them.
///
/// Words end at everything that is no letter, digit or mark, and where the case says so: before an
/// upper-case letter after a lower-case one or a digit, and before the last letter of an upper-case
/// run that goes on in lower case (`SASToken`).
enum NameWords {
  static func split(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func ended(_ word: String.UnicodeScalarView) -> [String] { word.isEmpty ? [] : [String(word)] }
    for (index, scalar) in scalars.enumerated() {
      if scalar == "'" || scalar == "\u{2019}" { continue }
      guard scalar != "_", Identifier.isPart(scalar) else {
        words += ended(word)
        word = String.UnicodeScalarView()
        if scalar == "&" || scalar == "\u{FF06}", !words.isEmpty { words.append("and") }
        continue
      }
      if let previous = word.last, scalar.properties.isUppercase {
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        let startsWord = !previous.properties.isUppercase || (next?.properties.isLowercase ?? false)
        if startsWord, !isPlural(word, scalar, scalars[(index + 1)...]) {
          words += ended(word)
          word = String.UnicodeScalarView()
        }
      }
      word.append(scalar)
    }
    words += ended(word)
    return joined(words)
  }

  /// Whether an upper-case run and a lone `s` are the plural of an initialism: `IDs`.
  private static func isPlural(
    _ word: String.UnicodeScalarView, _ last: Unicode.Scalar,
    _ rest: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard rest.first == "s" else { return false }
    if let next = rest.dropFirst().first, next.properties.isLowercase { return false }
    var run = word
    run.append(last)
    return Initialisms.spelling(String(run)) == String(run)
  }

  /// `OAuth` is one word although its case says otherwise.
  private static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let last = result.last, last == "O" || last == "o", word.hasPrefix("Auth") {
        result[result.count - 1] = last + word
      } else {
        result.append(word)
      }
    }
    return result
  }
}
