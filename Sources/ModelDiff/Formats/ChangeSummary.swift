/// How many changes there are of what kind.
package struct ChangeSummary: Hashable, Sendable {
  package var breaking = 0
  package var compatible = 0
  package var documentation = 0
  /// Breaking ones that somebody wrote down as known; they count as breaking, too.
  package var accepted = 0
  /// Sources with a change of their own.
  package var sources = 0

  package init(_ comparison: ModelComparison) {
    var keys: Set<String> = []
    for change in comparison.changes {
      if change.isBreaking {
        breaking += 1
        if change.isAccepted { accepted += 1 }
      } else if change.classes.contains(.compatible) {
        compatible += 1
      } else {
        documentation += 1
      }
      if let key = change.subject.source { keys.insert(key) }
    }
    sources = keys.count
  }

  /// `2 breaking, 1 compatible and 3 documentation changes in 2 sources`
  package var text: String {
    var parts: [String] = []
    if breaking > 0 {
      let known =
        accepted == 0 ? "" : accepted == breaking ? " (accepted)" : " (\(accepted) accepted)"
      parts.append("\(breaking) breaking\(known)")
    }
    if compatible > 0 { parts.append("\(compatible) compatible") }
    if documentation > 0 { parts.append("\(documentation) documentation") }
    guard let last = parts.popLast() else { return "no changes" }
    let list = parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
    let total = breaking + compatible + documentation
    let place = sources == 0 ? "" : " in \(sources) \(sources == 1 ? "source" : "sources")"
    return "\(list) \(total == 1 ? "change" : "changes")\(place)"
  }
}
