/// A Swift file: what stands in it, not how it is laid out.
package struct SwiftFile: Hashable, Sendable {
  /// The path below the output folder, with `/` between its parts.
  package var path: String
  /// The lines of the `//` comment at the top of the file.
  package var header: [String]
  package var imports: [Import]
  package var declarations: [Declaration]

  package init(
    path: String, header: [String] = [], imports: [Import] = [], declarations: [Declaration] = []
  ) {
    self.path = path
    self.header = header
    self.imports = imports
    self.declarations = declarations
  }
}

/// An import of a file.
package enum Import: Hashable, Sendable {
  case module(String, access: AccessLevel? = nil)
  /// `@_exported public import`: who imports the file's module has that one, too. The language has no
  /// other way to say it.
  case reexported(String)
  /// `#if canImport(preferred)` that one, `#else` the other.
  case firstAvailable(preferred: String, otherwise: String, access: AccessLevel? = nil)

  /// FoundationEssentials where it exists, else Foundation.
  package static func foundation(access: AccessLevel? = nil) -> Import {
    .firstAvailable(preferred: "FoundationEssentials", otherwise: "Foundation", access: access)
  }
}
