/// What becomes of one public declaration.
package struct DeclarationChange: Hashable, Sendable {
  /// The qualified name, without argument labels.
  package var name: String
  /// The line in `API.txt`, on each side where there is one.
  package var old: String?
  package var new: String?
  /// Whether code that uses the declaration may no longer compile.
  package var isBreaking: Bool
  /// Who has to change what.
  package var reason: String
}
