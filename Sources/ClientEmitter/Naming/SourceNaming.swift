import ConnectorModel
import Diagnostics
import SwiftDeclarations

/// Names of the sources' name spaces, each made of the source's own name.
///
/// Where several sources would be called alike, all of them get their category behind their name.
struct SourceNaming {
  /// The names by the sources' keys.
  private(set) var names: [String: String] = [:]
  private(set) var findings: [EmitterFinding] = []

  init(_ sources: [Source], module: String, overrides: [String: String]) {
    var wishes: [String: String] = [:]
    var counts: [String: Int] = [:]
    for source in sources {
      let wish = Self.name(for: source.name)
      wishes[source.key] = wish
      counts[Self.folded(wish), default: 0] += 1
    }
    var scope = NameScope(reserved: ReservedNames.moduleTypes.union([module]))
    for source in sources where overrides[source.key] != nil {
      names[source.key] = scope.claim(Self.name(for: overrides[source.key] ?? source.name))
    }
    for source in sources where names[source.key] == nil {
      let wish = wishes[source.key] ?? Self.name(for: source.name)
      guard counts[Self.folded(wish), default: 0] > 1 else {
        names[source.key] = scope.claim(wish)
        continue
      }
      let name = scope.claim(wish + EmittedName.type(source.category))
      names[source.key] = name
      findings.append(
        EmitterFinding(
          .swiftNameCollision, at: source.provenance, subject: source.key,
          "another source would be called '\(wish)' in Swift, too", assumption: "called '\(name)'",
          remedy: "name the sources differently in their titles"))
    }
  }

  /// The name that a source has when no other one wants it.
  static func name(for text: String) -> String {
    ReservedNames.avoiding(ReservedNames.moduleTypes, EmittedName.type(text))
  }

  /// Names that differ in case only would be the same file on many file systems.
  private static func folded(_ name: String) -> String { name.lowercased() }
}
