/// What a row's words say about its field: default, allowed values, example, type.
struct FieldWords {
  var labels: Labels
  var cell: CellText

  /// The value behind "defaults to", "default:" and their like.
  var defaultValue: String? {
    for phrase in labels.phrases(of: .defaultValue, in: cell.text) {
      if let value = value(behind: phrase.upperBound) { return value }
    }
    return nil
  }

  /// The code spans behind "allowed values are", up to the end of the sentence.
  var allowedValues: [String] {
    guard let phrase = labels.firstPhrase(of: .allowedValues, in: cell.text) else { return [] }
    let end = sentenceEnd(from: phrase.upperBound)
    var values: [String] = []
    for range in cell.code where range.lowerBound >= phrase.upperBound && range.lowerBound < end {
      let value = cell.slice(range)
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  /// The code span behind "example".
  var example: String? {
    guard let phrase = labels.firstPhrase(of: .example, in: cell.text) else { return nil }
    let end = sentenceEnd(from: phrase.upperBound)
    return cell.code.first { $0.lowerBound >= phrase.upperBound && $0.lowerBound < end }
      .map(cell.slice)
  }

  /// The JSON type that the words name.
  var type: String? {
    var words: Set<Substring> = []
    for word in cell.text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      words.insert(word)
    }
    if words.contains("boolean") { return "boolean" }
    if words.contains("integer") { return "integer" }
    return nil
  }

  /// The value at a place: a code span there, or a bare word that can only be a value.
  private func value(behind offset: Int) -> String? {
    let end = sentenceEnd(from: offset)
    if let code = cell.code.first(where: { $0.lowerBound >= offset && $0.lowerBound < end }) {
      let between = cell.slice(offset..<code.lowerBound)
      if between.split(separator: " ").count <= 3 { return cell.slice(code) }
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
