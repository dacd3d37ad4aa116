import SwiftDeclarations

/// The differences between two public surfaces, each with what the compiler makes of it.
struct SurfaceComparison {
  struct Difference {
    var change: DeclarationChange
    /// What callers of a function notice; empty of other declarations, and of functions that come
    /// or go.
    var effects: [FunctionComparison.Effect] = []
    var isFunction = false
    /// The labels of a function that goes or comes.
    var labels: Set<String> = []
  }

  private(set) var differences: [Difference] = []
  /// The indices of the differences by qualified name.
  private(set) var indices: [String: [Int]] = [:]

  init(_ old: Surface, _ new: Surface) {
    var gone: Set<String> = []
    for name in old.names {
      guard let before = old.entries[name] else { continue }
      compare(before, new.entries[name] ?? [], gone: &gone)
    }
    var come: Set<String> = []
    for name in new.names where old.entries[name] == nil {
      guard let after = new.entries[name] else { continue }
      compare([], after, gone: &come)
    }
    for (index, difference) in differences.enumerated() {
      indices[difference.change.name, default: []].append(index)
    }
  }

  /// - Parameter gone: Types of which nothing is left, so that their members need no mention.
  private mutating func compare(
    _ old: [Surface.Entry], _ new: [Surface.Entry], gone: inout Set<String>
  ) {
    guard let first = old.first ?? new.first else { return }
    let name = first.path.joined(separator: ".")
    if gone.contains(first.path.dropLast().joined(separator: ".")) {
      gone.insert(name)
      return
    }
    if case .function = first.declaration {
      compareFunctions(old, new, named: name)
      return
    }
    let before = old.first
    let after = new.first
    guard before?.line != after?.line else { return }
    if case .type = first.declaration, before == nil || after == nil { gone.insert(name) }
    differences.append(
      Difference(
        change: DeclarationChange(
          name: name, old: before?.line, new: after?.line,
          isBreaking: Self.isBreaking(before?.declaration, after?.declaration),
          reason: Self.reason(before?.declaration, after?.declaration))))
  }

  /// The differences of a type and of all in it.
  func below(_ name: String) -> [Int] {
    differences.indices.filter {
      let other = differences[$0].change.name
      return other == name || other.hasPrefix(name + ".")
    }
  }

  // MARK: - Declarations that are no functions

  private static func isBreaking(_ old: Declaration?, _ new: Declaration?) -> Bool {
    guard let old else {
      // Whoever switches over the cases has to have them all.
      if case .enumCase = new { return true }
      return false
    }
    guard let new else { return true }
    if case .type(let before) = old, case .type(let after) = new, before.kind == after.kind {
      return !Set(before.conformances).isSubset(of: after.conformances)
    }
    if case .property(let before) = old, case .property(let after) = new,
      before.type == after.type, before.modifiers.isStatic == after.modifiers.isStatic
    {
      return before.isSettable && !after.isSettable
    }
    return true
  }

  private static func reason(_ old: Declaration?, _ new: Declaration?) -> String {
    switch (old, new) {
    case (nil, .enumCase): "whoever switches over all cases needs one more"
    case (nil, _): "new"
    case (_, nil): "gone"
    case (.property, .property): "whoever reads or sets it meets another type"
    case (.enumCase, .enumCase): "the case carries something else"
    default: "declared differently"
    }
  }

  // MARK: - Functions

  private mutating func compareFunctions(
    _ old: [Surface.Entry], _ new: [Surface.Entry], named name: String
  ) {
    let common = Set(old.map(\.line)).intersection(new.map(\.line))
    var old = old.filter { !common.contains($0.line) }
    var new = new.filter { !common.contains($0.line) }
    while let pair = Self.mostAlike(old, new) {
      let before = old.remove(at: pair.old)
      let after = new.remove(at: pair.new)
      guard case .function(let function) = before.declaration,
        case .function(let other) = after.declaration
      else { continue }
      let effects = FunctionComparison(function, other).effects
      let breaking = effects.filter(\.isBreaking)
      differences.append(
        Difference(
          change: DeclarationChange(
            name: name, old: before.line, new: after.line, isBreaking: !breaking.isEmpty,
            reason: (breaking.isEmpty ? effects : breaking).map(\.reason)
              .joined(separator: ", ")),
          effects: effects, isFunction: true))
    }
    for entry in old { append(entry, named: name, isGone: true) }
    for entry in new { append(entry, named: name, isGone: false) }
  }

  private mutating func append(_ entry: Surface.Entry, named name: String, isGone: Bool) {
    var labels: Set<String> = []
    if case .function(let function) = entry.declaration {
      labels = Set(function.parameters.map(FunctionComparison.label))
    }
    differences.append(
      Difference(
        change: DeclarationChange(
          name: name, old: isGone ? entry.line : nil, new: isGone ? nil : entry.line,
          isBreaking: isGone, reason: isGone ? "gone" : "new"),
        isFunction: true, labels: labels))
  }

  private static func mostAlike(
    _ old: [Surface.Entry], _ new: [Surface.Entry]
  ) -> (old: Int, new: Int)? {
    var best: (old: Int, new: Int, similarity: Int)?
    for (first, before) in old.enumerated() {
      for (second, after) in new.enumerated() {
        guard case .function(let function) = before.declaration,
          case .function(let other) = after.declaration
        else { continue }
        let similarity = FunctionComparison.similarity(function, other)
        if similarity > best?.similarity ?? 0 { best = (first, second, similarity) }
      }
    }
    return best.map { ($0.old, $0.new) }
  }
}

extension SwiftDeclarations.Property {
  fileprivate var isSettable: Bool {
    switch content {
    case .constant, .computed(_, nil): false
    case .variable, .computed: true
    }
  }
}
