import ClientEmitter
import ConnectorModel

/// The responses of an operation.
extension Comparer {
  mutating func compareResponses(
    _ left: ModelOperation, _ right: ModelOperation
  ) {
    let before = old.surface.request(left.key, source: nil)
    let after = new.surface.request(right.key, source: nil)
    let places = Self.places(left, right)
    let claims =
      (before.map { typeClaims($0.response, on: old, withAlias: true) } ?? [])
      + (after.map { typeClaims($0.response, on: new, withAlias: true) } ?? [])
    let subject = ChangeSubject(.response, operation: right.key)
    switch (left.response, right.response) {
    case (nil, nil): break
    case (nil, _?):
      add(
        Draft(
          rule: .responseAdded, subject: subject, message: "a response is documented",
          old: places.old, new: places.new, claims: claims))
    case (_?, nil):
      add(
        Draft(
          rule: .responseRemoved, subject: subject,
          message: "no response is documented any more", old: places.old, new: places.new,
          breaksWire: true, claims: claims))
    case (let old?, let new?):
      let place = FieldPlace(
        subject: subject, old: places.old, new: places.new,
        oldType: before.map { SwiftType(reference: $0.response, scope: []) },
        newType: after.map { SwiftType(reference: $0.response, scope: []) },
        claims: claims.filter { if case .declaration = $0 { true } else { false } })
      compareSchemas(old, new, at: place)
    }
  }
}
