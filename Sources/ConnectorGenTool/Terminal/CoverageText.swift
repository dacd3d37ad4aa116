import Diagnostics
import PageFacts

/// What became of every table, fence and spec ID.
struct CoverageText {
  private(set) var text = ""

  init(_ facts: PageFacts, in source: SourceFile) {
    if facts.requests.isEmpty { text += "\(source.path):1: page: read, has no request\n" }
    for entry in facts.coverage {
      let line = source.location(of: entry.range.lowerBound).line
      let state = entry.isUsed ? "" : "not used: "
      text += "\(source.path):\(line): \(entry.thing.rawValue): \(state)\(entry.outcome)\n"
    }
  }

  static func totals(of pages: [PageFacts]) -> String {
    var text = ""
    for thing in CoverageEntry.Thing.allCases {
      let entries = pages.flatMap(\.coverage).filter { $0.thing == thing }
      let used = entries.count(where: \.isUsed)
      text += "\(thing.rawValue): \(entries.count) found, \(used) used, "
      text += "\(entries.count - used) not used\n"
    }
    return text
  }
}
