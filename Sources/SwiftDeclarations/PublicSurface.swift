/// The public declarations of files in a compact form, for reviewers.
///
///     Snowflake (struct): Hashable, Sendable
///     Snowflake.Authentication (enum): Hashable, Sendable
///     Snowflake.Authentication.basic(Basic) (case)
///     Snowflake.Authentication.Basic.init(account: String, password: Secret<String>) throws
///     Snowflake.connectionSpecification: ConnectionSpecification { get } (static)
///     FlowServiceRuntime (module)
///     Snowflake.name: String { get set } (deprecated)
package enum PublicSurface {
  /// A public declaration.
  package struct Entry: Hashable, Sendable {
    /// The enclosing types and the name, without argument labels.
    package var path: [String]
    package var line: String
    package var declaration: Declaration
  }

  /// One line a declaration, each starting with the qualified name; sorted by bytes.
  package static func lines(of files: [SwiftFile]) -> [String] {
    var lines = entries(of: files).map(\.line)
    for file in files {
      for case .reexported(let module) in file.imports { lines.append(module + " (module)") }
    }
    return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The public declarations in the order of the files.
  package static func entries(of files: [SwiftFile]) -> [Entry] {
    var entries: [Entry] = []
    for file in files {
      for declaration in file.declarations {
        append(declaration, in: [], isPublic: false, to: &entries)
      }
    }
    return entries
  }

  /// - Parameter isPublic: Whether the declaration is public unless it says otherwise.
  private static func append(
    _ declaration: Declaration, in scope: [String], isPublic: Bool, to entries: inout [Entry]
  ) {
    func add(_ name: String, _ line: String) {
      entries.append(Entry(path: scope + [name], line: line, declaration: declaration))
    }
    switch declaration {
    case .type(let type):
      guard isVisible(type.modifiers, isPublic) else { return }
      let name = scope + [Identifier.name(type.name)]
      let head = qualified(name) + type.genericParameters.rendered
      let clause = conformances(type.conformances) + requirements(type.requirements)
      add(type.name, head + flags(type.modifiers, type.kind.rawValue) + clause)
      for member in type.members {
        // Only cases are as public as their type.
        let isCase = if case .enumCase = member { true } else { false }
        append(member, in: name, isPublic: isCase, to: &entries)
      }
    case .extension(let type):
      let name = [type.extendedType.rendered]
      let clause = conformances(type.conformances) + requirements(type.requirements)
      if !type.conformances.isEmpty {
        add(name[0], qualified(name) + flags(type.modifiers, "extension") + clause)
      }
      for member in type.members {
        append(member, in: name, isPublic: type.modifiers.access == .public, to: &entries)
      }
    case .property(let property):
      guard isVisible(property.modifiers, isPublic) else { return }
      let name = qualified(scope + [Identifier.name(property.name)])
      let type = property.type?.rendered ?? "_"
      let accessors = property.isSettable ? " { get set }" : " { get }"
      add(property.name, name + ": " + type + accessors + flags(property.modifiers))
    case .function(let function):
      guard isVisible(function.modifiers, isPublic) else { return }
      add(
        function.name.text, qualified(scope + [function.signatureLine]) + flags(function.modifiers))
    case .enumCase(let enumCase):
      guard isPublic else { return }
      add(
        enumCase.name,
        qualified(scope + [enumCase.signatureLine])
          + flags(Modifiers(attributes: enumCase.attributes), "case"))
    case .typealias(let declaration):
      guard isVisible(declaration.modifiers, isPublic) else { return }
      let name = qualified(scope + [Identifier.name(declaration.name)])
      add(
        declaration.name,
        name + flags(declaration.modifiers, "typealias") + " = " + declaration.type.rendered)
    case .mark, .comment:
      break
    }
  }

  private static func isVisible(_ modifiers: Modifiers, _ isPublic: Bool) -> Bool {
    modifiers.access.map { $0 == .public } ?? isPublic
  }

  private static func qualified(_ parts: [String]) -> String { parts.joined(separator: ".") }

  /// ` (static, deprecated)`
  private static func flags(_ modifiers: Modifiers, _ kind: String? = nil) -> String {
    var words = kind.map { [$0] } ?? []
    if modifiers.isStatic { words.append("static") }
    if modifiers.isMutating { words.append("mutating") }
    for case .deprecated in modifiers.attributes { words.append("deprecated") }
    return words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")"
  }

  private static func conformances(_ types: [TypeReference]) -> String {
    types.isEmpty ? "" : ": " + types.map { $0.rendered }.joined(separator: ", ")
  }

  private static func requirements(_ requirements: [GenericRequirement]) -> String {
    LayoutPrinter.flat(.where(requirements))
  }
}

extension Function.Name {
  fileprivate var text: String {
    switch self {
    case .function(let name): name
    case .initializer, .failableInitializer: "init"
    }
  }
}

extension Property {
  fileprivate var isSettable: Bool {
    switch content {
    case .constant, .computed(_, nil): false
    case .variable, .computed: true
    }
  }
}
