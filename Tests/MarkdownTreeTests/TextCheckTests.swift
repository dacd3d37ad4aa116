import Diagnostics
import MarkdownTree
import TestSupport
import Testing

@Suite struct TextCheckTests {
  private func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    MarkdownReader.read(SourceFile(path: "page.md", bytes: bytes)).diagnostics
  }

  /// What a text is said to mean.
  private func mended(_ text: String) -> [String] {
    read(text).diagnostics.filter { $0.rule == .mojibake }.map { $0.fix.first?.replacement ?? "" }
  }

  @Test func bytesThatAreNoUTF8HaveAPlace() {
    let found = findings(Array("# Caf".utf8) + [0xE9] + Array(" ol".utf8) + [0xE9, 0x85])
    #expect(found.map(\.rule) == [.invalidUTF8, .invalidUTF8])
    #expect(found.map(\.range) == [5..<6, 9..<11])
    #expect(found.first?.message.contains("“é”") == true)
  }

  @Test func placesBehindBrokenBytesAreThoseOfThePage() {
    let bytes = Array("a ".utf8) + [0xFF, 0xFE] + Array(" `b`\n".utf8)
    let document = MarkdownReader.read(SourceFile(path: "page.md", bytes: bytes))
    guard case .paragraph(let content)? = document.blocks.first?.kind else { return }
    #expect(content.last?.range == 5..<8)
    #expect(content.plainText == "a \u{FFFD}\u{FFFD} b")
  }

  @Test func everyCharacterOfTheEuropeanLanguagesIsFound() {
    // The same mistake, made on purpose: UTF-8 read as Windows-1252.
    let characters = "éèàçüöäßñãõêâîôûÉÜÖÄ’‘“”–—…•™€→✓日本語漢字«°£§"
    for character in characters where !"日本語漢字".contains(character) {
      let broken = String(String.UnicodeScalarView(character.utf8.map(windows1252)))
      #expect(mended("ab\(broken)cd") == [String(character)], "\(character) as \(broken)")
    }
    let broken = String(String.UnicodeScalarView("日本語".utf8.map(windows1252)))
    #expect(mended(broken) == ["日本語"])
    let latin = String(String.UnicodeScalarView("’".utf8.map { Unicode.Scalar($0) }))
    #expect(mended("it\(latin)s") == ["’"])
    let twice = String(String.UnicodeScalarView("’".utf8.map(windows1252)))
    let again = String(String.UnicodeScalarView(twice.utf8.map(windows1252)))
    #expect(mended("it\(again)s") == ["’"])
  }

  private func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    let high: [UInt8: Unicode.Scalar] = [
      0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ",
      0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
      0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
      0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]
    return high[byte] ?? Unicode.Scalar(byte)
  }

  @Test(arguments: [
    "« Où est l’été ? » — demanda-t-il… « À Noël », répondit-elle. CAFÉ» et ÉTÉ… DÉJÀ – VU",
    "„Größe“ – Maß… „Ö“ und Ü…, STRASSE ß“, Ärger–Übel, »Ä«, 5 €, §§ 3–5",
    "“MAÇÃ” e IRMÃ… NÃO, AÇÃO; manhã… “maçã”, coração™, Ã “Ã” ÂNGULO 1ª 2º",
    "日本語の文章です。「リクエスト」…（例）→ ＡＢＣ ー 한국어 中文。",
    "Příliš žluťoučký kůň – „Ď“… ŁÓDŹ” ĄĘ… Ελληνικά Русский «Ёлка»…",
    "naïve façade résumé – piñata… Ångström™ °C ±5 µm ½ × 3² = ¥10 © ®",
  ])
  func realTextIsLeftAlone(_ text: String) {
    #expect(mended(text).isEmpty)
    #expect(rules(text).isEmpty)
  }

  @Test func lostCharactersAreReportedWithoutAMend() {
    let found = read("caf\u{FFFD}").diagnostics
    #expect(found.map(\.rule) == [.mojibake])
    #expect(found.first?.fix == [])
    #expect(mended("caf\u{EF}\u{BF}\u{BD}") == [""])
  }

  @Test func controlCharactersAreReported() {
    let found = findings(Array("a\u{0}b \u{202E}c\u{2066} \u{7F}\t\r\n".utf8))
    #expect(found.allSatisfy { $0.rule == .controlCharacter })
    #expect(found.map(\.range.count) == [1, 3, 3, 1])
  }

  @Test func aByteOrderMarkIsPassedOver() {
    let document = read("\u{FEFF}# T")
    #expect(document.diagnostics.map(\.rule) == [.byteOrderMark])
    #expect(document.blocks.first?.range == 3..<6)
  }

  @Test func aPageThatIsNoTextGivesAHandfulOfFindings() {
    let found = findings((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919) })
    #expect(found.count < 1000)
  }

  @Test(.enabled(if: SharedFolder.has("seeds")))
  func theBrokenApostropheOfAPublishedPageIsFound() {
    let found = corpusPages().filter { $0.path.hasSuffix(".txt") }.flatMap { findings($0.bytes) }
      .filter { $0.rule == .mojibake }
    #expect(found.map { $0.fix.first?.replacement } == ["’"])
  }
}

@Suite struct RuleExampleTests {
  @Test(arguments: (Rule.markdownRules + Rule.textRules).map(\.identifier))
  func theBadExampleTriggersTheRuleAndTheGoodOneDoesNot(_ name: String) throws {
    let rule = try #require(Rule.named(name))
    // What is no UTF-8 cannot stand in an example.
    if name != "invalid-utf8" { #expect(rules(rule.badExample).contains(name)) }
    #expect(rules(rule.goodExample).isEmpty)
  }

  @Test func rulesAreSortedAndUnique() {
    let names = Rule.all.map(\.identifier)
    #expect(names == names.sorted() && Set(names).count == names.count)
  }
}

@Suite struct AnchorTests {
  @Test func linksGoToAnchorsTitlesAndIdentifiers() {
    let page = """
      [a](#named) [b](#a-title-1) [c](#here) [d](#grundzüge) [e](other.md#x) [f](#api-keys)

      # Named {#named}

      ## A title

      ## A title

      ## Grundzüge

      ## [!DNL API] `keys`?

      <a id="here"></a>
      """
    #expect(rules(page).isEmpty)
    #expect(rules("[a](#gone)\n").contains("dead-anchor"))
  }
}
