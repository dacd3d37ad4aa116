/// Tells broken JSON from what never was JSON.
enum NonJSON {
  /// Whether the text begins as markup or a command does.
  static func isSomethingElse(_ bytes: [UInt8], from start: Int) -> Bool {
    let scan = TextScan(bytes: bytes)
    var index = scan.skipLines(start)
    if scan.at(index) == Byte.less { return true }
    if scan.at(index) == UInt8(ascii: "$") { index = scan.skipBlanks(index + 1) }
    return scan.matches(index..<scan.wordEnd(index), ["curl", "wget", "http", "https"])
  }

  /// Whether enough of the text reads as JSON for what had to be repaired.
  static func isConvincing(_ reading: Configuration) -> Bool {
    reading.repairs <= 240 + 250 * reading.evidence
  }
}
