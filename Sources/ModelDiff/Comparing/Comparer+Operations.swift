import ClientEmitter
import ConnectorModel
import SwiftDeclarations

/// What requests of sources and operations of all pages have in common.
struct RequestFacts {
  var key: OperationKey
  /// The source's key on each side, of a request that a source's page documents.
  var source: String?
  var pathParameters: [Parameter]
  var queryParameters: [Parameter]
  var headerParameters: [Parameter]
  var body: Schema?
  var provenance: Provenance?

  init(_ request: Request, of source: Source) {
    key = request.operation
    self.source = source.key
    pathParameters = request.pathParameters
    queryParameters = request.queryParameters
    headerParameters = request.headerParameters
    body = request.body
    provenance = request.provenance
  }

  init(_ operation: ModelOperation) {
    key = operation.key
    pathParameters = operation.pathParameters
    queryParameters = operation.queryParameters
    headerParameters = operation.headerParameters
    body = operation.body
    provenance = operation.provenances.first
  }
}

// MARK: - The requests of a source

extension Comparer {
  mutating func compareRequests(_ before: Source, _ after: Source) {
    let pairing = Pairing(before.requests, after.requests, key: \.operation) { left, right in
      left.operation.method == right.operation.method && left.group == right.group
        && left.verb == right.verb ? "the same resource and verb" : nil
    }
    func subject(_ request: Request) -> ChangeSubject {
      ChangeSubject(.request, source: after.key, operation: request.operation)
    }
    for request in pairing.removed {
      // Another page may still document what this one no longer does.
      let isGone = !new.model.operations.contains { $0.key == request.operation }
      add(
        Draft(
          rule: .requestRemoved, subject: subject(request),
          message: "the page no longer documents \"\(request.title)\"",
          old: request.provenance, breaksWire: isGone,
          claims: claims(of: request.operation, source: before.key, on: old)))
    }
    for request in pairing.added {
      add(
        Draft(
          rule: .requestAdded, subject: subject(request),
          message: "the page documents \"\(request.title)\"", new: request.provenance,
          claims: claims(of: request.operation, source: after.key, on: new)))
    }
    for pair in pairing.pairs {
      let (left, right) = (pair.old, pair.new)
      if let guess = pair.guess {
        addMove(left.operation, right.operation, subject(right), guess, pair: (left, right))
      }
      compareTexts(of: left, right, subject(right))
      compare(RequestFacts(left, of: before), RequestFacts(right, of: after))
      compareExamples(
        left.examples, right.examples, subject(right), left.provenance, right.provenance)
      compareFieldExamples(
        left.fieldExamples, right.fieldExamples, subject(right), left.provenance,
        right.provenance)
    }
  }

  private mutating func addMove(
    _ before: OperationKey, _ after: OperationKey, _ subject: ChangeSubject, _ guess: String,
    pair: (old: Request, new: Request)
  ) {
    add(
      Draft(
        rule: .operationMoved, subject: subject,
        message: "sent to \(ChangeSubject.text(after)) instead of \(ChangeSubject.text(before))",
        oldValue: ChangeSubject.text(before), newValue: ChangeSubject.text(after), guess: guess,
        old: pair.old.provenance, new: pair.new.provenance, breaksWire: true))
  }

  private mutating func compareTexts(
    of before: Request, _ after: Request, _ subject: ChangeSubject
  ) {
    var draft = Draft(
      rule: .documentationChanged, subject: subject, message: "", old: before.provenance,
      new: after.provenance, otherwise: .documentation)
    if before.title != after.title {
      draft.message = "the request stands under another heading"
      draft.oldValue = before.title
      draft.newValue = after.title
      add(draft)
    }
    if before.documentation != after.documentation {
      draft.message = "another text before the request"
      draft.oldValue = before.documentation
      draft.newValue = after.documentation
      add(draft)
    }
  }

  /// All declarations of an operation.
  private func claims(of operation: OperationKey, source: String?, on side: Side) -> [Claim] {
    guard let request = side.surface.request(operation, source: source) else { return [] }
    var claims: [Claim] = [.declaration(request.function.joined(separator: "."))]
    // With its first operation a group comes, with the last one it goes.
    if source == nil, let group = request.function.first { claims.append(.declaration(group)) }
    if let body = request.body { claims += typeClaims(body, on: side) }
    for parameter in request.parameters {
      claims += typeClaims(parameter.type, in: Array(request.function.dropLast()), on: side)
    }
    if source == nil { claims += typeClaims(request.response, on: side, withAlias: true) }
    return claims
  }
}

// MARK: - Operations

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
  private static func places(
    _ left: ModelOperation, _ right: ModelOperation
  ) -> (old: Provenance?, new: Provenance?) {
    for place in left.provenances {
      if let other = right.provenances.first(where: { $0.page == place.page }) {
        return (place, other)
      }
    }
    return (left.provenances.first, right.provenances.first)
  }

  private mutating func compareResponses(
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

// MARK: - What both have

extension Comparer {
  private mutating func compareFieldExamples(
    _ before: [FieldExample], _ after: [FieldExample], _ subject: ChangeSubject,
    _ old: Provenance?, _ new: Provenance?
  ) {
    let draft = Draft(
      rule: .examplesChanged, subject: subject, message: "", old: old, new: new)
    compareShown(before, after, "value of a field", draft, \.provenance)
  }

  private mutating func compare(_ left: RequestFacts, _ right: RequestFacts) {
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

  private static func functions(_ before: EmittedRequest?, _ after: EmittedRequest?) -> [String] {
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

  private mutating func compareParameters(
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
    let name = after.name
    let lists = (before.aliases != after.aliases, before.examples != after.examples)
    switch (before.documentation != after.documentation, lists) {
    case (true, _):
      draft.message = "`\(name)`: another text"
      draft.oldValue = before.documentation
      draft.newValue = after.documentation
    case (_, (true, _)):
      draft.message = "`\(name)`: another placeholder"
      draft.oldValue = before.aliases.joined(separator: ", ")
      draft.newValue = after.aliases.joined(separator: ", ")
    case (_, (_, true)):
      draft.message = "`\(name)`: another example"
      draft.oldValue = before.examples.joined(separator: ", ")
      draft.newValue = after.examples.joined(separator: ", ")
    default: return
    }
    add(draft)
  }
}
