/// The names of places in the document. They are made of keys and paths alone, so that a link into
/// one report still leads to the same place of the next.
enum Anchor {
  static let overview = "overview"
  static let findings = "findings"
  static let changes = "changes"

  static func source(_ key: String) -> String { "source/" + safe(key) }
  static func page(_ path: String) -> String { "page/" + safe(path) }
  static func operations(_ name: String) -> String { "operations/" + safe(name) }
  static func rule(_ identifier: String) -> String { "rule/" + safe(identifier) }

  /// A line of the page that an entry shows.
  static func line(_ line: Int, of entry: String) -> String { "\(entry):\(line)" }
  /// A line that the page had and has no more.
  static func removedLine(_ line: Int, of entry: String) -> String { "\(entry):-\(line)" }
  /// A line of the Swift that an entry shows.
  static func swiftLine(_ line: Int, of entry: String) -> String { "\(entry)@\(line)" }
  /// A finding on the page that an entry shows.
  static func finding(_ fingerprint: String, of entry: String) -> String {
    "\(entry)!\(fingerprint)"
  }

  /// Signs that mean something in a link, or that are no ASCII, as `~` and two digits a byte.
  private static func safe(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "."):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += (byte < 16 ? "~0" : "~") + String(byte, radix: 16)
      }
    }
    return result
  }
}
