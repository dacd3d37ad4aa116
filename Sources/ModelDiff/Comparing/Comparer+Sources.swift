import ConnectorModel
import SwiftDeclarations

extension Comparer {
  mutating func compareSources() {
    let pairing = Pairing(
      old.model.sources, new.model.sources, key: \.key, evidence: Evidence.source)
    for source in pairing.removed {
      add(
        Draft(
          rule: .sourceRemoved, subject: ChangeSubject(.source, source: source.key),
          message: "the source \(source.name) is gone", old: source.provenance, breaksWire: true,
          claims: claims(ofSource: source.key, old)))
    }
    for source in pairing.added {
      add(
        Draft(
          rule: .sourceAdded, subject: ChangeSubject(.source, source: source.key),
          message: "the source \(source.name) is new", new: source.provenance,
          claims: claims(ofSource: source.key, new)))
    }
    for pair in pairing.pairs { compare(pair) }
  }

  private func claims(ofSource key: String, _ side: Side) -> [Claim] {
    side.surface.sourceNames[key].map { [.type($0)] } ?? []
  }

  private mutating func compare(_ pair: Pairing<Source>.Pair) {
    let (before, after) = (pair.old, pair.new)
    let subject = ChangeSubject(.source, source: after.key)
    if pair.guess != nil || before.name != after.name {
      let isKey = pair.guess != nil
      var message = "the source \(before.name) is now called \(after.name)"
      if before.name == after.name { message = "the source \(after.name) is now `\(after.key)`" }
      add(
        Draft(
          rule: .sourceRenamed, subject: subject, message: message,
          oldValue: isKey ? before.key : before.name, newValue: isKey ? after.key : after.name,
          guess: pair.guess, old: before.provenance, new: after.provenance,
          claims: claims(ofSource: before.key, old) + claims(ofSource: after.key, new)))
    }
    if before.documentation != after.documentation {
      add(
        Draft(
          rule: .documentationChanged, subject: subject, message: "another summary of the page",
          oldValue: before.documentation, newValue: after.documentation, old: before.provenance,
          new: after.provenance, otherwise: .documentation))
    }
    compareSpecifications(before, after)
    compareAuthentications(before, after)
    compareRequests(before, after)
    compareAnchors(before, after)
    compareCorrections(before, after)
  }

  /// Links into the page, which comments hold. Headings that hold nothing of the client have none.
  private mutating func compareAnchors(_ before: Source, _ after: Source) {
    // What comes or goes is told by itself.
    let requests = Set(before.requests.map(\.operation)).intersection(
      after.requests.map(\.operation))
    let names = Set(before.authentications.map(\.specName))
      .intersection(after.authentications.map(\.specName))
    let left = Self.anchors(of: before, requests, names)
    let right = Self.anchors(of: after, requests, names)
    let gone = left.filter { !right.contains($0) }
    let come = right.filter { !left.contains($0) }
    guard !gone.isEmpty || !come.isEmpty else { return }
    add(
      Draft(
        rule: .anchorsChanged, subject: ChangeSubject(.source, source: after.key),
        message: "links in comments lead to other sections",
        oldValue: gone.map { "#" + $0 }.joined(separator: ", "),
        newValue: come.map { "#" + $0 }.joined(separator: ", "), old: before.provenance,
        new: after.provenance, otherwise: .documentation))
  }

  private static func anchors(
    of source: Source, _ requests: Set<OperationKey>, _ names: Set<String>
  ) -> [String] {
    var anchors: [String] = []
    let places =
      source.authentications.filter { names.contains($0.specName) }.map(\.provenance)
      + source.requests.filter { requests.contains($0.operation) }.map(\.provenance)
    for place in places {
      if let anchor = place.anchor, !anchors.contains(anchor) { anchors.append(anchor) }
    }
    return anchors
  }
}

// MARK: - Connection specifications

extension Comparer {
  private mutating func compareSpecifications(_ before: Source, _ after: Source) {
    let left = before.connectionSpecifications
    let right = after.connectionSpecifications
    let oldName = old.surface.sourceNames[before.key].map { $0 + "." } ?? ""
    let newName = new.surface.sourceNames[after.key].map { $0 + "." } ?? ""
    let first = [oldName, newName].map { Claim.declaration($0 + "connectionSpecification") }
    let others = [oldName, newName].map {
      Claim.declaration($0 + "alternativeConnectionSpecifications")
    }
    func subject(_ id: String) -> ChangeSubject {
      ChangeSubject(.specification, source: after.key, name: id)
    }
    var known: Set<String> = []
    if let old = left.first, let new = right.first, old.id != new.id {
      known = [old.id, new.id]
      add(
        Draft(
          rule: .specificationChanged, subject: subject(""),
          message: "the connection specification is `\(new.id)` instead of `\(old.id)`",
          oldValue: old.id, newValue: new.id, old: old.provenance, new: new.provenance,
          breaksWire: true, claims: first))
    }
    let pairing = Pairing(left, right, key: \.id) { _, _ in nil }
    for item in pairing.removed where !known.contains(item.id) {
      add(
        Draft(
          rule: .specificationRemoved, subject: subject(item.id),
          message: "the connection specification `\(item.id)` is no longer documented",
          oldValue: item.id, old: item.provenance, breaksWire: true,
          claims: item.id == left.first?.id ? first : others))
    }
    for item in pairing.added where !known.contains(item.id) {
      add(
        Draft(
          rule: .specificationAdded, subject: subject(item.id),
          message: "the connection specification `\(item.id)` is new", newValue: item.id,
          new: item.provenance, claims: item.id == right.first?.id ? first : others))
    }
    for pair in pairing.pairs {
      if pair.old.version != pair.new.version {
        let (old, new) = (pair.old.version ?? "none", pair.new.version ?? "none")
        add(
          Draft(
            rule: .specificationVersionChanged, subject: subject(pair.new.id),
            message: "the connection specification has version \(new) instead of \(old)",
            oldValue: pair.old.version, newValue: pair.new.version, old: pair.old.provenance,
            new: pair.new.provenance, breaksWire: true))
      }
      if pair.old.isUncertain != pair.new.isUncertain {
        let words = pair.new.isUncertain ? "no longer certain" : "certain now"
        add(
          Draft(
            rule: .documentationChanged, subject: subject(pair.new.id),
            message: "the connection specification `\(pair.new.id)` is \(words)",
            old: pair.old.provenance, new: pair.new.provenance, otherwise: .documentation))
      }
    }
  }
}

// MARK: - Authentications

extension Comparer {
  /// An authentication with the declarations that stand for it.
  private struct Entry {
    var authentication: Authentication
    /// The qualified name of the case.
    var enumCase: String?
    var type: SwiftType?
  }

  private mutating func compareAuthentications(_ before: Source, _ after: Source) {
    let pairing = Pairing(
      Self.entries(of: before, old), Self.entries(of: after, new),
      key: { $0.authentication.specName },
      evidence: { Evidence.authentication($0.authentication, $1.authentication) })
    for entry in pairing.removed {
      add(
        Draft(
          rule: .authenticationRemoved,
          subject: Self.subject(entry, of: after),
          message: "the authentication \"\(entry.authentication.specName)\" is gone",
          old: entry.authentication.provenance, breaksWire: true,
          claims: claims(of: entry, in: before, old) + whole(before, after)))
    }
    for entry in pairing.added {
      add(
        Draft(
          rule: .authenticationAdded, subject: Self.subject(entry, of: after),
          message: "the authentication \"\(entry.authentication.specName)\" is new",
          new: entry.authentication.provenance,
          claims: claims(of: entry, in: after, new) + whole(before, after)))
    }
    for pair in pairing.pairs { compare(pair, before, after) }
  }

  private static func subject(_ entry: Entry, of source: Source) -> ChangeSubject {
    ChangeSubject(
      .authentication, source: source.key, authentication: entry.authentication.specName)
  }

  private static func entries(of source: Source, _ side: Side) -> [Entry] {
    let type = side.surface.sourceNames[source.key].flatMap {
      side.surface.type([$0, "Authentication"])
    }
    let cases = type?.cases ?? []
    return source.authentications.enumerated().map { index, authentication in
      guard let type, cases.indices.contains(index) else {
        return Entry(authentication: authentication)
      }
      return Entry(
        authentication: authentication, enumCase: type.name + "." + cases[index].name,
        type: type.associatedType(ofCase: cases[index].name))
    }
  }

  private func claims(of entry: Entry, in source: Source, _ side: Side) -> [Claim] {
    var claims: [Claim] = []
    if let enumCase = entry.enumCase { claims.append(.declaration(enumCase)) }
    if let type = entry.type.flatMap({ side.surface.declared($0) }) {
      claims.append(.type(type.name))
    }
    return claims
  }

  /// With its first authentication a source gets the type of them all, with the last one that goes.
  private func whole(_ before: Source, _ after: Source) -> [Claim] {
    guard before.authentications.isEmpty != after.authentications.isEmpty else { return [] }
    return [(before, old), (after, new)].compactMap { source, side in
      side.surface.sourceNames[source.key].map { .type($0 + ".Authentication") }
    }
  }

  private mutating func compare(_ pair: Pairing<Entry>.Pair, _ source: Source, _ newSource: Source)
  {
    let (before, after) = (pair.old.authentication, pair.new.authentication)
    var subject = Self.subject(pair.new, of: newSource)
    let claims = claims(of: pair.old, in: source, old) + claims(of: pair.new, in: newSource, new)
    if let guess = pair.guess {
      add(
        Draft(
          rule: .authenticationRenamed, subject: subject,
          message: "the authentication \"\(before.specName)\" is now called \"\(after.specName)\"",
          oldValue: before.specName, newValue: after.specName, guess: guess,
          old: before.provenance, new: after.provenance, breaksWire: true, claims: claims))
    }
    if before.title != after.title {
      add(
        Draft(
          rule: .documentationChanged, subject: subject,
          message: "\"\(after.specName)\" stands under another heading", oldValue: before.title,
          newValue: after.title, old: before.provenance, new: after.provenance,
          otherwise: .documentation))
    }
    subject.part = .credential
    var place = FieldPlace(
      subject: subject, old: before.provenance, new: after.provenance, oldType: pair.old.type,
      newType: pair.new.type)
    place.claims = [pair.old.enumCase, pair.new.enumCase].compactMap { $0.map { .declaration($0) } }
    compareFields(before.fields, after.fields, at: place)
    comparePatterns(before, after, at: place)
  }

  private mutating func comparePatterns(
    _ before: Authentication, _ after: Authentication, at place: FieldPlace
  ) {
    let pairing = Pairing(before.patterns, after.patterns, key: \.field) { _, _ in nil }
    let oldType = place.oldType.flatMap { old.surface.declared($0) }
    let newType = place.newType.flatMap { new.surface.declared($0) }
    let kept = Set(before.fields.map(\.name)).intersection(after.fields.map(\.name))
    for pattern in pairing.removed {
      add(
        Draft(
          rule: .patternRemoved, subject: place.subject(pattern.field),
          message: "no pattern is documented any more for `\(pattern.field)`",
          oldValue: pattern.text, old: pattern.provenance, otherwise: .documentation,
          claims: Self.claims(of: pattern, in: oldType, isAlone: kept.contains(pattern.field))))
    }
    for pattern in pairing.added {
      add(
        Draft(
          rule: .patternAdded, subject: place.subject(pattern.field),
          message: "`\(pattern.field)` has a pattern now", newValue: pattern.text,
          new: pattern.provenance,
          claims: Self.claims(of: pattern, in: newType, isAlone: kept.contains(pattern.field))))
    }
    for pair in pairing.pairs {
      let claims =
        Self.claims(of: pair.old, in: oldType, isAlone: true)
        + Self.claims(of: pair.new, in: newType, isAlone: true)
      if pair.old.text != pair.new.text || pair.old.pieces != pair.new.pieces
        || pair.old.parameters.map(\.isSecret) != pair.new.parameters.map(\.isSecret)
      {
        add(
          Draft(
            rule: .patternChanged, subject: place.subject(pair.new.field),
            message: "the pattern of `\(pair.new.field)` is another one", oldValue: pair.old.text,
            newValue: pair.new.text, old: pair.old.provenance, new: pair.new.provenance,
            breaksWire: pair.old.pieces != pair.new.pieces, claims: claims))
      }
      compareParts(of: pair.old, pair.new, place.subject(pair.new.field))
    }
  }

  /// The texts of what a pattern is made of before and after.
  private mutating func compareParts(
    of before: ConnectionStringPattern, _ after: ConnectionStringPattern, _ subject: ChangeSubject
  ) {
    let pairing = Pairing(before.parameters, after.parameters, key: \.placeholder) { _, _ in nil }
    for part in pairing.pairs where part.old.documentation != part.new.documentation {
      add(
        Draft(
          rule: .documentationChanged, subject: subject,
          message: "`\(after.field)`: another text of the part `\(part.new.placeholder)`",
          oldValue: part.old.documentation, newValue: part.new.documentation,
          old: before.provenance, new: after.provenance, otherwise: .documentation))
    }
  }

  /// The initializer that takes the parts of a text, their type, and the text itself, which is a
  /// secret if one of its parts is.
  ///
  /// - Parameter isAlone: Whether the field is there before and after.
  private static func claims(
    of pattern: ConnectionStringPattern, in container: DeclaredType?, isAlone: Bool
  ) -> [Claim] {
    guard let container, let property = container.property(pattern.field) else { return [] }
    let function = container.name + ".init"
    var claims: [Claim] = [.existence(function: function)]
    if isAlone {
      claims.append(.declaration(container.name + "." + property.name))
      claims.append(.argument(function: function, label: property.name))
    }
    for case .function(let initializer) in container.declaration.members {
      for parameter in initializer.parameters where parameter.name == property.name {
        guard case .named(let parts, let arguments) = parameter.type, arguments.isEmpty,
          parameter.type != property.type.unwrapped.reference
        else { continue }
        claims.append(.type((container.path + parts).joined(separator: ".")))
      }
    }
    return claims
  }
}
