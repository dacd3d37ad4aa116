/// Tells what became of the IDs of specifications.
///
/// The source's own are facts of their own; any other is held by the examples and tables that have it.
struct SpecIDCoverage {
  private let isSource: Bool
  /// Requests, their responses and tables, by where they start.
  private let holders: [Range<Int>]

  init(_ facts: PageFacts) {
    isSource =
      facts.source != nil
      && (facts.kind == .baseConnection || facts.kind == .sourceConnectionAndDataflow)
    let responses = facts.responses.filter { $0.request != nil }
    holders =
      (facts.requests.map(\.range) + responses.map(\.range) + facts.tables.map(\.range))
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  func entries(_ facts: [SpecIDFact]) -> [CoverageEntry] {
    facts.flatMap { fact in
      let what = fact.role.isEmpty ? "connection specification" : fact.role
      let isUsed = fact.role.isEmpty && isSource || fact.ranges.contains(where: isHeld)
      return fact.ranges.map { range in
        CoverageEntry(
          .specID, range: range, name: fact.id, isUsed: isUsed,
          outcome: isUsed ? what : "\(what), in no request, response or table")
      }
    }
  }

  private func isHeld(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = holders.count
    while low < high {
      let middle = (low + high) / 2
      if holders[middle].lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && holders[low - 1].contains(range.lowerBound)
  }
}
