import Diagnostics
import GenerationPipeline
import PageFacts

/// What became of every table, row, fence and spec ID.
struct CoverageText {
  private(set) var text = ""
  private var totals: [CoverageEntry.Thing: (found: Int, used: Int)] = [:]

  init(_ generation: Generation) {
    for reading in generation.readings {
      let source = reading.source
      if reading.facts.requests.isEmpty { text += "\(source.path):1: page: read, has no request\n" }
      for entry in generation.coverage(of: reading) { add(entry, of: source) }
    }
    for thing in CoverageEntry.Thing.allCases {
      let (found, used) = totals[thing] ?? (0, 0)
      text += "\(thing.rawValue): \(found) found, \(used) used, \(found - used) not used\n"
    }
  }

  private mutating func add(_ entry: CoverageEntry, of source: SourceFile) {
    let line = source.location(of: entry.range.lowerBound).line
    let name = entry.name.isEmpty ? "" : "`\(entry.name)`: "
    let state = entry.isUsed ? "" : "not used: "
    text += "\(source.path):\(line): \(entry.thing.rawValue): \(name)\(state)\(entry.outcome)\n"
    totals[entry.thing, default: (0, 0)].found += 1
    if entry.isUsed { totals[entry.thing, default: (0, 0)].used += 1 }
  }
}
