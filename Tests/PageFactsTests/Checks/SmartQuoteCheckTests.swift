import Diagnostics
import PageFacts
import TestSupport
import Testing

@Suite struct SmartQuoteCheckTests {
  @Test func theRarerApostropheIsReported() {
    expect(
      .smartQuotes, at: ["1️⃣"],
      in: MarkedText("The source's name, [!DNL Acme]'s host and the page1️⃣\u{2019}s title.\n"))
  }

  @Test func aHabitIsNot() {
    expect(
      .smartQuotes, at: [],
      in: MarkedText("l\u{2019}un, d\u{2019}un, qu\u{2019}un, n\u{2019}un et l'autre.\n"))
  }

  @Test func theMendIsCertain() {
    let text = "The page\u{2019}s title and the page's end.\n"
    let edit = findings(.smartQuotes, text).first?.fix.first
    #expect(edit == Diagnostic.Edit(range: 8..<11, replacement: "'"))
  }

  @Test func codeIsStraight() {
    expect(
      .smartQuotes, at: ["1️⃣", "2️⃣"],
      in: MarkedText("l\u{2019}un d\u{2019}un qu\u{2019}un s\u{2019}il `1️⃣\u{201C}name2️⃣\u{201D}`\n"))
  }
}
