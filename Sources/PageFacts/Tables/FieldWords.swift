/// What a row's words say about its field: default, allowed values, example, type.
struct FieldWords {
  /// What is longer than that is no description; looking for words in it would take too long.
  private static let longestCell = 20_000

  private let labels: Labels
  private let cell: CellText
  private let folded: FoldedText

  init(labels: Labels, cell: CellText, folded: FoldedText) {
    self.labels = labels
    let isTooLong = cell.text.utf8.count > Self.longestCell
    self.cell = isTooLong ? CellText([]) : cell
    self.folded = isTooLong ? FoldedText("") : folded
  }

  /// The value behind "defaults to", "default:" and their like.
  var defaultValue: String? {
    let phrases = labels.phrases(of: .defaultValue, in: folded)
    for phrase in phrases {
      if let value = value(behind: phrase.upperBound) { return value }
    }
    // Where the verb ends the sentence, the value stands before it: "standardmäßig auf `22`
    // festgelegt ist".
    for phrase in phrases {
      let rest = cell.slice(phrase.upperBound..<sentenceEnd(from: phrase.upperBound))
      guard !rest.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      if let code = cell.code.first(where: { phrase.contains($0.lowerBound) }) {
        return cell.slice(code)
      }
    }
    return nil
  }

  /// The code spans behind "allowed values are", up to the end of the sentence or list.
  var allowedValues: [String] {
    guard let phrase = labels.firstPhrase(of: .allowedValues, in: folded) else {
      return labelledValues
    }
    let end = sentenceEnd(from: phrase.upperBound)
    if let values = listedValues(behind: phrase.upperBound) { return values }
    var values: [String] = []
    for range in cell.code where range.lowerBound >= phrase.upperBound && range.lowerBound < end {
      let value = cell.slice(range)
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  /// The code spans that begin the items of the list right behind a phrase: what follows a value in
  /// its item explains it.
  private func listedValues(behind offset: Int) -> [String]? {
    let items = cell.items.filter { $0.lowerBound >= offset }
    guard let first = items.first, items.count > 1,
      !cell.code.contains(where: { $0.lowerBound >= offset && $0.lowerBound < first.lowerBound }),
      cell.slice(offset..<first.lowerBound).split(separator: " ").count <= 3
    else { return nil }
    var values: [String] = []
    for item in items {
      guard let code = cell.code.first(where: { item.contains($0.lowerBound) }),
        cell.slice(item.lowerBound..<code.lowerBound).allSatisfy({ !$0.isLetter })
      else { return nil }
      values.append(cell.slice(code))
    }
    return values
  }

  /// The values of a list whose every item is a label and one code span (`Sessions: …`): each value
  /// has its name, so there are no others. Lists of examples are none of that kind.
  private var labelledValues: [String] {
    guard cell.items.count > 1, labels.firstPhrase(of: .example, in: folded) == nil else {
      return []
    }
    var values: [String] = []
    for item in cell.items {
      let codes = cell.code.filter { item.contains($0.lowerBound) }
      guard let code = codes.first, codes.count == 1,
        cell.slice(item.lowerBound..<code.lowerBound).contains(where: \.isLetter),
        cell.slice(code.upperBound..<item.upperBound).allSatisfy({ !$0.isLetter })
      else { return [] }
      values.append(cell.slice(code))
    }
    // Text with placeholders is a pattern, not a value.
    guard !values.contains(where: { $0.contains("{") }) else { return [] }
    return Set(values).count == values.count ? values : []
  }

  /// The code span behind "example".
  var example: String? {
    guard let phrase = labels.firstPhrase(of: .example, in: folded) else { return nil }
    let end = sentenceEnd(from: phrase.upperBound)
    guard
      let code = cell.code.first(where: {
        $0.lowerBound >= phrase.upperBound && $0.lowerBound < end
      })
    else { return nil }
    // "For example, if the `url` is …": what the condition is about is no example.
    let between = cell.slice(phrase.upperBound..<code.lowerBound).lowercased()
    let first = between.split { !$0.isLetter }.first
    return first.map(Self.conditions.contains) ?? false ? nil : cell.slice(code)
  }

  private static let conditions: Set<Substring> = [
    "if", "when", "wenn", "falls", "si", "lorsque", "quand", "cuando",
  ]

  /// The JSON type that the words name.
  var type: String? {
    var words: Set<Substring> = []
    for word in cell.text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      words.insert(word)
    }
    for (type, names) in Self.typeNames where !words.isDisjoint(with: names) { return type }
    return nil
  }

  /// What the languages of the documentation call the types that a description may name in passing;
  /// "number" and "string" mean too much else.
  private static let typeNames: [(type: String, names: Set<Substring>)] = [
    (
      "boolean",
      [
        "boolean", "boolescher", "boolesche", "boolescher", "booléen", "booléenne", "booleano",
        "booleana",
      ]
    ),
    ("integer", ["integer", "ganzzahl", "entero"]),
  ]

  /// The value at a place: a code span there, or a bare word that can only be a value.
  private func value(behind offset: Int) -> String? {
    let end = sentenceEnd(from: offset)
    if let code = cell.code.first(where: { $0.lowerBound >= offset && $0.lowerBound < end }) {
      let between = cell.slice(offset..<code.lowerBound)
      if between.split(separator: " ").count <= 3 { return Self.bare(cell.slice(code)) }
    }
    let rest = cell.slice(offset..<cell.text.utf8.count)
    let token = rest.prefix { !$0.isWhitespace && $0 != ")" && $0 != "," && $0 != "）" && $0 != "。" }
    var value = String(token)
    while let last = value.last, ".;:\"'".contains(last) { value.removeLast() }
    let isValue =
      value.contains { $0.isNumber || $0 == "." || $0 == "_" || $0 == "/" }
      || value == "true" || value == "false"
      || (value.count > 1 && value.allSatisfy { $0.isASCII && ($0.isUppercase || $0 == "-") })
    return isValue && value.allSatisfy(\.isASCII) ? value : nil
  }

  /// Code that is all in parentheses without them: they belong to the sentence.
  private static func bare(_ code: String) -> String {
    guard code.hasPrefix("("), code.hasSuffix(")"), code.utf8.count > 2 else { return code }
    let inner = code.dropFirst().dropLast()
    return inner.contains(where: { "()".contains($0) }) ? code : String(inner)
  }

  /// Where the sentence that goes on at `offset` ends; full stops inside code do not count.
  private func sentenceEnd(from offset: Int) -> Int {
    let bytes = Array(cell.text.utf8)
    var index = offset
    while index < bytes.count {
      if let code = cell.code.first(where: { $0.contains(index) }) {
        index = code.upperBound
        continue
      }
      let isStop = bytes[index] == UInt8(ascii: ".")
      if isStop, index + 1 >= bytes.count || bytes[index + 1] == UInt8(ascii: " ") { return index }
      index += 1
    }
    return bytes.count
  }
}
