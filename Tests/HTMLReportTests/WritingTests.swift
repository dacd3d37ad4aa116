import Foundation
import TestSupport
import Testing

@testable import HTMLReport

@Suite("Writing") struct WritingTests {
  @Test("text is escaped, and what hides is shown") func escaping() {
    var html = HTMLWriter()
    html.element("p", HTMLWriter.Attribute("title", "\"<'&>\n"), text: "</p>&\u{202E}\u{0}\t<")
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<p title=\"&quot;&lt;&#39;&amp;&gt;\n\">&lt;/p&gt;&amp;\\u{202E}␀\t&lt;</p>")
  }

  @Test("bytes that are no UTF-8 become replacement characters") func invalidBytes() {
    var html = HTMLWriter()
    html.element("p") { $0.text([0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x82] as [UInt8]) }
    #expect(String(decoding: html.bytes, as: UTF8.self) == "<p>a\u{FFFD}\u{FFFD}b\u{FFFD}</p>")
  }

  @Test("SHA-256 is what sha256sum says", arguments: [0, 1, 3, 55, 56, 63, 64, 65, 119, 1000])
  func hash(length: Int) throws {
    let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    let run = try CommandRun(["sha256sum"], input: text)
    let hexadecimal = SHA256.hash(Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    #expect(run.output.hasPrefix(hexadecimal + " "))
  }

  @Test("the script ends no element by itself") func assets() {
    #expect(!Script.text.contains("</"))
    #expect(!Script.text.contains("<!--"))
    #expect(!Script.text.contains("innerHTML"))
    #expect(!Style.text.contains("</"))
    #expect(!Style.text.contains("url("))
    #expect(!Style.text.contains("@import"))
  }

  @Test("names of places say what they lead to and never meet") func anchors() {
    #expect(Anchor.source("databases/snowflake") == "source/databases/snowflake")
    #expect(Anchor.line(73, of: Anchor.page("a b/ü.md")) == "page/a~20b/~c3~bc.md:73")
    #expect(Anchor.page("a:1") != Anchor.line(1, of: Anchor.page("a")))
    #expect(Anchor.page("a~20b") != Anchor.page("a b"))
  }
}
