/// Text as URLs write it (RFC 3986).
public enum PercentEncoding {
  /// A segment of a path: a `/` in it does not start another one.
  ///
  /// An empty text, a lone dot and two dots have no form as a segment: the first would lead to the
  /// list that the segment is to choose from, and clients take the others for steps in the folders of
  /// the path, percent-encoded or not. They come back in braces, which no URL may hold, and a request
  /// with them is refused before it is sent.
  public static func pathSegment(_ text: String) -> String {
    if ["", ".", ".."].contains(text) { return "{\(text)}" }
    return encoded(text, keeping: "!$&'()*+,;=:@")
  }

  /// The name of a query item.
  public static func queryName(_ text: String) -> String {
    encoded(text, keeping: "!$'()*,;:@/?")
  }

  /// The value of a query item. `=` stays, as in `property=name==%22CRMToAEP%22`; `+` does not, as
  /// servers read it as a blank.
  public static func queryValue(_ text: String) -> String {
    encoded(text, keeping: "!$'()*,;:@/?=")
  }

  /// The value of a field of a form, where only plain letters and digits stay.
  static func formValue(_ text: String) -> String {
    encoded(text, keeping: "")
  }

  private static func encoded(_ text: String, keeping kept: StaticString) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if isUnreserved(byte) || kept.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += escape(byte)
      }
    }
    return result
  }

  /// A link with each byte encoded that no URL may hold. Services write some of them as they are.
  static func mended(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    for (index, byte) in bytes.enumerated() {
      if isAllowed(byte) || byte == UInt8(ascii: "%") && isEscape(bytes[index...]) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += escape(byte)
      }
    }
    return result
  }

  /// A part of a link behind the host, its brackets encoded.
  static func withoutBrackets(_ text: Substring) -> String {
    var result = ""
    for byte in text.utf8 {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
        result += escape(byte)
      } else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }

  /// Whether a path with its query has only what a URL may hold there.
  static func isWellFormed(_ path: String) -> Bool {
    !path.contains("#") && withoutBrackets(Substring(mended(path))) == path
  }

  /// Whether a segment of a path is one dot or two, percent-encoded or not.
  static func hasSteps(_ path: String) -> Bool {
    path.prefix { $0 != "?" }.split(separator: "/").contains { segment in
      let text = segment.replacing("%2E", with: ".").replacing("%2e", with: ".")
      return text == "." || text == ".."
    }
  }

  /// Whether a URL may hold the byte somewhere; `%` only before two digits.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"\"%<>\\^`{|}".utf8.contains(byte)
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.dropFirst().prefix(2)
    return digits.count == 2 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// A byte as `%` and two digits.
  static func escape(_ byte: UInt8) -> String {
    var result = "%"
    result.unicodeScalars.append(digit(byte >> 4))
    result.unicodeScalars.append(digit(byte & 15))
    return result
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10)
  }
}

extension StaticString {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    withUTF8Buffer { $0.contains(byte) }
  }
}
