import Diagnostics
import Linting
import Testing

@Suite("Fixes")
struct FixApplierTests {
  private func diagnostic(_ edits: [(Range<Int>, String)], at place: Int = 0) -> Diagnostic {
    Diagnostic(
      .malformedBaseline, at: place..<place, subject: "\(edits)", "m",
      fix: edits.map { .init(range: $0.0, replacement: $0.1) })
  }

  private func apply(
    _ text: String, _ diagnostics: [Diagnostic]
  ) -> (text: String, applied: Int, skipped: Int) {
    let outcome = FixApplier.apply(diagnostics, to: SourceFile(path: "a", text: text))
    return (
      String(decoding: outcome.bytes, as: UTF8.self), outcome.applied.count, outcome.skipped.count
    )
  }

  @Test("Edits change their bytes and no other")
  func simple() {
    #expect(
      apply("a b c", [diagnostic([(4..<5, "C")]), diagnostic([(0..<1, ""), (2..<2, "x")])])
        == (" xb C", 2, 0))
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFF, 0x0D, 0x0A, 0x62, 0x00, 0x0D]
    let outcome = FixApplier.apply(
      [diagnostic([(6..<7, "c")])], to: SourceFile(path: "a", bytes: bytes))
    #expect(outcome.bytes == [0xEF, 0xBB, 0xBF, 0xFF, 0x0D, 0x0A, 0x63, 0x00, 0x0D])
  }

  @Test("Where two findings want the same place the first one may")
  func conflicts() {
    #expect(
      apply("abcdef", [diagnostic([(0..<3, "x")]), diagnostic([(2..<4, "y")])]) == ("xdef", 1, 1))
    #expect(
      apply("abcdef", [diagnostic([(1..<1, "x")]), diagnostic([(1..<1, "y")], at: 1)])
        == ("axbcdef", 1, 1))
    #expect(
      apply("abcdef", [diagnostic([(0..<2, "x")]), diagnostic([(2..<2, "y")])]) == ("xcdef", 1, 1))
    #expect(
      apply("abcdef", [diagnostic([(0..<2, "x")]), diagnostic([(2..<4, "y")])]) == ("xyef", 2, 0))
  }

  @Test("The edits of a finding are made together or not at all")
  func atomic() {
    #expect(
      apply(
        "abcdef", [diagnostic([(1..<2, "x")]), diagnostic([(1..<3, "y"), (5..<6, "z")], at: 1)])
        == ("axcdef", 1, 1))
    #expect(apply("abc", [diagnostic([(0..<2, "x"), (1..<3, "y")])]) == ("abc", 0, 1))
    #expect(apply("abc", [diagnostic([(0..<1, "x"), (2..<9, "y")])]) == ("abc", 0, 1))
  }

  @Test("The same mend of two findings is made once")
  func sameMend() {
    #expect(
      apply("abc", [diagnostic([(1..<1, "x")]), diagnostic([(1..<1, "x")], at: 2)])
        == ("axbc", 2, 0))
  }

  @Test("Linting and mending again changes nothing")
  func idempotent() {
    var file = SourceFile(path: "a", text: "bad badbad\r\nx bad")
    for round in 0..<3 {
      let outcome = FixApplier.apply(
        Samples.findings(of: "bad", in: file, fix: "good"), to: file)
      #expect(outcome.applied.count == (round == 0 ? 4 : 0))
      #expect(outcome.skipped.isEmpty)
      file = SourceFile(path: "a", bytes: outcome.bytes)
    }
    #expect(file.text(in: 0..<file.bytes.count) == "good goodgood\r\nx good")
  }

  @Test("Many edits take no quadratic time")
  func many() {
    let file = SourceFile(path: "a", text: String(repeating: "bad ", count: 50_000))
    let found = Samples.findings(of: "bad", in: file, fix: "x")
    #expect(FixApplier.apply(found.reversed(), to: file).applied.count == 50_000)
  }
}
