import SwiftDeclarations

extension Declaration {
  /// The structure of a response with what makes it a list, if it lists `items`.
  var asList: Declaration {
    guard case .type(var type) = self, type.kind == .structure, type.listsItems else { return self }
    type.conformances.append(RuntimeTypes.list)
    return .type(type)
  }
}

extension TypeDeclaration {
  /// Whether it has the array, optional or not, that the runtime's protocol for lists asks for.
  fileprivate var listsItems: Bool {
    for case .property(let property) in members where property.name == "items" {
      guard let element = property.type?.listedElement else { return false }
      // A nested type of that name would be taken for that of the elements.
      return element == .named(["Item"]) || !members.typeNames.contains("Item")
    }
    return false
  }
}

extension TypeReference {
  /// What an array, optional or not, has in it.
  fileprivate var listedElement: TypeReference? {
    switch self {
    case .array(let element): element
    case .optional(let wrapped): wrapped.listedElement
    default: nil
    }
  }
}
