/// What a finding is recognised by when lines move and messages are reworded.
///
/// It is the 64-bit FNV-1a hash of rule, page and subject with a NUL byte between them, as 16
/// hexadecimal digits. Where a page has the same three several times, the second one hashes `2` as
/// a fourth part, and so on, in the order in which they stand on the page.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  package let value: UInt64

  package init(value: UInt64) { self.value = value }

  package init(rule: String, page: String, subject: String, ordinal: Int = 1) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var parts = [rule, Self.canonical(page), subject]
    if ordinal > 1 { parts.append(String(ordinal)) }
    for (index, part) in parts.enumerated() {
      if index > 0 { Self.add(0, to: &hash) }
      for byte in part.utf8 { Self.add(byte, to: &hash) }
    }
    value = hash
  }

  /// Reads 16 hexadecimal digits.
  package init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ Self.isDigit($0) }),
      let value = UInt64(text, radix: 16)
    else { return nil }
    self.value = value
  }

  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The page's path without what depends on how it was given.
  package static func canonical(_ page: String) -> String {
    var page = page[...]
    while page.hasPrefix("./") { page = page.dropFirst(2) }
    return String(page)
  }

  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash ^= UInt64(byte)
    hash &*= 0x100_0000_01B3
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
