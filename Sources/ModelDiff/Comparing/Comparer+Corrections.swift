import ConnectorModel

/// What overlays of the configuration correct. Comments hold it, and below a correction a page can
/// change without any other trace.
extension Comparer {
  mutating func compareCorrections(_ before: Source, _ after: Source) {
    var (left, right) = (Corrections(), Corrections())
    left.add(before)
    right.add(after)
    compareCorrections(left, right, ChangeSubject(.source, source: after.key))
  }

  /// - Parameter known: what sources of the old and the new side have, which is told of them.
  mutating func compareCorrections(
    _ before: ModelOperation, _ after: ModelOperation,
    known: (old: Corrections, new: Corrections)
  ) {
    var (left, right) = (Corrections(), Corrections())
    left.add(before)
    right.add(after)
    compareCorrections(
      left.without(known.old), right.without(known.new),
      ChangeSubject(.operation, operation: after.key))
  }

  mutating func compareCorrections(
    _ before: Corrections, _ after: Corrections, _ subject: ChangeSubject
  ) {
    let left = Dictionary(grouping: before.without(after).list, by: \.correction.subject)
    let right = Dictionary(grouping: after.without(before).list, by: \.correction.subject)
    for name in Set(left.keys).union(right.keys).sorted() {
      let (gone, come) = (left[name] ?? [], right[name] ?? [])
      var subject = subject
      subject.name = name
      var draft = Draft(
        rule: .correctionsChanged, subject: subject, message: "",
        oldValue: Self.documented(gone), newValue: Self.documented(come), old: gone.first?.place,
        new: come.first?.place, otherwise: .documentation)
      if gone.isEmpty {
        draft.message = "an overlay corrects `\(name)`"
        draft.newValue = Self.text(come)
      } else if come.isEmpty {
        draft.message = "no overlay corrects `\(name)` any more"
        draft.oldValue = Self.text(gone)
      } else if draft.oldValue != draft.newValue {
        draft.message = "the page says something else of `\(name)`, which an overlay corrects"
      } else if gone.first?.correction.reason != come.first?.correction.reason {
        draft.message = "an overlay corrects `\(name)` for another reason"
        draft.oldValue = gone.first?.correction.reason
        draft.newValue = come.first?.correction.reason
      } else {
        // What is right now is another fact, which is told as such.
        continue
      }
      add(draft)
    }
  }

  /// What the page says, or each thing that it says.
  private static func documented(_ list: [Corrections.Entry]) -> String {
    var texts: [String] = []
    for entry in list {
      let text = entry.correction.documented ?? "nothing"
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.joined(separator: ", ")
  }

  /// `23, while the page says 22`
  private static func text(_ list: [Corrections.Entry]) -> String {
    let value = list.first?.correction.value ?? "nothing"
    return "\(value), while the page says \(documented(list))"
  }
}
