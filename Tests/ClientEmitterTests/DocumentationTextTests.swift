import SwiftDeclarations
import Testing

@testable import ClientEmitter

@Suite struct DocumentationTextTests {
  @Test func `code spans stay code spans`() {
    #expect(
      DocumentationText.line("set `a` or ``b`c``").pieces == [
        .plain("set "), .code("a"), .plain(" or "), .code("b`c"),
      ])
  }

  @Test(arguments: ["`", "a ` b", "``", "`` `", "a `b"])
  func `a lone backtick is a character`(text: String) {
    #expect(DocumentationText.line(text).pieces == [.plain(text)])
  }

  @Test func `blank lines separate paragraphs`() {
    let paragraphs = DocumentationText.paragraphs("a\nb\n \n\nc\r\nd")
    #expect(paragraphs == ["a b", "c d"])
    #expect(DocumentationText.paragraphs(nil).isEmpty)
    #expect(DocumentationText.paragraphs(" \n").isEmpty)
  }

  @Test func `pages link to where they are published`() {
    let link = PageLink(baseURL: "https://example.com/docs/")
    #expect(link.url(of: "a/b.md", anchor: "c") == "https://example.com/docs/a/b#c")
    #expect(link.url(of: "a/b", anchor: "") == "https://example.com/docs/a/b")
  }
}
