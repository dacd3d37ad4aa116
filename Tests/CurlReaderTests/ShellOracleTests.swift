import CurlReader
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Words are what bash makes of them.
@Suite("The real bash", .enabled(if: CurlRecorder.isAvailable), .serialized)
struct ShellOracleTests {
  private static let pieces = [
    "a", "Z9", "é", "-x", "=", ",", ":", "/", "%", "@", "\\ ", "\\'", "\\\"", "\\\\", "\\a", "\\$",
    "\\\n", "\\\r", "\\;", "\\|", "'", "'a b'", "'\"'", "'a\nb'", "'\\'", "''", "\"a b\"", "\"'\"",
    "\"\\\"\"", "\"\\a\\\\\\$\\`\"", "\"a\\\nb\"", "\"\"", "$'a\\tb'", "$'\\x41\\u00e9\\101'",
    "$'\\'\\\"\\\\'", "$'\\n\\e\\cB'", "$\"x y\"", "#", "!", "\"!\"", "$=", "\"$\"", "$'\\0cut'",
    "^",
    "$'\\q'", "$'\\U1F600'", "]", "+", "'a'\\''b'", "\t", " ", " ", "  ", "\\\n  ",
  ]

  private static func script(_ generator: inout SeededGenerator) -> String {
    var script = ""
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      script += pieces.randomElement(using: &generator) ?? ""
    }
    return script
  }

  @Test("Random quotes and escapes give the same words")
  func words() throws {
    let recorder = try CurlRecorder()
    defer { recorder.stop() }
    var generator = SeededGenerator(seed: 20_24)
    var compared = 0
    for _ in 0..<5 {
      var commands: [String] = []
      while commands.count < 400 {
        let words = Self.script(&generator)
        // An open quote would swallow the commands behind it.
        let isOpen = ShellReader.read(MappedText("x" + words)).diagnostics
          .contains { $0.rule == .unterminatedQuote }
        if isOpen || words.hasSuffix("\\") { continue }
        commands.append("printf '%s\\0' start x" + words + " x\nprintf '\\1'")
      }
      let run = try recorder.run(commands.joined(separator: "\n") + "\n")
      let expected = run.output.split(separator: 1, omittingEmptySubsequences: false)
      for (command, output) in zip(commands, expected) {
        let read = ShellReader.read(MappedText(command)).commands[0].words.dropFirst(2)
        let bytes: [UInt8] = read.reduce(into: []) { $0 += $1.value.bytes + [0] }
        #expect(bytes == Array(output), "\(command.debugDescription)")
        compared += 1
      }
    }
    print("compared with bash: \(compared) command lines")
    #expect(compared == 2_000)
  }

  @Test(
    "Commands end where the shell ends them",
    arguments: [
      ("a b;c", [["a", "b"], ["c"]]), ("a&&b||c&d|e", [["a"], ["b"], ["c"], ["d"], ["e"]]),
      ("a >x 2>&1 <y b", [["a", "b"]]), ("a 2> 'x y' c", [["a", "c"]]), ("a &>x b", [["a", "b"]]),
      ("a # b\nc#d", [["a"], ["c#d"]]), ("A=1 B='2' c", [["c"]]),
      ("a \\\r\n b\r\nc", [["a", "b"], ["c"]]),
      ("(a b)", [["a", "b"]]), ("a $(b \"c )\" d) e", [["a", "$(b \"c )\" d)", "e"]]),
      ("a `b c` ${d:-'}'} e", [["a", "`b c`", "${d:-'}'}", "e"]]),
      ("cat <<E x\nb c\nE\nd", [["cat", "x"], ["d"]]), ("a <<<'b c' d", [["a", "d"]]),
      ("", []), ("\n\n ;; ", []), ("a \\", [["a", "\\"]]), ("a '", [["a", ""]]),
    ])
  func commands(script: String, expected: [[String]]) {
    let read = ShellReader.read(MappedText(script)).commands.map { $0.words.map(\.value.string) }
    #expect(read == expected)
  }

  @Test("Every byte of a word keeps its place")
  func places() {
    let script = "x 'a b'\\''c' $'d\\te' \"f\\\"g\""
    let words = ShellReader.read(MappedText(script)).commands[0].words
    let source = Array(script.utf8)
    for word in words {
      for (offset, byte) in word.value.bytes.enumerated() where byte != 9 {
        #expect(source[word.value.sourceOffset(of: offset)] == byte, "\(word.value.string)")
      }
    }
    #expect(
      words.map { source[$0.range] }.map { String(decoding: $0, as: UTF8.self) }
        == ["x", "'a b'\\''c'", "$'d\\te'", "\"f\\\"g\""])
  }
}
