import TestSupport

/// Text that wants to be more than data.
extension SeededGenerator {
  mutating func nastyText() -> String {
    let pieces = [
      "\"", "\\", "\\(", ")", "\\u{", "}", "\n", "\r", "\r\n", "\t", "\0", "*/", "/*", "//", "///",
      "`", "``", "```", "\"\"\"", "#\"", "\"#", "\u{202E}", "\u{2066}", "\u{200B}", "\u{2028}",
      "\u{2029}", "\u{85}", "\u{B}", "\u{C}", "\u{7F}", "\u{1B}[31m", "\u{FEFF}", "\u{AD}",
      "\u{301}", "\u{E0041}", "\u{FFFF}", "\u{F8FF}", "😀", "👩‍👩‍👧", "é", "e\u{301}", "日本", "ı", "ß",
      "init", "self", "Type", "class", "_", "$", "@", "#if", "import Foundation", "let x = 1",
      "a", "B", "9", " ", "  ", "\u{A0}", "]", "[", "](javascript:alert(1))", "<b>", "&amp;", "- ",
      "# ", "1. ", "> ", "@Comment", "|", "fatalError()", "\u{180E}", "\u{3164}", "ﷺ", "\u{10FFFF}",
      "id", "URLs", "&", "'",
    ]
    if chance(10) {
      return String(
        String.UnicodeScalarView(
          list(0...8) { random in
            Unicode.Scalar(UInt32(random.number(0...0x10FFFF))) ?? "\u{FFFD}"
          }))
    }
    return list(0...7) { $0.element(of: pieces) }.joined()
  }
}
