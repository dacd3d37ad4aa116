import ConnectorModel
import SwiftDeclarations

extension Comparer {
  mutating func compareFields(_ before: [ModelField], _ after: [ModelField], at place: FieldPlace) {
    let oldContainer = place.oldType.flatMap { old.surface.declared($0) }
    let newContainer = place.newType.flatMap { new.surface.declared($0) }
    noteRename(oldContainer, newContainer)
    // Where only one side has a type of its own, whatever names the type changes with its fields.
    let typeClaims =
      (oldContainer == nil) != (newContainer == nil)
      ? place.claims + [oldContainer, newContainer].compactMap { $0.map { .type($0.name) } } : []
    let pairing = Pairing(before, after, key: \.name, evidence: Evidence.property)
    for field in pairing.removed {
      add(
        Draft(
          rule: .fieldRemoved, subject: place.subject(field.name),
          message: "`\(place.subject(field.name).name)` is no longer documented",
          old: field.provenance, new: nil, breaksWire: place.isRequest || !field.isOptional,
          claims: claims(of: field, in: oldContainer, on: old, place, isCount: true) + typeClaims))
    }
    for pair in pairing.pairs {
      var claims = claims(
        of: pair.old, in: oldContainer, on: old, place, isCount: pair.guess != nil)
      claims += self.claims(
        of: pair.new, in: newContainer, on: new, place, isCount: pair.guess != nil)
      compare(pair, claims, oldContainer, newContainer, at: place)
    }
    for field in pairing.added {
      let kind = field.isOptional ? "optional" : "required"
      add(
        Draft(
          rule: .fieldAdded, subject: place.subject(field.name),
          message: "`\(place.subject(field.name).name)` is new and \(kind)",
          newValue: kind, new: field.provenance,
          breaksWire: place.isRequest && !field.isOptional,
          claims: claims(of: field, in: newContainer, on: new, place, isCount: true) + typeClaims))
    }
    compareOrder(pairing, oldContainer, newContainer, at: place)
  }

  /// The declarations that stand for a field.
  ///
  /// - Parameter isCount: Whether the change makes the fields more or fewer.
  private func claims(
    of field: ModelField, in container: DeclaredType?, on side: Side, _ place: FieldPlace,
    isCount: Bool
  ) -> [Claim] {
    var functions = place.functions
    if let container { functions.append(container.name + ".init") }
    var claims: [Claim] = isCount ? place.functions.map { .existence(function: $0) } : []
    guard let container, let property = container.property(field.name) else { return claims }
    claims.append(.declaration(container.name + "." + property.name))
    for function in functions {
      claims.append(.argument(function: function, label: property.name))
    }
    if let type = nestedType(property.type, in: container, on: side) { claims.append(.type(type)) }
    return claims
  }

  /// The type that is declared for a field alone.
  private func nestedType(
    _ type: SwiftType, in container: DeclaredType, on side: Side
  ) -> String? {
    var type = type
    while let element = type.element { type = element }
    guard let declared = side.surface.declared(type),
      declared.path.dropLast() == container.path[...]
    else { return nil }
    return declared.name
  }

  private mutating func compareOrder(
    _ pairing: Pairing<ModelField>, _ oldContainer: DeclaredType?, _ newContainer: DeclaredType?,
    at place: FieldPlace
  ) {
    // The pairs stand in the new order.
    let order = pairing.pairs.map(\.old)
    guard let first = pairing.pairs.first else { return }
    let names = order.map(\.name)
    let sorted = pairing.oldOrder.map(\.name)
    guard names != sorted else { return }
    var functions = place.functions
    if let oldContainer { functions.append(oldContainer.name + ".init") }
    let subject = place.subject
    let what = subject.name.isEmpty ? "the fields" : "the fields of `\(subject.name)`"
    add(
      Draft(
        rule: .fieldsReordered, subject: subject,
        message: "\(what) stand in another order",
        oldValue: sorted.joined(separator: ", "),
        newValue: pairing.pairs.map(\.new.name).joined(separator: ", "),
        old: place.old ?? first.old.provenance, new: place.new ?? first.new.provenance,
        otherwise: .documentation, claims: functions.map { .order(function: $0) }))
  }
}

// MARK: - One field

extension Comparer {
  private mutating func compare(
    _ pair: Pairing<ModelField>.Pair, _ claims: [Claim], _ oldContainer: DeclaredType?,
    _ newContainer: DeclaredType?, at place: FieldPlace
  ) {
    let (before, after) = (pair.old, pair.new)
    let subject = place.subject(after.name)
    var functions = place.functions
    if let oldContainer { functions.append(oldContainer.name + ".init") }
    let withOrder = claims + functions.map { .order(function: $0) }
    var draft = Draft(
      rule: .fieldRenamed, subject: subject, message: "", old: before.provenance,
      new: after.provenance, claims: claims)

    if let guess = pair.guess {
      draft.message = "`\(before.name)` is now called `\(subject.name)`"
      draft.oldValue = before.name
      draft.newValue = after.name
      draft.guess = guess
      draft.breaksWire = true
      draft.claims = withOrder
      add(draft)
      draft.guess = nil
      draft.oldValue = nil
      draft.newValue = nil
    }

    if before.isOptional != after.isOptional {
      draft.rule = after.isOptional ? .becameOptional : .becameRequired
      draft.message = "`\(subject.name)` is \(after.isOptional ? "optional" : "required") now"
      draft.breaksWire = place.isRequest != after.isOptional
      draft.claims = withOrder
      add(draft)
      draft.claims = claims
    }
    if before.isNullable != after.isNullable {
      draft.rule = after.isNullable ? .becameNullable : .stoppedBeingNullable
      draft.message =
        after.isNullable
        ? "`\(subject.name)` may be null now" : "`\(subject.name)` is never null now"
      draft.breaksWire = place.isRequest != after.isNullable
      add(draft)
    }
    if before.isSecret != after.isSecret {
      draft.rule = after.isSecret ? .becameSecret : .stoppedBeingSecret
      draft.message =
        after.isSecret ? "`\(subject.name)` is a secret now" : "`\(subject.name)` is no secret now"
      draft.breaksWire = false
      add(draft)
    }
    compareDefaults(
      before.defaultValue, after.defaultValue, named: subject.name, isRequest: place.isRequest,
      draft)
    var inner = place.element(
      "", oldContainer?.property(before.name)?.type, newContainer?.property(after.name)?.type)
    inner.subject = subject
    inner.old = before.provenance
    inner.new = after.provenance
    inner.claims = claims
    inner.isWhole = false
    compareValues(before.listedValues, after.listedValues, before.schema, after.schema, at: inner)
    if !before.schema.isText || !after.schema.isText {
      compareSchemas(before.schema, after.schema, at: inner)
    }
    compareTexts(before, after, draft)
  }

  /// - Parameter draft: What all changes of the field have in common.
  mutating func compareDefaults(
    _ before: String?, _ after: String?, named name: String, isRequest: Bool, _ draft: Draft
  ) {
    guard before != after else { return }
    var draft = draft
    draft.oldValue = before
    draft.newValue = after
    draft.otherwise = isRequest ? .compatible : .documentation
    switch (before, after) {
    case (nil, let value?):
      draft.rule = .defaultAdded
      draft.message = "the service assumes `\(value)` without `\(name)`"
    case (let value?, nil):
      draft.rule = .defaultRemoved
      draft.message = "nothing is said any more of `\(value)` as the default of `\(name)`"
      draft.breaksWire = isRequest
    default:
      draft.rule = .defaultChanged
      draft.message =
        "without `\(name)` the service assumes `\(after ?? "")` instead of `\(before ?? "")`"
      draft.breaksWire = isRequest
    }
    // Defaults are told in comments and not sent.
    draft.claims = []
    add(draft)
  }

  /// - Parameter claimsOfValue: The constant of a value; the flag says whether on the old side.
  mutating func compareValues(
    _ before: [String], _ after: [String], named name: String, isRequest: Bool, _ draft: Draft,
    claimsOfValue: (String, Bool) -> [Claim]
  ) {
    let gone = before.filter { !after.contains($0) }
    let come = after.filter { !before.contains($0) }
    var draft = draft
    let common = draft.claims
    if gone.isEmpty, come.isEmpty, before != after {
      draft.rule = .documentationChanged
      draft.message = "the values of `\(name)` stand in another order"
      draft.oldValue = before.joined(separator: ", ")
      draft.newValue = after.joined(separator: ", ")
      draft.breaksWire = false
      draft.otherwise = .documentation
      draft.claims = []
      add(draft)
    }
    if !gone.isEmpty {
      draft.rule = .valuesRemoved
      let verb = gone.count == 1 ? "is" : "are"
      draft.message = "\(Self.list(gone)) of `\(name)` \(verb) no longer documented"
      draft.oldValue = gone.joined(separator: ", ")
      draft.newValue = nil
      draft.breaksWire = isRequest
      draft.claims = common + gone.flatMap { claimsOfValue($0, true) }
      add(draft)
    }
    if !come.isEmpty {
      draft.rule = .valuesAdded
      draft.message = "`\(name)` may be \(Self.list(come))"
      draft.oldValue = nil
      draft.newValue = come.joined(separator: ", ")
      draft.breaksWire = false
      draft.claims = common + come.flatMap { claimsOfValue($0, false) }
      add(draft)
    }
  }

  private mutating func compareTexts(_ before: ModelField, _ after: ModelField, _ draft: Draft) {
    var parts: [String] = []
    if before.documentation != after.documentation { parts.append("text") }
    if before.aliases != after.aliases { parts.append("other names") }
    if before.example != after.example { parts.append("example") }
    if before.optionalReason != after.optionalReason, before.isOptional == after.isOptional {
      parts.append("reason to be optional")
    }
    if before.isUncertain != after.isUncertain { parts.append("certainty") }
    guard !parts.isEmpty else { return }
    var draft = draft
    draft.rule = .documentationChanged
    draft.message = "`\(draft.subject.name)`: another " + parts.joined(separator: ", another ")
    (draft.oldValue, draft.newValue) =
      switch parts[0] {
      case "text": (before.documentation, after.documentation)
      case "other names":
        (before.aliases.joined(separator: ", "), after.aliases.joined(separator: ", "))
      case "example": (before.example, after.example)
      case "certainty": (Self.certainty(before.isUncertain), Self.certainty(after.isUncertain))
      default: (before.optionalReason, after.optionalReason)
      }
    draft.breaksWire = false
    draft.otherwise = .documentation
    draft.claims = []
    add(draft)
  }

  private static func certainty(_ isUncertain: Bool) -> String {
    isUncertain ? "uncertain" : "certain"
  }
}

extension ModelField {
  /// The documented values, whether or not they make a type of their own.
  var listedValues: [String] {
    guard case .enumeration(let values) = schema else { return allowedValues }
    return values + allowedValues.filter { !values.contains($0) }
  }
}

extension Schema {
  /// Whether it is text on the wire.
  var isText: Bool {
    switch self {
    case .string, .enumeration: true
    default: false
    }
  }
}
