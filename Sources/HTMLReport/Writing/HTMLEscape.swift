import Linting

/// Text of pages as HTML: no text can end an element or an attribute, and nothing in it hides or
/// turns the direction of writing.
enum HTMLEscape {
  /// What is no UTF-8 becomes U+FFFD.
  static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
    // Most of a page is ASCII that stays as it is; all else goes the long way.
    var rest = text[...]
    while let byte = rest.first {
      if isPlain(byte) {
        let run = rest.prefix(while: isPlain)
        bytes += run
        rest = rest[run.endIndex...]
      } else {
        let run = rest.prefix { !isPlain($0) }
        for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
          append(scalar, to: &bytes)
        }
        rest = rest[run.endIndex...]
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "&": bytes += "&amp;".utf8
    case "<": bytes += "&lt;".utf8
    case ">": bytes += "&gt;".utf8
    case "\"": bytes += "&quot;".utf8
    case "'": bytes += "&#39;".utf8
    case "\t", "\n": bytes.append(UInt8(scalar.value))
    default: bytes += VisibleText.make(String(Character(scalar))).utf8
    }
  }
}
