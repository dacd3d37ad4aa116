import ClientEmitter
import ConnectorModel
import SwiftDeclarations

/// What requests of sources and operations of all pages have in common.
extension Comparer {
  mutating func compare(_ left: RequestFacts, _ right: RequestFacts) {
    compareParameters(left, right, \.pathParameters, .path)
    compareParameters(left, right, \.headerParameters, .header)
    compareParameters(left, right, \.queryParameters, .query)
    let before = old.surface.request(left.key, source: left.source)
    let after = new.surface.request(right.key, source: right.source)
    let functions = Self.functions(before, after)
    var claims: [Claim] = []
    for function in functions {
      claims += [.argument(function: function, label: "_"), .existence(function: function)]
    }
    let subject = ChangeSubject(.body, source: right.source, operation: right.key)
    switch (left.body, right.body) {
    case (nil, nil): break
    case (nil, _?):
      add(
        Draft(
          rule: .bodyAdded, subject: subject, message: "a body is documented",
          old: left.provenance, new: right.provenance, breaksWire: true,
          claims: functions.map { .declaration($0) }
            + (after?.body.map { typeClaims($0, on: new) } ?? [])))
    case (_?, nil):
      add(
        Draft(
          rule: .bodyRemoved, subject: subject, message: "no body is documented any more",
          old: left.provenance, new: right.provenance, breaksWire: true,
          claims: functions.map { .declaration($0) }
            + (before?.body.map { typeClaims($0, on: old) } ?? [])))
    case (let old?, let new?):
      let place = FieldPlace(
        subject: subject, old: left.provenance, new: right.provenance,
        oldType: before?.body.map { SwiftType(reference: $0, scope: []) },
        newType: after?.body.map { SwiftType(reference: $0, scope: []) },
        claims: claims, functions: functions)
      compareSchemas(old, new, at: place)
    }
  }

  static func functions(_ before: EmittedRequest?, _ after: EmittedRequest?) -> [String] {
    let names = [before, after].compactMap { $0?.function.joined(separator: ".") }
    return names.count == 2 && names[0] == names[1] ? [names[0]] : names
  }

  /// The declared type that a type leads to.
  func typeClaims(
    _ reference: TypeReference, in scope: [String] = [], on side: Side, withAlias: Bool = false
  ) -> [Claim] {
    var claims: [Claim] = []
    if withAlias, case .named(let parts, _) = reference {
      claims.append(.declaration(parts.joined(separator: ".")))
    }
    var type = side.surface.resolved(SwiftType(reference: reference, scope: scope))
    while let element = type.element { type = side.surface.resolved(element) }
    if let declared = side.surface.declared(type) { claims.append(.type(declared.name)) }
    return claims
  }
}
