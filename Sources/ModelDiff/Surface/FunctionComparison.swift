import SwiftDeclarations

/// What a caller of a function notices of its change, argument by argument.
struct FunctionComparison {
  /// What becomes of one argument.
  struct Effect: Hashable {
    /// The label; nil where it is about the function as a whole.
    var label: String?
    var kind: Kind
    var isBreaking: Bool { kind.isBreaking }
  }

  enum Kind: Hashable {
    case added(hasDefault: Bool)
    case removed
    case type(accepts: Bool)
    case defaultAdded
    case defaultRemoved
    case order
    case result

    var isBreaking: Bool {
      switch self {
      case .added(let hasDefault): !hasDefault
      case .type(let accepts): !accepts
      case .defaultAdded: false
      case .removed, .defaultRemoved, .order, .result: true
      }
    }
  }

  private(set) var effects: [Effect] = []

  init(_ old: Function, _ new: Function) {
    let oldLabels = old.parameters.map(Self.label)
    let newLabels = new.parameters.map(Self.label)
    for (label, parameter) in zip(oldLabels, old.parameters) {
      guard let index = newLabels.firstIndex(of: label) else {
        effects.append(Effect(label: label, kind: .removed))
        continue
      }
      let other = new.parameters[index]
      if parameter.type != other.type {
        // A value is taken where an optional is wanted, and nothing else is.
        let accepts = other.type == .optional(parameter.type)
        effects.append(Effect(label: label, kind: .type(accepts: accepts)))
      }
      switch (parameter.defaultValue, other.defaultValue) {
      case (nil, _?): effects.append(Effect(label: label, kind: .defaultAdded))
      case (_?, nil): effects.append(Effect(label: label, kind: .defaultRemoved))
      default: break
      }
    }
    for (label, parameter) in zip(newLabels, new.parameters) where !oldLabels.contains(label) {
      let hasDefault = parameter.defaultValue != nil
      effects.append(Effect(label: label, kind: .added(hasDefault: hasDefault)))
    }
    let common = Set(oldLabels).intersection(newLabels)
    if oldLabels.filter(common.contains) != newLabels.filter(common.contains) {
      effects.append(Effect(label: nil, kind: .order))
    }
    if old.result != new.result || old.throwing != new.throwing || old.isAsync != new.isAsync
      || old.modifiers.isStatic != new.modifiers.isStatic
    {
      effects.append(Effect(label: nil, kind: .result))
    }
  }

  /// How many labels two functions share, to find which of several became which.
  static func similarity(_ left: Function, _ right: Function) -> Int {
    let labels = Set(right.parameters.map(label))
    let shared = left.parameters.filter { labels.contains(label($0)) }.count
    // Functions without arguments are alike, too.
    return left.parameters.isEmpty && right.parameters.isEmpty ? 1 : shared
  }

  static func label(_ parameter: Function.Parameter) -> String { parameter.label ?? "_" }
}

extension FunctionComparison.Effect {
  /// Who has to change what.
  var reason: String {
    let label = label ?? ""
    switch kind {
    case .added(true): return "callers may give `\(label)`"
    case .added(false): return "callers have to give `\(label)`"
    case .removed: return "callers can no longer give `\(label)`"
    case .type(true): return "`\(label)` takes an optional"
    case .type(false): return "callers give `\(label)` in another type"
    case .defaultAdded: return "callers may leave `\(label)` out"
    case .defaultRemoved: return "callers have to give `\(label)`"
    case .order: return "the arguments stand in another order"
    case .result: return "what is returned has another type"
    }
  }
}
