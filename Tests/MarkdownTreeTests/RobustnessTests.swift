import Diagnostics
import Foundation
import MarkdownTree
import TestSupport
import Testing

/// No page may crash the reader, take long, or make a tree that is not sound.
@Suite struct RobustnessTests {
  private static let pieces = [
    "+++\n", "+++Title\n", "+++ Other title\n", ">[!BEGINTABS]\n", ">[!TAB One  two ]\n",
    ">[!TAB [!DNL X]] text\n", ">[!ENDTABS]\n", ">[!NOTE]\n", ">\n", ">text\n", "> [!TIP] text\n",
    "# Title {#a}\n", "## Other\n", "text\n", "\n", "\n", "```json\n", "```\n", "{}\n", "- ", "  ",
    "    ", "\t", "> ", "| a | b |\n", "|--|--|\n", "| `x\\|y` | [!DNL Z\n", "{style=\"x\"}\n",
    "[!DNL X]",
    "[[!DNL X] Y](#a)", "<!--\n", "-->\n", "<ul><li>a</li></ul>\n", "---\n", "key: value\n",
    "1. ", "\r\n", "\r", "\u{0}", "\u{FEFF}", "é", "“", "â€™", "[a]: b\n", "~~~\n", "===\n",
    "***\n",
    "``json\n", "``\n", "```http\nGET /a\n", "**Label**\n",
    "[!BADGE Beta]{type=x}", ">[!BEGINSHADEBOX]\n", "`", "**", "_", "\\", "&amp;", "(", ")", "]",
  ]

  /// How much the tests try; set CONNECTORGEN_EFFORT to 10 for a long run.
  private static let effort =
    ProcessInfo.processInfo.environment["CONNECTORGEN_EFFORT"].flatMap { Int($0) } ?? 1

  private func expectSound(_ bytes: [UInt8], _ name: String) -> Bool {
    let document = MarkdownReader.read(SourceFile(path: "page.md", bytes: bytes))
    let problems = TreeInvariants.problems(in: document)
    guard !problems.isEmpty else { return true }
    let text = String(decoding: bytes, as: UTF8.self)
    Issue.record(
      "\(name): \(problems.prefix(3))\n\(text.prefix(600).debugDescription)\n\(document.dump(ranges: true).prefix(1500))"
    )
    return false
  }

  @Test func madeUpPagesGiveSoundTrees() {
    var generator = SeededGenerator(seed: 3)
    var failures = 0
    for number in 0..<3000 * Self.effort {
      var text = Bool.random(using: &generator) ? "" : "---\nkey: value\n---\n"
      for _ in 0..<Int.random(in: 1...25, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
      if !expectSound(Array(text.utf8), "page \(number)") { failures += 1 }
      if failures > 4 { return }
    }
  }

  @Test(.enabled(if: SharedFolder.has("corpus/pages")))
  func changedPagesGiveSoundTrees() {
    var generator = SeededGenerator(seed: 4)
    var failures = 0
    for page in corpusPages() {
      for number in 0..<Self.effort {
        var bytes = page.bytes
        for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<5, using: &generator) {
          case 0: bytes.remove(at: place)
          case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
          case 2:
            let end = min(bytes.count, place + Int.random(in: 1...80, using: &generator))
            bytes.removeSubrange(place..<end)
          case 3:
            let end = min(bytes.count, place + Int.random(in: 1...200, using: &generator))
            let target = Int.random(in: 0...bytes.count, using: &generator)
            bytes.insert(contentsOf: Array(bytes[place..<end]), at: target)
          default:
            bytes.insert(
              contentsOf: (Self.pieces.randomElement(using: &generator) ?? "").utf8, at: place)
          }
        }
        if !expectSound(bytes, "\(page.path) \(number)") { failures += 1 }
        if failures > 4 { return }
      }
    }
  }

  @Test(arguments: HeavyPage.all) func heavyPagesTakeLittleTime(_ page: HeavyPage) {
    let bytes = Array(page.text().utf8)
    let time = ProcessorTime.seconds {
      _ = MarkdownReader.read(SourceFile(path: "page.md", bytes: bytes))
    }
    print("TIME \(page.name): \(bytes.count / 1000) kB, \(time) s")
    // A wide margin for debug builds: what is quadratic takes minutes.
    #expect(time < 60)
  }
}
