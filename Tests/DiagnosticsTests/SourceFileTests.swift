import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test func linesEndInLineFeedCarriageReturnOrBoth() {
    let file = SourceFile(path: "a.md", text: "one\r\ntwo\rthree\nfour")
    #expect(file.lineStarts == [0, 5, 9, 15])
    #expect((1...4).map { file.text(in: file.lineRange($0)) } == ["one", "two", "three", "four"])
  }

  @Test func everyOffsetHasOnePlace() {
    let file = SourceFile(path: "a.md", text: "é\n\nab\r\n")
    for offset in 0..<file.bytes.count where file.bytes[offset] != UInt8(ascii: "\n") {
      #expect(file.offset(of: file.location(of: offset)) == offset)
    }
    #expect(file.location(of: 0) == SourceLocation(line: 1, column: 1))
    #expect(file.location(of: 3) == SourceLocation(line: 2, column: 1))
    #expect(file.location(of: 5) == SourceLocation(line: 3, column: 2))
  }

  @Test func placesBeyondThePageAreThoseOfItsEnd() {
    let file = SourceFile(path: "a.md", text: "ab")
    #expect(file.location(of: 99) == SourceLocation(line: 1, column: 3))
    #expect(file.location(of: -1) == SourceLocation(line: 1, column: 1))
    #expect(file.offset(of: SourceLocation(line: 9, column: 1)) == 2)
    #expect(file.offset(of: SourceLocation(line: 1, column: 99)) == 2)
    #expect(file.lineRange(0).isEmpty)
    #expect(file.text(in: -5..<99) == "ab")
  }

  @Test func anEmptyPageHasOneLine() {
    let file = SourceFile(path: "a.md", text: "")
    #expect(file.lineStarts == [0])
    #expect(file.lineRange(1) == 0..<0)
    #expect(file.location(of: 0) == SourceLocation(line: 1, column: 1))
  }
}
