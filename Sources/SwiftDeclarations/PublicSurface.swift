/// The public declarations of files in a compact form, for reviewers.
package enum PublicSurface {
  /// One line a declaration, each starting with the qualified name; sorted.
  package static func lines(of files: [SwiftFile]) -> [String] { [] }
}
