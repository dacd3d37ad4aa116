import Diagnostics
import JSONReader
import Testing

/// Texts that would take forever, or all of the stack, if anything were quadratic or recursive.
@Suite struct LargeTextTests {
  private func seconds(_ text: String) -> Double {
    let mapped = MappedText(text)
    let clock = ContinuousClock()
    let time = clock.measure { _ = JSONReader.read(mapped) }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  @Test(arguments: [
    String(repeating: "[", count: 1_000_000),
    String(repeating: "{\"a\":", count: 200_000),
    String(repeating: "[{\"\":", count: 50_000) + "x",
    String(repeating: "]", count: 300_000),
    String(repeating: "\"", count: 300_000),
    String(repeating: "{\"a\": \"b\n", count: 50_000),
    "[" + String(repeating: "\"a\n", count: 50_000),
    "[" + String(repeating: "\"a, ", count: 50_000),
    "{" + String(repeating: "\"a: ", count: 50_000),
    "{" + String(repeating: "a ", count: 100_000),
    "{" + String(repeating: ",", count: 300_000),
    "[" + String(repeating: "'", count: 100_000),
    "[" + String(repeating: "/* ", count: 100_000),
    String(repeating: "{PORT", count: 100_000),
    "{\"a\": " + String(repeating: " ", count: 1_000_000) + "x y",
    "{\"a\": \"" + String(repeating: "\\", count: 300_001),
    "{\"a\": " + String(repeating: "[1,", count: 300) + "2",
  ])
  func brokenTextTakesLinearTime(_ text: String) {
    #expect(seconds(text) < 60)
  }

  @Test func largeSoundTextIsFast() {
    let row = "  {\"id\": 12345, \"name\": \"A name with some \\\"text\\\"\", \"flag\": true},\n"
    let text = "[\n" + String(repeating: row, count: 20_000) + "  null\n]"
    #expect(seconds(text) < 60)
  }

  @Test func largeTextWithOneMistakeIsRead() {
    let row = "  {\"id\": 12345, \"name\": \"A name\"},\n"
    let rows = String(repeating: row, count: 5_000)
    let text = "[\n" + rows + "  {\"id\" 1},\n" + rows + "  null\n]"
    let reading = JSONReader.read(MappedText(text))
    #expect(reading.root?.elements?.count == 10_002)
    #expect(reading.diagnostics.count == 1)
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
