import Diagnostics
import JSONReader
import TestSupport
import Testing

/// Texts that would take forever, or all of the stack, if anything were quadratic or recursive.
@Suite struct LargeTextTests {
  private func seconds(_ text: String) -> Double {
    let mapped = MappedText(text)
    return ProcessorTime.seconds { _ = JSONReader.read(mapped) }
  }

  @Test(arguments: [
    ("[", 300_000, ""), ("{\"a\":", 100_000, ""), ("[{\"\":", 50_000, "x"), ("]", 100_000, ""),
    ("\"", 300_000, ""), ("{\"a\": \"b\n", 10_000, ""), ("{\"a\": [1,", 300, "2"),
    ("{PORT", 50_000, ""), (" ", 500_000, "x y"),
  ])
  func brokenTextTakesLinearTime(_ unit: String, _ count: Int, _ end: String) {
    #expect(seconds(String(repeating: unit, count: count) + end) < 60)
  }

  @Test(arguments: [
    ("[", "\"a\n", 10_000), ("[", "\"a, ", 10_000), ("{", "\"a: ", 10_000), ("{", "a ", 50_000),
    ("{", ",", 200_000), ("[", "'", 10_000), ("[", "/* ", 50_000), ("{\"a\": \"", "\\", 100_001),
    ("{\"a\": ", " ", 500_000), ("[", "\"\",", 50_000), ("[[", "1,", 50_000),
  ])
  func brokenContentTakesLinearTime(_ start: String, _ unit: String, _ count: Int) {
    #expect(seconds(start + String(repeating: unit, count: count)) < 60)
  }

  @Test func findingsAreLimited() {
    let reading = JSONReader.read(
      MappedText("[" + String(repeating: "{\"a\": 1,},", count: 2_000) + "1]"))
    #expect(reading.root?.elements?.count == 2_001)
    #expect(reading.diagnostics.count == 501)
    #expect(reading.diagnostics.last?.message.hasPrefix("more mistakes") == true)
  }

  @Test func largeSoundTextIsFast() {
    let row = "  {\"id\": 12345, \"name\": \"A name with some \\\"text\\\"\", \"flag\": true},\n"
    let text = "[\n" + String(repeating: row, count: 10_000) + "  null\n]"
    #expect(seconds(text) < 60)
  }

  @Test func largeTextWithOneMistakeIsRead() {
    let row = "  {\"id\": 12345, \"name\": \"A name\"},\n"
    let rows = String(repeating: row, count: 2_000)
    let text = "[\n" + rows + "  {\"id\" 1},\n" + rows + "  null\n]"
    let reading = JSONReader.read(MappedText(text))
    #expect(reading.root?.elements?.count == 4_002)
    #expect(reading.diagnostics.count == 1)
  }

  /// Recovery goes on as long as what it reads is JSON, and forgets what it gave up.
  @Test func longTextWithManyMistakesIsReadToItsEnd() {
    let rows = (0..<6_000).map { index in
      "  {\"id\": \"a\(index)\", \"n\": \(index)" + (index % 50 == 3 ? ",\n" : "},\n")
    }
    let reading = JSONReader.read(MappedText("[\n" + rows.joined() + "  null\n]"))
    let elements = reading.root?.elements ?? []
    #expect(elements.count == 6_001)
    #expect(elements.dropLast().enumerated().allSatisfy { $1["id"]?.string == "a\($0)" })
    #expect(reading.diagnostics.count == 120)
  }

  @Test func longTextThatIsNoJSONIsGivenUp() {
    let text = "{\n" + String(repeating: "this is } not [ json \" at , all : {\n", count: 50_000)
    #expect(JSONReader.read(MappedText(text)).root == nil)
  }

  @Test func deepNestingIsReported() {
    let depth = 100_000
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let reading = JSONReader.read(MappedText(text))
    #expect(reading.root == nil)
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.range == 256..<257)
  }

  @Test func deepestNestingIsRead() {
    let text = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    let reading = JSONReader.read(MappedText(text))
    #expect(reading.diagnostics.isEmpty)
    let root = reading.root
    #expect(root.map { $0.isEquivalent(to: $0) && $0 == root } == true)
    #expect(root?.serialized() == text)
  }
}
