/// Who may use a declaration.
package enum AccessLevel: String, Hashable, Sendable, CaseIterable {
  case `private`, `fileprivate`, `internal`, package, `public`
}

/// What stands in front of a declaration's keyword.
package struct Modifiers: Hashable, Sendable {
  package var attributes: [Attribute]
  package var access: AccessLevel?
  package var isNonisolated: Bool
  package var isStatic: Bool
  package var isMutating: Bool
  package var isIndirect: Bool

  package init(
    attributes: [Attribute] = [], access: AccessLevel? = nil, isNonisolated: Bool = false,
    isStatic: Bool = false, isMutating: Bool = false, isIndirect: Bool = false
  ) {
    self.attributes = attributes
    self.access = access
    self.isNonisolated = isNonisolated
    self.isStatic = isStatic
    self.isMutating = isMutating
    self.isIndirect = isIndirect
  }

  package static let none = Modifiers()
  package static let `private` = Modifiers(access: .private)
  package static let `public` = Modifiers(access: .public)
  package static let publicStatic = Modifiers(access: .public, isStatic: true)
  /// For types and extensions: without it they would belong to the main actor in modules whose
  /// declarations are isolated to it by default.
  package static let publicNonisolated = Modifiers(access: .public, isNonisolated: true)

  /// The same with one more attribute.
  package func adding(_ attribute: Attribute) -> Modifiers {
    var copy = self
    copy.attributes.append(attribute)
    return copy
  }
}

/// An attribute of a declaration.
package enum Attribute: Hashable, Sendable {
  /// `@available(*, deprecated, …)`
  case deprecated(message: String? = nil, renamed: String? = nil)
  /// `@discardableResult`, `@inlinable` and others without arguments.
  case named(String)
}
