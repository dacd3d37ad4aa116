import ClientEmitter
import ConnectorModel

/// The operations of all pages.
extension Comparer {
  mutating func compareOperations() {
    let sourcePages = Set((old.model.sources + new.model.sources).map(\.provenance.page))
    let pairing = Pairing(
      old.model.operations, new.model.operations, key: \.key, evidence: Evidence.operation)
    var known = (old: Corrections(), new: Corrections())
    for source in old.model.sources { known.old.add(source) }
    for source in new.model.sources { known.new.add(source) }
    func subject(_ operation: ModelOperation) -> ChangeSubject {
      ChangeSubject(.operation, operation: operation.key)
    }
    for operation in pairing.removed {
      add(
        Draft(
          rule: .operationRemoved, subject: subject(operation),
          message: "the operation is no longer documented",
          old: operation.provenances.first, breaksWire: true,
          claims: claims(of: operation.key, source: nil, on: old)))
    }
    for operation in pairing.added {
      add(
        Draft(
          rule: .operationAdded, subject: subject(operation),
          message: "the operation is new", new: operation.provenances.first,
          claims: claims(of: operation.key, source: nil, on: new)))
    }
    for pair in pairing.pairs {
      let (left, right) = (pair.old, pair.new)
      let places = Self.places(left, right)
      if let guess = pair.guess {
        add(
          Draft(
            rule: .operationMoved, subject: subject(right),
            message:
              "sent to \(ChangeSubject.text(right.key)) instead of \(ChangeSubject.text(left.key))",
            oldValue: ChangeSubject.text(left.key), newValue: ChangeSubject.text(right.key),
            guess: guess, old: places.old, new: places.new, breaksWire: true))
      }
      if left.documentation != right.documentation {
        add(
          Draft(
            rule: .documentationChanged, subject: subject(right), message: "another description",
            oldValue: left.documentation, newValue: right.documentation, old: places.old,
            new: places.new, otherwise: .documentation))
      }
      compare(RequestFacts(left), RequestFacts(right))
      compareResponses(left, right)
      compareExamples(
        left.examples.filter { !sourcePages.contains($0.provenance.page) },
        right.examples.filter { !sourcePages.contains($0.provenance.page) }, subject(right),
        places.old, places.new)
      compareFieldExamples(
        left.fieldExamples.filter { !sourcePages.contains($0.provenance.page) },
        right.fieldExamples.filter { !sourcePages.contains($0.provenance.page) }, subject(right),
        places.old, places.new)
      compareResponseExamples(left, right, subject(right))
      compareCorrections(left, right, known: known)
    }
  }

  /// Where two operations stand: on a page that both know, if there is one.
  static func places(
    _ left: ModelOperation, _ right: ModelOperation
  ) -> (old: Provenance?, new: Provenance?) {
    for place in left.provenances {
      if let other = right.provenances.first(where: { $0.page == place.page }) {
        return (place, other)
      }
    }
    return (left.provenances.first, right.provenances.first)
  }
}
