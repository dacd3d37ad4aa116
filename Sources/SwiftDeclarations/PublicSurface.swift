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
  /// One line a declaration, each starting with the qualified name; sorted by bytes.
  package static func lines(of files: [SwiftFile]) -> [String] {
    var lines: [String] = []
    for file in files {
      for case .reexported(let module) in file.imports { lines.append(module + " (module)") }
      for declaration in file.declarations {
        append(declaration, in: [], isPublic: false, to: &lines)
      }
    }
    return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// - Parameter isPublic: Whether the declaration is public unless it says otherwise.
  private static func append(
    _ declaration: Declaration, in scope: [String], isPublic: Bool, to lines: inout [String]
  ) {
    switch declaration {
    case .type(let type):
      guard isVisible(type.modifiers, isPublic) else { return }
      let name = scope + [Identifier.name(type.name)]
      let head = qualified(name) + type.genericParameters.rendered
      let clause = conformances(type.conformances) + requirements(type.requirements)
      lines.append(head + flags(type.modifiers, type.kind.rawValue) + clause)
      for member in type.members {
        // Only cases are as public as their type.
        let isCase = if case .enumCase = member { true } else { false }
        append(member, in: name, isPublic: isCase, to: &lines)
      }
    case .extension(let type):
      let name = [type.extendedType.rendered]
      let clause = conformances(type.conformances) + requirements(type.requirements)
      if !type.conformances.isEmpty {
        lines.append(qualified(name) + flags(type.modifiers, "extension") + clause)
      }
      for member in type.members {
        append(member, in: name, isPublic: type.modifiers.access == .public, to: &lines)
      }
    case .property(let property):
      guard isVisible(property.modifiers, isPublic) else { return }
      let name = qualified(scope + [Identifier.name(property.name)])
      let type = property.type?.rendered ?? "_"
      let accessors = property.isSettable ? " { get set }" : " { get }"
      lines.append(name + ": " + type + accessors + flags(property.modifiers))
    case .function(let function):
      guard isVisible(function.modifiers, isPublic) else { return }
      lines.append(qualified(scope + [function.signatureLine]) + flags(function.modifiers))
    case .enumCase(let enumCase):
      guard isPublic else { return }
      lines.append(
        qualified(scope + [enumCase.signatureLine])
          + flags(Modifiers(attributes: enumCase.attributes), "case"))
    case .typealias(let declaration):
      guard isVisible(declaration.modifiers, isPublic) else { return }
      let name = qualified(scope + [Identifier.name(declaration.name)])
      lines.append(
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

extension Property {
  fileprivate var isSettable: Bool {
    switch content {
    case .constant, .computed(_, nil): false
    case .variable, .computed: true
    }
  }
}
