import Diagnostics
import Testing

@Suite struct MappedTextTests {
  private let file = SourceFile(path: "a.md", text: "> one\n> two \\| three\n")

  /// Both lines without their `> `, with the escaped bar as one byte.
  private var quote: MappedText {
    var text = MappedText(at: 2)
    text.append(contentsOf: file.bytes[2..<6], source: 2)
    text.append(contentsOf: file.bytes[8..<12], source: 8)
    text.append(UInt8(ascii: "|"), source: 12, width: 2)
    text.append(contentsOf: file.bytes[14..<20], source: 14)
    return text
  }

  private func source(_ range: Range<Int>) -> String { file.text(in: range) }

  @Test func textLosesWhatIsLeftOut() {
    #expect(quote.string == "one\ntwo | three")
    #expect(quote.sourceRange == 2..<20)
  }

  @Test func everyByteKnowsItsPlace() {
    #expect(
      (0..<quote.count).map(quote.sourceOffset) == [
        2, 3, 4, 5, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19,
      ])
    #expect(quote.sourceOffset(of: quote.count) == 20)
  }

  @Test func rangesEndBehindTheirLastByte() {
    #expect(source(quote.sourceRange(of: 0..<3)) == "one")
    #expect(source(quote.sourceRange(of: 0..<7)) == "one\n> two")
    #expect(source(quote.sourceRange(of: 8..<9)) == "\\|")
    #expect(source(quote.sourceRange(of: 4..<9)) == "two \\|")
    #expect(quote.sourceRange(of: 9..<9) == 14..<14)
  }

  @Test func partsKeepTheirPlaces() {
    for lower in 0...quote.count {
      for upper in lower...quote.count {
        let part = quote.slice(lower..<upper)
        #expect(part.bytes == Array(quote.bytes[lower..<upper]))
        #expect(part.sourceRange == quote.sourceRange(of: lower..<upper))
        for index in 0..<part.count {
          #expect(
            part.sourceRange(of: index..<index + 1)
              == quote.sourceRange(of: lower + index..<lower + index + 1))
        }
      }
    }
  }

  @Test func appendedTextKeepsItsPlaces() {
    var text = quote.slice(0..<4)
    text.append(quote.slice(4..<quote.count))
    #expect(text == quote)
  }

  @Test func neighboursMakeOneSegment() {
    var text = MappedText(at: 0)
    text.append(file.bytes[0], source: 0)
    text.append(file.bytes[1], source: 1)
    text.append(contentsOf: file.bytes[2..<4], source: 2)
    #expect(text.segments.count == 1)
  }

  @Test func anEmptyTextHasAPlace() {
    let text = MappedText(at: 7)
    #expect(text.sourceRange == 7..<7)
    #expect(text.slice(0..<3).sourceRange == 7..<7)
    #expect(text.isEmpty)
  }
}
