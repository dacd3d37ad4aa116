import SwiftDeclarations

/// The differences between two public surfaces, each with what the compiler makes of it.
struct SurfaceComparison {
  struct Difference {
    var change: DeclarationChange
    /// What callers of a function notice; empty of other declarations, and of functions that come
    /// or go.
    var effects: [FunctionComparison.Effect] = []
    var isFunction = false
    /// Whether the type around it is another one already, so that nothing has to be said of it.
    var isInRenamedType = false
  }

  private(set) var differences: [Difference] = []
  /// The indices of the differences by qualified name.
  private(set) var indices: [String: [Int]] = [:]

  /// - Parameter renames: Types that stand for the same thing under another name.
  init(_ old: Surface, _ new: Surface, renames: [(old: String, new: String)]) {
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
    for rename in renames where old.entries[rename.new] == nil {
      compareMembers(of: rename.old, old, asThoseOf: rename.new, new)
    }
  }

  /// Compares the members of a type that has another name now as if it had kept it.
  private mutating func compareMembers(
    of oldName: String, _ old: Surface, asThoseOf newName: String, _ new: Surface
  ) {
    let (oldStart, newStart) = (oldName + ".", newName + ".")
    let oldNames = old.names.filter { $0.hasPrefix(oldStart) }
    let newNames = new.names.filter { $0.hasPrefix(newStart) }
    let start = differences.count
    var gone: Set<String> = []
    var seen: Set<String> = []
    var declaredLines: [String: String] = [:]
    for name in oldNames {
      let counterpart = newStart + name.dropFirst(oldStart.count)
      seen.insert(counterpart)
      let renamed = (old.entries[name] ?? []).map { declared in
        var entry = declared
        entry.path = counterpart.split(separator: ".").map(String.init)
        entry.line = Self.renaming(oldStart, newStart, in: declared.line)
        declaredLines[entry.line] = declared.line
        return entry
      }
      compare(renamed, new.entries[counterpart] ?? [], gone: &gone)
    }
    for name in newNames where !seen.contains(name) {
      compare([], new.entries[name] ?? [], gone: &gone)
    }
    for index in start..<differences.count {
      let name = differences[index].change.name
      differences[index].isInRenamedType = true
      // What is shown is what was declared.
      if let line = differences[index].change.old {
        differences[index].change.old = declaredLines[line] ?? line
      }
      indices[name, default: []].append(index)
      indices[oldStart + name.dropFirst(newStart.count), default: []].append(index)
    }
  }

  /// A line with another name for a type, which defaults of arguments name, too.
  private static func renaming(_ old: String, _ new: String, in line: String) -> String {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    return parts.map { $0.hasPrefix(old) ? new + $0.dropFirst(old.count) : String($0) }
      .joined(separator: " ")
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
      guard !differences[$0].isInRenamedType else { return false }
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
    differences.append(
      Difference(
        change: DeclarationChange(
          name: name, old: isGone ? entry.line : nil, new: isGone ? nil : entry.line,
          isBreaking: isGone, reason: isGone ? "gone" : "new"),
        isFunction: true))
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
