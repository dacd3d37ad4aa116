import SwiftDeclarations

extension [Declaration] {
  /// Whether their interface names a type of the runtime library: an import that no public
  /// declaration needs is a warning.
  var nameRuntime: Bool { contains(where: \.namesRuntime) }
}

extension Declaration {
  fileprivate var namesRuntime: Bool {
    switch self {
    case .type(let type):
      type.conformances.contains(where: \.namesRuntime) || type.members.nameRuntime
    case .property(let property): property.type?.namesRuntime ?? false
    case .typealias(let alias): alias.type.namesRuntime
    case .enumCase(let enumCase): enumCase.associatedValues.contains { $0.type.namesRuntime }
    // Those of structures take what their properties are.
    case .function, .extension, .mark, .comment: false
    }
  }
}

extension TypeReference {
  fileprivate var namesRuntime: Bool {
    switch self {
    case .named(let parts, let arguments):
      parts.count == 1 && RuntimeTypes.names.contains(parts[0])
        || arguments.contains(where: \.namesRuntime)
    case .optional(let type), .array(let type): type.namesRuntime
    case .dictionary(let key, let value): key.namesRuntime || value.namesRuntime
    default: false
    }
  }
}
