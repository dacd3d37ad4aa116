import Diagnostics
import JSONReader
import TestSupport
import Testing

/// Text of random pieces: nothing may crash, and what was read must be a value.
@Suite struct RandomTextTests {
  private static let pieces = [
    "\"", "{", "}", "[", "]", ",", ":", "\\", "\n", "'", "“", "”", " ", "a", "1", "...", "…", "{X}",
    "//", "/*", "#", "\u{A0}", "true", "\\u00", "\\ud800", ";", "=", "\t", "é", "{{$a}}", "\"\"",
    "\\\"",
  ]

  @Test(arguments: 1...6)
  func anythingCanBeRead(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...50, using: &generator) {
        text += Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
      }
      if Bool.random(using: &generator), !text.isEmpty {
        let place = Int.random(in: 0..<text.count, using: &generator)
        text[place] = UInt8.random(in: 0...255, using: &generator)
      }
      check(text)
    }
  }

  private func check(_ text: [UInt8]) {
    let reading = DamageTrial.read(text)
    let message: Comment = "\(String(decoding: text, as: UTF8.self))"
    if let root = reading.root {
      let again = DamageTrial.read(Array(root.serialized().utf8))
      #expect(again.root?.isEquivalent(to: root) == true, message)
    } else {
      #expect(!reading.diagnostics.isEmpty, message)
    }
    for finding in reading.diagnostics {
      let ranges = [finding.range] + finding.fix.map(\.range) + finding.notes.map(\.range)
      #expect(ranges.allSatisfy { 0 <= $0.lowerBound && $0.upperBound <= text.count }, message)
    }
  }
}
