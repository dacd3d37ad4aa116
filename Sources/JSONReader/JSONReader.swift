package import Diagnostics

/// Reads JSON, sound or broken.
package enum JSONReader {
  /// Reads `text` as one JSON value and mends what is broken; every mend is a finding of the rule
  /// `malformed-json` (or a more special one).
  ///
  /// Sound JSON is read by the letter. Only what breaks the grammar goes to the search for what was
  /// meant. A text that is no JSON at all gives no root and one finding, `not-json`.
  package static func read(_ text: MappedText) -> JSONReading {
    let bytes = text.bytes
    var start = 0
    var findings: [Diagnostic] = []
    let writer = FindingWriter(text)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
      findings.append(writer.byteOrderMark())
    }
    guard bytes[start...].contains(where: { !Byte.isBlank($0) }) else {
      return JSONReading(root: nil, diagnostics: findings + [writer.empty()])
    }
    var parser = StrictParser(text, from: start)
    switch parser.parse() {
    case .sound:
      findings += parser.flaws.map { writer.diagnostic($0.flaw, $0.path) }
      return finished(parser.builder.roots, findings)
    case .tooDeep(let offset):
      return JSONReading(root: nil, diagnostics: findings + [writer.tooDeep(offset)])
    case .broken:
      return recovered(text, from: start, findings, writer)
    }
  }

  private static func recovered(
    _ text: MappedText, from start: Int, _ findings: [Diagnostic], _ writer: FindingWriter
  ) -> JSONReading {
    guard !NonJSON.isSomethingElse(text.bytes, from: start) else {
      return JSONReading(root: nil, diagnostics: findings + [writer.notJSON(from: start)])
    }
    var search = RecoverySearch(text.bytes)
    let best = search.best(from: start)
    guard let best, NonJSON.isConvincing(best) else {
      let reason =
        best == nil ? search.tooDeep.map { writer.tooDeep($0) } : nil
      return JSONReading(
        root: nil, diagnostics: findings + [reason ?? writer.notJSON(from: start)])
    }
    var replay = Replay(text)
    let result = replay.run(Replay.actions(search.steps, endingAt: best.step))
    let repairs = result.findings.map { writer.diagnostic($0) }
    return finished(result.roots, findings + repairs)
  }

  private static func finished(_ roots: [JSONNode], _ findings: [Diagnostic]) -> JSONReading {
    var duplicates = DuplicateKeys()
    for root in roots { duplicates.visit(root) }
    let all = (findings + duplicates.findings).enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    return JSONReading(
      root: roots.first, furtherRoots: Array(roots.dropFirst()), diagnostics: all.map(\.element))
  }
}
