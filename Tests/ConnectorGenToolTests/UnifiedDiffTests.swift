import Foundation
import TestSupport
import Testing

@testable import GenerationPipeline

@Suite("Unified diff") struct UnifiedDiffTests {
  /// `patch` is the judge: it makes the new text of the old one.
  private func patched(_ old: String, _ diff: String) throws -> String {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(old, to: "file")
    let run = try CommandRun(
      ["patch", "--silent", "--batch", "file"], in: folder.url, input: diff, seconds: 60)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    return try String(contentsOf: folder.url.appending(path: "file"), encoding: .utf8)
  }

  private func lines(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map { text($0) + "\n" }.joined()
  }

  @Test("large texts with nothing in common") func allDifferent() throws {
    let old = lines(50_000) { "old \($0)" }
    let new = lines(50_000) { "new \($0)" }
    let diff = UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8), path: "file").text
    #expect(try patched(old, diff) == new)
  }

  @Test("large texts with changes here and there") func someDifferent() throws {
    let old = lines(30_000) { $0 % 3 == 0 ? "}" : "line \($0)" }
    let new = lines(30_000) { $0 % 3 == 0 ? "}" : $0 % 50 == 1 ? "changed \($0)" : "line \($0)" }
    let diff = UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8), path: "file").text
    // 600 lines are of the kind that changes, a third of them is a brace; the header is one more.
    #expect(diff.split(separator: "\n").count { $0.hasPrefix("+") } == 401)
    #expect(try patched(old, diff) == new)
  }

  @Test("large texts with stretches that moved and no line that stands once") func moved() throws {
    let old = lines(20_000) { "line \($0 % 7)" }
    let new = lines(20_000) { "line \($0 % 5)" }
    let diff = UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8), path: "file").text
    #expect(try patched(old, diff) == new)
    let back = lines(20_000) { "line \(19_999 - $0)" }
    let forth = lines(20_000) { "line \($0)" }
    let turned = UnifiedDiff(old: Array(back.utf8), new: Array(forth.utf8), path: "file").text
    #expect(try patched(back, turned) == forth)
  }
}
