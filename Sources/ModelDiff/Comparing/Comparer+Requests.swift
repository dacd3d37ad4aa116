import ClientEmitter
import ConnectorModel

/// The requests of a source.
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
  func claims(of operation: OperationKey, source: String?, on side: Side) -> [Claim] {
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
