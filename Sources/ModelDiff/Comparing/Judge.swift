import ConnectorModel
import Linting

/// Finds out what becomes of the declarations that a draft claims, and so what class it is of.
struct Judge {
  private let surfaces: SurfaceComparison
  /// Of each difference, what no change has been held responsible for yet.
  private var isExplained: [Bool]
  private var explainedEffects: [Set<FunctionComparison.Effect>]
  private var fingerprints: [Fingerprint: Int] = [:]

  init(_ surfaces: SurfaceComparison) {
    self.surfaces = surfaces
    isExplained = [Bool](repeating: false, count: surfaces.differences.count)
    explainedEffects = [Set<FunctionComparison.Effect>](
      repeating: [], count: surfaces.differences.count)
  }

  mutating func judge(_ draft: Draft) -> Change {
    var declarations: [DeclarationChange] = []
    var places: [Int: Int] = [:]
    for claim in draft.claims {
      for (index, declaration) in touched(by: claim) {
        guard let place = places[index] else {
          places[index] = declarations.count
          declarations.append(declaration)
          continue
        }
        declarations[place] = declarations[place].joined(with: declaration)
      }
    }
    return change(draft, declarations)
  }

  /// What remains of the differences, as changes of their own: names that change because of others.
  mutating func unexplained(_ draft: (String) -> Draft) -> [Change] {
    var changes: [Change] = []
    for (index, difference) in surfaces.differences.enumerated()
    where !isExplained[index] && !difference.isInRenamedType {
      var declaration = difference.change
      if !difference.effects.isEmpty {
        let rest = difference.effects.filter { !explainedEffects[index].contains($0) }
        guard !rest.isEmpty else { continue }
        let breaking = rest.filter(\.isBreaking)
        declaration.isBreaking = !breaking.isEmpty
        declaration.reason = (breaking.isEmpty ? rest : breaking).map(\.reason)
          .joined(separator: ", ")
      }
      var draft = draft(declaration.name)
      draft.oldValue = declaration.old
      draft.newValue = declaration.new
      changes.append(change(draft, [declaration]))
    }
    return changes
  }

  private mutating func change(_ draft: Draft, _ declarations: [DeclarationChange]) -> Change {
    var classes: [ChangeClass] = []
    if declarations.contains(where: \.isBreaking) { classes.append(.source) }
    if draft.breaksWire { classes.append(.wire) }
    if classes.isEmpty { classes.append(declarations.isEmpty ? draft.otherwise : .compatible) }
    return Change(
      rule: draft.rule, classes: classes, subject: draft.subject, message: draft.message,
      oldValue: draft.oldValue, newValue: draft.newValue, guess: draft.guess, old: draft.old,
      new: draft.new, declarations: declarations.sorted { $0.name < $1.name },
      fingerprint: fingerprint(draft))
  }

  private mutating func fingerprint(_ draft: Draft) -> Fingerprint {
    let values = [draft.subject.part.rawValue, draft.oldValue ?? "", draft.newValue ?? ""]
    let first = Fingerprint(
      rule: draft.rule.rawValue, page: draft.subject.description,
      subject: values.joined(separator: "\n"))
    let count = fingerprints[first, default: 0] + 1
    fingerprints[first] = count
    guard count > 1 else { return first }
    return Fingerprint(
      rule: draft.rule.rawValue, page: draft.subject.description,
      subject: values.joined(separator: "\n"), ordinal: count)
  }

  // MARK: - Claims

  private mutating func touched(by claim: Claim) -> [(Int, DeclarationChange)] {
    switch claim {
    case .declaration(let name): return whole(surfaces.indices[name] ?? [])
    case .type(let name): return whole(surfaces.below(name))
    case .argument(let function, let label):
      return effects(of: function) { $0.label == label }
    case .order(let function): return effects(of: function) { $0.kind == .order }
    case .existence(let function):
      let indices = surfaces.indices[function] ?? []
      return whole(
        indices.filter {
          surfaces.differences[$0].isFunction && surfaces.differences[$0].effects.isEmpty
        })
    }
  }

  private mutating func whole(_ indices: [Int]) -> [(Int, DeclarationChange)] {
    for index in indices { isExplained[index] = true }
    return indices.map { ($0, surfaces.differences[$0].change) }
  }

  private mutating func effects(
    of function: String, _ isMeant: (FunctionComparison.Effect) -> Bool
  ) -> [(Int, DeclarationChange)] {
    var result: [(Int, DeclarationChange)] = []
    for index in surfaces.indices[function] ?? [] {
      let meant = surfaces.differences[index].effects.filter(isMeant)
      guard !meant.isEmpty else { continue }
      explainedEffects[index].formUnion(meant)
      let breaking = meant.filter(\.isBreaking)
      var declaration = surfaces.differences[index].change
      declaration.isBreaking = !breaking.isEmpty
      declaration.reason = (breaking.isEmpty ? meant : breaking).map(\.reason)
        .joined(separator: ", ")
      result.append((index, declaration))
    }
    return result
  }
}

extension DeclarationChange {
  /// The same declaration claimed twice, for two reasons.
  fileprivate func joined(with other: DeclarationChange) -> DeclarationChange {
    guard reason != other.reason else { return self }
    if isBreaking != other.isBreaking { return isBreaking ? self : other }
    var joined = self
    joined.reason += ", " + other.reason
    return joined
  }
}
