import ClientEmitter
import ConnectorModel
import JSONReader
import SwiftDeclarations

/// What pages show as requests and no command sends.
extension Comparer {
  /// A payload with the types that it becomes.
  private struct Entry {
    var payload: Payload
    var emitted: EmittedPayload?

    /// What certainly makes two payloads the same: what a reader calls them, and their fields.
    var key: [String] {
      [payload.title] + Evidence.fields(of: payload.body).sorted()
        + ["\n"] + Evidence.fields(of: payload.response).sorted()
    }
  }

  mutating func comparePayloads() {
    let oldEntries = Self.entries(of: old)
    let newEntries = Self.entries(of: new)
    // Sources that come or go are changes of their own.
    let sources = Pairing(
      old.model.sources, new.model.sources, key: \.key, evidence: Evidence.source)
    for pair in sources.pairs {
      var (before, after) = (Corrections(), Corrections())
      before.add(pair.old)
      after.add(pair.new)
      comparePayloads(
        oldEntries[pair.old.provenance.page] ?? [], newEntries[pair.new.provenance.page] ?? [],
        ChangeSubject(.payload, source: pair.new.key), known: (before, after))
    }
    let sourcePages = Set((old.model.sources + new.model.sources).map(\.provenance.page))
    let pages = Set(oldEntries.keys).union(newEntries.keys).subtracting(sourcePages)
    for page in pages.sorted() {
      comparePayloads(
        oldEntries[page] ?? [], newEntries[page] ?? [], ChangeSubject(.payload, page: page),
        known: (Corrections(), Corrections()))
    }
  }

  private static func entries(of side: Side) -> [String: [Entry]] {
    let entries = side.model.payloads.enumerated().map { index, payload in
      Entry(payload: payload, emitted: side.surface.payloads[index])
    }
    return Dictionary(grouping: entries, by: \.payload.provenance.page)
  }

  /// - Parameters:
  ///   - owner: The source or the page.
  ///   - known: Corrections that are told of the source already.
  private mutating func comparePayloads(
    _ before: [Entry], _ after: [Entry], _ owner: ChangeSubject,
    known: (old: Corrections, new: Corrections)
  ) {
    let same = Pairing(before, after, key: \.key) { _, _ in nil }
    let pairing = Pairing(same.removed, same.added, key: \.payload.title) {
      Evidence.payload($0.payload, $1.payload)
    }
    func subject(_ entry: Entry) -> ChangeSubject {
      var subject = owner
      subject.payload = entry.payload.title
      return subject
    }
    for pair in same.pairs + pairing.pairs { compare(pair, subject(pair.new)) }
    for entry in pairing.removed {
      add(
        Draft(
          rule: .payloadRemoved, subject: subject(entry), message: "the payload is gone",
          old: entry.payload.provenance, breaksWire: true, claims: claims(of: entry, owner)))
    }
    for entry in pairing.added {
      add(
        Draft(
          rule: .payloadAdded, subject: subject(entry), message: "the payload is new",
          new: entry.payload.provenance, claims: claims(of: entry, owner)))
    }
    var (left, right) = (Corrections(), Corrections())
    for entry in before { left.add(entry.payload) }
    for entry in after { right.add(entry.payload) }
    compareCorrections(left.without(known.old), right.without(known.new), owner)
  }

  /// All declarations of a payload; with its first one a page gets a name space, with the last one
  /// that goes.
  private func claims(of entry: Entry, _ owner: ChangeSubject) -> [Claim] {
    guard let path = entry.emitted?.path else { return [] }
    var claims: [Claim] = [.type(path.joined(separator: "."))]
    if owner.page != nil, let namespace = path.first { claims.append(.declaration(namespace)) }
    return claims
  }

  private mutating func compare(_ pair: Pairing<Entry>.Pair, _ subject: ChangeSubject) {
    let (before, after) = (pair.old.payload, pair.new.payload)
    let draft = Draft(
      rule: .documentationChanged, subject: subject, message: "", old: before.provenance,
      new: after.provenance, otherwise: .documentation)
    compareNames(pair, draft)
    if before.documentation != after.documentation {
      var draft = draft
      draft.message = "another text before the payload"
      draft.oldValue = before.documentation
      draft.newValue = after.documentation
      add(draft)
    }
    if before.provenance.anchor != after.provenance.anchor {
      var draft = draft
      draft.rule = .anchorsChanged
      draft.message = "links in comments lead to another section"
      draft.oldValue = before.provenance.anchor.map { "#" + $0 }
      draft.newValue = after.provenance.anchor.map { "#" + $0 }
      add(draft)
    }
    compareTypes(
      before.body, after.body, pair.old.emitted?.body, pair.new.emitted?.body, draft,
      (added: .payloadAdded, removed: .payloadRemoved))
    var response = draft
    response.subject.part = .response
    compareTypes(
      before.response, after.response, pair.old.emitted?.response, pair.new.emitted?.response,
      response, (added: .responseAdded, removed: .responseRemoved))
    compareShown(before.examples, after.examples, "example", draft, \.provenance)
    compareShown(
      before.responseExamples, after.responseExamples, "example of a response", response,
      \.provenance)
  }

  /// - Parameter draft: What all changes of the payload have in common.
  private mutating func compareNames(_ pair: Pairing<Entry>.Pair, _ draft: Draft) {
    let (before, after) = (pair.old.payload, pair.new.payload)
    let names = (pair.old.emitted?.path, pair.new.emitted?.path)
    noteRename(
      names.0.flatMap { old.surface.type($0) }, names.1.flatMap { new.surface.type($0) })
    var draft = draft
    if before.title != after.title {
      draft.rule = .payloadRenamed
      draft.message = "the payload stood under \"\(before.title)\""
      draft.oldValue = before.title
      draft.newValue = after.title
      draft.guess = pair.guess
      draft.otherwise = .compatible
      draft.claims = [names.0, names.1].compactMap { path in
        path.map { .type($0.joined(separator: ".")) }
      }
      add(draft)
    } else if before.heading != after.heading {
      draft.message = "the payload stands under another heading"
      draft.oldValue = before.heading
      draft.newValue = after.heading
      add(draft)
    }
  }

  private mutating func compareTypes(
    _ before: Schema?, _ after: Schema?, _ oldType: TypeReference?, _ newType: TypeReference?,
    _ draft: Draft, _ rules: (added: ChangeRule, removed: ChangeRule)
  ) {
    let claims =
      (oldType.map { typeClaims($0, on: old, withAlias: true) } ?? [])
      + (newType.map { typeClaims($0, on: new, withAlias: true) } ?? [])
    var draft = draft
    draft.claims = claims
    draft.otherwise = .compatible
    switch (before, after) {
    case (nil, nil): break
    case (nil, _?):
      draft.rule = rules.added
      draft.message = "it is documented now"
      add(draft)
    case (_?, nil):
      draft.rule = rules.removed
      draft.message = "it is no longer documented"
      draft.breaksWire = true
      add(draft)
    case (let left?, let right?):
      compareSchemas(
        left, right,
        at: FieldPlace(
          subject: draft.subject, old: draft.old, new: draft.new,
          oldType: oldType.map { SwiftType(reference: $0, scope: []) },
          newType: newType.map { SwiftType(reference: $0, scope: []) },
          claims: claims.filter { if case .declaration = $0 { true } else { false } }))
    }
  }
}
