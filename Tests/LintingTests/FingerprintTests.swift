import Diagnostics
import Foundation
import Linting
import TestSupport
import Testing

@Suite("Fingerprints and baseline")
struct FingerprintTests {
  @Test("The hash is FNV-1a over rule, page and subject")
  func knownValues() {
    // Computed with another implementation, in Python.
    #expect(Fingerprint(rule: "", page: "", subject: "").description == "08328807b4eb6fed")
    #expect(
      Fingerprint(rule: "malformed-json", page: "a/b.md", subject: "specName").description
        == "8f7e5ff9cfc510ac")
    #expect(
      Fingerprint(rule: "malformed-json", page: "./a/b.md", subject: "specName", ordinal: 2)
        .description == "80f43bc825b08482")
    #expect(Fingerprint("8f7e5ff9cfc510ac")?.description == "8f7e5ff9cfc510ac")
    #expect(Fingerprint("8f7e5ff9cfc510a") == nil)
    #expect(Fingerprint("+f7e5ff9cfc510ac") == nil)
  }

  private func fingerprints(_ text: String) -> [String] {
    Samples.lint(text).pages[0].findings.map(\.fingerprint.description)
  }

  @Test("Fingerprints stay when lines move, and tell equal findings apart")
  func stable() {
    let once = fingerprints("bad")
    #expect(fingerprints("\n\n  bad") == once)
    let twice = fingerprints("bad\nbad")
    #expect(twice[0] == once[0])
    #expect(Set(twice).count == 2)
    #expect(fingerprints("x\nbad\ny\nbad") == twice)
  }

  @Test("Keeping one finding back changes no other's fingerprint")
  func suppressionKeepsFingerprints() {
    let twice = fingerprints("bad\nbad")
    let rest = fingerprints(
      "<!-- connectorgen-disable-next-line malformed-baseline -->\nbad\nbad")
    #expect(rest == [twice[1]])
  }

  @Test("Findings are sorted by path and place, doubles are dropped")
  func order() {
    let paths = ["b.md", "a/z.md", "a.md", "é.md", "Z.md"]
    let inputs = paths.map { path in
      let file = SourceFile(path: path, text: "x bad bad")
      let found = Samples.findings(of: "bad", in: file)
      return LintInput(file: file, diagnostics: found.reversed() + found)
    }
    let report = Linter.lint(inputs)
    #expect(report.pages.map(\.file.path) == ["Z.md", "a.md", "a/z.md", "b.md", "é.md"])
    for page in report.pages {
      #expect(page.findings.map(\.diagnostic.range.lowerBound) == [2, 6])
    }
  }

  @Test("A baseline hides what it lists, and nothing else")
  func baseline() {
    let page = Rule.malformedSuppression
    let text = Baseline.text(for: Samples.lint("bad \u{7} bad", rule: page))
    #expect(text.split(separator: "\n").count == 2)
    let baseline = Baseline(reading: SourceFile(path: "baseline.jsonl", text: text))
    #expect(baseline.diagnostics.isEmpty)
    let policy = LintPolicy(baseline: baseline)
    let same = Samples.lint("\n\nbad\nbad", policy: policy, rule: page)
    #expect(!same.hasFindings)
    #expect(same.pages[0].inBaseline.count == 2)
    #expect(same.summary == "no findings in 1 page (2 in the baseline)")
    #expect(Baseline.text(for: same) == text)
    let more = Samples.lint("bad bad bad", policy: policy, rule: page)
    #expect(more.pages[0].findings.count == 1)
    let fewer = Samples.lint("bad", policy: policy, rule: page)
    let unused = fewer.pages.first { $0.file.path == "baseline.jsonl" }
    #expect(unused?.findings.map(\.diagnostic.rule) == [.unusedBaselineEntry])
    // The finding stands at the line that is to be removed.
    let line = unused.flatMap { $0.file.location(of: $0.findings[0].diagnostic.range.lowerBound) }
    #expect(line?.column == 1)
  }

  @Test("Where not all pages are looked at, entries of others are not taken for unused")
  func partOfProject() {
    let rule = Rule.malformedSuppression
    let text = Baseline.text(for: Samples.lint("bad bad", rule: rule))
    let other = text.replacing("a.md", with: "b.md")
    let baseline = Baseline(reading: SourceFile(path: "baseline.jsonl", text: text + other))
    let part = Samples.lint(
      "bad", policy: LintPolicy(baseline: baseline, isWhole: false), rule: rule)
    #expect(part.pages.flatMap(\.findings).count == 1)
    #expect(part.summary == "1 warning in 1 other file (1 in the baseline)")
    let all = Samples.lint("bad", policy: LintPolicy(baseline: baseline), rule: rule)
    #expect(all.pages.flatMap(\.findings).count == 3)
  }

  @Test("Any subject survives the baseline")
  func subjects() {
    let subjects = ["", "\"", "\\", "a\nb\r\t\u{0}\u{1B}", "日本 😀", "\u{202E}\u{E0001}", "🏳️‍🌈"]
    let entries = subjects.map {
      Baseline.Entry(
        rule: "mojibake", page: "p.md", subject: $0,
        fingerprint: Fingerprint(rule: "mojibake", page: "p.md", subject: $0))
    }
    let text = Baseline.text(of: entries)
    let read = Baseline(reading: SourceFile(path: "b", text: text))
    #expect(Set(read.entries.map(\.subject)) == Set(subjects))
    #expect(
      read.entries.allSatisfy {
        Fingerprint(rule: "mojibake", page: "p.md", subject: $0.subject) == $0.fingerprint
      })
    #expect(Baseline.text(of: read.entries) == text)
  }

  @Test("Lines that are no entries are told and ignored")
  func brokenBaseline() {
    let good = #"{"rule":"r","page":"p","subject":"s","fingerprint":"0123456789abcdef"}"#
    let file = SourceFile(
      path: "b", text: "\u{FEFF}" + good + "\r\n\n{}\n{\"rule\":1}\n" + good + " x\n[\n  " + good)
    let baseline = Baseline(reading: file)
    #expect(baseline.entries.count == 2)
    #expect(
      baseline.diagnostics.map { file.location(of: $0.range.lowerBound).line } == [3, 4, 5, 6])
  }

  @Test("The entry in the documentation is right")
  func documentation() throws {
    let page = try String(
      contentsOf: SharedFolder.project.appending(path: "docs/linting.md"), encoding: .utf8)
    let line = try #require(page.split(separator: "\n").first { $0.hasPrefix("{\"page\"") })
    let baseline = Baseline(reading: SourceFile(path: "b", text: String(line)))
    #expect(Baseline.text(of: baseline.entries) == line + "\n")
    let entry = try #require(baseline.entries.first)
    #expect(
      entry.fingerprint
        == Fingerprint(rule: entry.rule, page: entry.page, subject: entry.subject))
  }
}
