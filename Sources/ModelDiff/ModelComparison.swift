package import ClientEmitter
package import ConnectorModel
import SwiftDeclarations

/// What changed for users of the client from one model to another one.
package struct ModelComparison: Hashable, Sendable {
  /// What breaks first, then by source and operation, then by place on the page.
  package private(set) var changes: [Change]

  /// Compares two models.
  ///
  /// - Parameters:
  ///   - oldOptions: What the configuration says about the client of the old model.
  ///   - newOptions: The same for the new one.
  package init(
    _ old: ConnectorModel, _ new: ConnectorModel, oldOptions: EmitterOptions = EmitterOptions(),
    newOptions: EmitterOptions = EmitterOptions()
  ) {
    guard old != new || oldOptions != newOptions else {
      changes = []
      return
    }
    let comparer = Comparer(
      old: Comparer.Side(model: old, surface: Surface(old, options: oldOptions)),
      new: Comparer.Side(model: new, surface: Surface(new, options: newOptions)))
    var judge = Judge(
      SurfaceComparison(
        comparer.old.surface, comparer.new.surface, renames: comparer.renamedTypes))
    var changes = comparer.drafts.map { judge.judge($0) }
    changes += judge.unexplained { comparer.draft(ofDeclaration: $0) }
    changes += comparer.codeChanges(explainedBy: changes).map { judge.judge($0) }
    self.changes = Self.sorted(changes)
  }

  /// The changes that a test accepts.
  package func filter(_ isIncluded: (Change) -> Bool) -> ModelComparison {
    var copy = self
    copy.changes = changes.filter(isIncluded)
    return copy
  }

  /// The changes of one source, by its key, the last part of its key, or its name.
  ///
  /// - Returns: nil if none of the models has such a source.
  package static func key(
    ofSource name: String, in models: [ConnectorModel]
  ) -> String? {
    let wanted = name.lowercased()
    for model in models {
      for source in model.sources {
        let key = source.key.lowercased()
        if key == wanted || source.name.lowercased() == wanted || key.hasSuffix("/" + wanted) {
          return source.key
        }
      }
    }
    return nil
  }

  /// Marks changes as known.
  package mutating func accept(_ isAccepted: (Change) -> Bool) {
    for index in changes.indices where isAccepted(changes[index]) {
      changes[index].isAccepted = true
    }
  }

  private static func sorted(_ changes: [Change]) -> [Change] {
    changes.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.group != second.group { return first.group < second.group }
      if first.depth != second.depth { return first.depth < second.depth }
      if first.classes != second.classes {
        return first.classes.lexicographicallyPrecedes(second.classes)
      }
      let places = (first.new ?? first.old, second.new ?? second.old)
      if let one = places.0, let other = places.1, one.line != other.line, one.page == other.page {
        return one.line < other.line
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension Change {
  /// What holds others comes before them.
  fileprivate var depth: Int {
    switch subject.part {
    case .source, .specification, .authentication, .operation, .request: 0
    default: 1
    }
  }

  /// What changes are sorted by before their class: sources before operations before the rest.
  fileprivate var group: ChangeGroup {
    let rank = subject.source != nil ? 0 : subject.operation != nil ? 1 : 2
    return ChangeGroup(
      isHarmless: isBreaking ? 0 : classes.contains(.compatible) ? 1 : 2, rank: rank,
      name: subject.source ?? subject.operation.map(ChangeSubject.text) ?? subject.name)
  }
}

private struct ChangeGroup: Comparable {
  var isHarmless: Int
  var rank: Int
  var name: String

  static func < (left: ChangeGroup, right: ChangeGroup) -> Bool {
    (left.isHarmless, left.rank, left.name) < (right.isHarmless, right.rank, right.name)
  }
}

// MARK: - What the models alone do not tell

extension Comparer {
  /// A change of a declaration that no fact of the model accounts for.
  func draft(ofDeclaration name: String) -> Draft {
    let scope = name.split(separator: ".").first.map(String.init) ?? name
    return Draft(
      rule: .interfaceChanged, subject: subject(ofScope: scope, named: name),
      message: "`\(name)` is declared differently", old: place(ofScope: scope, in: old),
      new: place(ofScope: scope, in: new))
  }

  /// Requests that are made otherwise, and constants with another value, though nothing else of
  /// their source or group says so.
  func codeChanges(explainedBy changes: [Change]) -> [Draft] {
    // The index and the catalogue repeat what sources and error codes are about.
    var explained: Set<String> = ["SourceIndex", "ErrorCatalogue"]
    for change in changes where !change.classes.contains(.documentation) {
      if let page = change.subject.page {
        for side in [old, new] { explained.formUnion(Self.namespaces(of: page, in: side)) }
      } else if let key = change.subject.source {
        for side in [old, new] { explained.formUnion([side.surface.sourceNames[key] ?? ""]) }
      } else if let key = change.subject.operation {
        for side in [old, new] {
          explained.formUnion([side.surface.request(key, source: nil)?.function.first ?? ""])
        }
      }
    }
    var drafts: [Draft] = []
    for name in new.surface.names {
      guard let before = old.surface.entries[name], let after = new.surface.entries[name],
        let scope = after.first?.path.first, !explained.contains(scope),
        before.map(\.line) == after.map(\.line),
        zip(before, after).contains(where: { !Self.doesSame($0.declaration, $1.declaration) })
      else { continue }
      let isProperty = if case .property = after.first?.declaration { true } else { false }
      drafts.append(
        Draft(
          rule: .codeChanged, subject: subject(ofScope: scope, named: name),
          message: isProperty ? "`\(name)` has another value" : "`\(name)` does something else",
          old: place(ofScope: scope, in: old),
          new: place(ofScope: scope, in: new), breaksWire: true))
    }
    return drafts
  }

  private static func doesSame(_ old: Declaration, _ new: Declaration) -> Bool {
    switch (old, new) {
    case (.function(let old), .function(let new)):
      // In what order an initializer sets the properties is all the same.
      old.body == new.body
        || old.name == .initializer && haveSameMembers(old.body, new.body)
    case (.property(let old), .property(let new)):
      if case (.constant(.array(let old)), .constant(.array(let new))) = (old.content, new.content)
      {
        haveSameMembers(old, new)
      } else {
        old.content == new.content
      }
    default: true
    }
  }

  private static func haveSameMembers<Member: Hashable>(_ old: [Member], _ new: [Member]) -> Bool {
    old.count == new.count && Set(old) == Set(new)
  }

  /// The name space of a page's payloads.
  private static func namespaces(of page: String, in side: Side) -> [String] {
    side.surface.payloads.values.compactMap { emitted in
      side.model.payloads[emitted.index].provenance.page == page ? emitted.path.first : nil
    }
  }

  /// The first of the payloads in a name space of their own.
  private static func payload(ofScope scope: String, in side: Side) -> Payload? {
    let indices = side.surface.payloads.values.filter { $0.path.first == scope }.map(\.index)
    return indices.min().map { side.model.payloads[$0] }
  }

  private func subject(ofScope scope: String, named name: String) -> ChangeSubject {
    for side in [new, old] {
      for source in side.model.sources where side.surface.sourceNames[source.key] == scope {
        return ChangeSubject(.source, source: source.key, name: name)
      }
      if let payload = Self.payload(ofScope: scope, in: side) {
        return ChangeSubject(.payload, page: payload.provenance.page, name: name)
      }
    }
    return ChangeSubject(.operation, name: name)
  }

  private func place(ofScope scope: String, in side: Side) -> Provenance? {
    for source in side.model.sources where side.surface.sourceNames[source.key] == scope {
      return source.provenance
    }
    if let payload = Self.payload(ofScope: scope, in: side) { return payload.provenance }
    for operation in side.model.operations
    where side.surface.request(operation.key, source: nil)?.function.first == scope {
      return operation.provenances.first
    }
    return nil
  }
}
