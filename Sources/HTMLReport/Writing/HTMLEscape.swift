import Linting

/// Text of pages as HTML: no text can end an element or an attribute, and nothing in it hides or
/// turns the direction of writing.
enum HTMLEscape {
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += Array("&amp;".utf8)
      case "<": bytes += Array("&lt;".utf8)
      case ">": bytes += Array("&gt;".utf8)
      case "\"": bytes += Array("&quot;".utf8)
      case "'": bytes += Array("&#39;".utf8)
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case _ where scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7F:
        bytes.append(UInt8(scalar.value))
      case _ where VisibleText.isHidden(scalar):
        bytes += Array(VisibleText.make(String(Character(scalar))).utf8)
      default:
        bytes += Array(String(Character(scalar)).utf8)
      }
    }
  }
}
