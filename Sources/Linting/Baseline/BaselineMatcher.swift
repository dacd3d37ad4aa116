import Diagnostics

/// Remembers which entries of a baseline were needed.
struct BaselineMatcher {
  private let baseline: Baseline?
  /// The entries of each fingerprint; more than one where somebody wrote a line twice.
  private var indices: [Fingerprint: Int] = [:]
  private var used: [Bool]

  init(_ baseline: Baseline?) {
    self.baseline = baseline
    let entries = baseline?.entries ?? []
    used = [Bool](repeating: false, count: entries.count)
    for (index, entry) in entries.enumerated() where indices[entry.fingerprint] == nil {
      indices[entry.fingerprint] = index
    }
  }

  mutating func contains(_ fingerprint: Fingerprint) -> Bool {
    guard let index = indices[fingerprint] else { return false }
    used[index] = true
    return true
  }

  /// - Parameter pages: those that were looked at, if not all of them were.
  func unusedEntries(of pages: Set<String>?) -> [Diagnostic] {
    zip(baseline?.entries ?? [], used).compactMap { entry, isUsed in
      if isUsed { return nil }
      if let pages, !pages.contains(entry.page) || Rule.amongPages.contains(entry.rule) {
        return nil
      }
      let subject = entry.subject.isEmpty ? "" : " about \"\(entry.subject)\""
      return Diagnostic(
        .unusedBaselineEntry, at: entry.range,
        subject: "\(entry.rule) \(entry.page) \(entry.subject)",
        "\(entry.page) has no finding of \(entry.rule)\(subject) any more",
        remedy: "remove this line, or write the baseline anew")
    }
  }
}
