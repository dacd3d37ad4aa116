import ClientEmitter
import ConnectorModel
import SwiftDeclarations

/// The parameters and headers of requests.
extension Comparer {
  mutating func compareParameters(
    _ left: RequestFacts, _ right: RequestFacts, _ list: KeyPath<RequestFacts, [Parameter]>,
    _ part: ChangeSubject.Part
  ) {
    let before = old.surface.request(left.key, source: left.source)
    let after = new.surface.request(right.key, source: right.source)
    let functions = Self.functions(before, after)
    let isPath = part == .path
    // A path's parameters are what they are by where they stand.
    let pairing = Pairing(
      Array(left[keyPath: list].enumerated()), Array(right[keyPath: list].enumerated()),
      key: { isPath ? String($0.offset) : $0.element.name },
      evidence: { Evidence.parameter($0.element, $1.element) })
    let context = ParameterContext(
      left: left, right: right, before: before, after: after, functions: functions, part: part)
    for (_, parameter) in pairing.removed {
      add(
        Draft(
          rule: .parameterRemoved, subject: context.subject(parameter.name),
          message: "\(context.kind) `\(parameter.name)` is no longer documented",
          old: left.provenance, new: nil, breaksWire: true,
          claims: claims(of: parameter, context, isOld: true)))
    }
    for (_, parameter) in pairing.added {
      let kind = parameter.isRequired ? "required" : "optional"
      add(
        Draft(
          rule: .parameterAdded, subject: context.subject(parameter.name),
          message: "\(context.kind) `\(parameter.name)` is new and \(kind)", newValue: kind,
          new: right.provenance, breaksWire: parameter.isRequired,
          claims: claims(of: parameter, context, isOld: false)))
    }
    for pair in pairing.pairs {
      compare(pair.old.element, pair.new.element, guess: pair.guess, context)
    }
    let order = pairing.pairs.map(\.old.element.name)
    if order != pairing.oldOrder.map(\.element.name) {
      add(
        Draft(
          rule: .parametersReordered, subject: context.subject(""),
          message: "the \(part.rawValue) parameters stand in another order",
          oldValue: pairing.oldOrder.map(\.element.name).joined(separator: ", "),
          newValue: pairing.pairs.map(\.new.element.name).joined(separator: ", "),
          old: left.provenance, new: right.provenance, otherwise: .documentation,
          claims: functions.map { .order(function: $0) }))
    }
  }

  /// What all parameters of one place of a request have in common.
  private struct ParameterContext {
    var left: RequestFacts
    var right: RequestFacts
    var before: EmittedRequest?
    var after: EmittedRequest?
    var functions: [String]
    var part: ChangeSubject.Part

    func subject(_ name: String) -> ChangeSubject {
      ChangeSubject(part, source: right.source, operation: right.key, name: name)
    }

    var kind: String {
      switch part {
      case .header: "the header"
      case .path: "the path parameter"
      default: "the query parameter"
      }
    }

    func emitted(_ parameter: Parameter, isOld: Bool) -> EmittedRequest.Parameter? {
      let place: EmittedRequest.Parameter.Place =
        switch part {
        case .header: .header
        case .path: .path
        default: .query
        }
      return (isOld ? before : after)?.parameters.first {
        $0.place == place && $0.wireName == parameter.name
      }
    }
  }

  private func claims(
    of parameter: Parameter, _ context: ParameterContext, isOld: Bool
  ) -> [Claim] {
    guard let emitted = context.emitted(parameter, isOld: isOld) else { return [] }
    var claims = context.functions.map { Claim.argument(function: $0, label: emitted.name) }
    claims += context.functions.map { .order(function: $0) }
    let request = isOld ? context.before : context.after
    claims += typeClaims(
      emitted.type, in: request.map { Array($0.function.dropLast()) } ?? [],
      on: isOld ? old : new)
    return claims
  }

  private mutating func compare(
    _ before: Parameter, _ after: Parameter, guess: String?, _ context: ParameterContext
  ) {
    let claims =
      claims(of: before, context, isOld: true) + claims(of: after, context, isOld: false)
    var draft = Draft(
      rule: .parameterRenamed, subject: context.subject(after.name), message: "",
      old: context.left.provenance, new: context.right.provenance, claims: claims)
    if before.name != after.name {
      draft.message = "\(context.kind) `\(before.name)` is now called `\(after.name)`"
      draft.oldValue = before.name
      draft.newValue = after.name
      draft.guess = guess
      // A path holds values, no names.
      draft.breaksWire = context.part != .path
      add(draft)
      draft.guess = nil
    }
    draft.oldValue = nil
    draft.newValue = nil
    if before.isRequired != after.isRequired {
      draft.rule = after.isRequired ? .becameRequired : .becameOptional
      let word = after.isRequired ? "required" : "optional"
      draft.message = "\(context.kind) `\(after.name)` is \(word) now"
      draft.breaksWire = after.isRequired
      add(draft)
    }
    let oldType = context.emitted(before, isOld: true)?.type
    let newType = context.emitted(after, isOld: false)?.type
    let hasType = before.allowedValues.isEmpty != after.allowedValues.isEmpty
    if let oldType, let newType, oldType != newType, !hasType {
      draft.rule = .typeChanged
      draft.message =
        "\(context.kind) `\(after.name)`: \(newType.rendered) instead of \(oldType.rendered)"
      draft.oldValue = oldType.rendered
      draft.newValue = newType.rendered
      // It is text on the wire either way.
      draft.breaksWire = false
      add(draft)
    }
    draft.oldValue = nil
    draft.newValue = nil
    compareDefaults(
      before.defaultValue, after.defaultValue, named: after.name, isRequest: true, draft)
    draft.claims = hasType ? claims : []
    let oldScope = context.before.map { Array($0.function.dropLast()) } ?? []
    let newScope = context.after.map { Array($0.function.dropLast()) } ?? []
    let declaredOld = oldType.flatMap {
      old.surface.declared(SwiftType(reference: $0, scope: oldScope))
    }
    let declaredNew = newType.flatMap {
      new.surface.declared(SwiftType(reference: $0, scope: newScope))
    }
    compareValues(
      before.allowedValues, after.allowedValues, named: after.name, isRequest: true, draft,
      claimsOfValue: { value, isOld in
        Self.constant(value, of: isOld ? declaredOld : declaredNew).map { [$0] } ?? []
      })
    compareTexts(before, after, draft)
  }

  private mutating func compareTexts(_ before: Parameter, _ after: Parameter, _ draft: Draft) {
    var draft = draft
    draft.rule = .documentationChanged
    draft.breaksWire = false
    draft.otherwise = .documentation
    draft.claims = []
    var parts: [String] = []
    if before.documentation != after.documentation { parts.append("text") }
    if before.aliases != after.aliases { parts.append("placeholder") }
    if before.examples != after.examples { parts.append("example") }
    guard !parts.isEmpty else { return }
    draft.message = "`\(after.name)`: another " + parts.joined(separator: ", another ")
    (draft.oldValue, draft.newValue) =
      switch parts[0] {
      case "text": (before.documentation, after.documentation)
      case "placeholder":
        (before.aliases.joined(separator: ", "), after.aliases.joined(separator: ", "))
      default: (before.examples.joined(separator: ", "), after.examples.joined(separator: ", "))
      }
    add(draft)
  }
}
