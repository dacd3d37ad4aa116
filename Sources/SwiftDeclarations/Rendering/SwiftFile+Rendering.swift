extension SwiftFile {
  /// The text of the file, laid out as `swift format` lays it out.
  package func rendered() -> String {
    var sections: [Layout] = []
    if !header.isEmpty {
      let lines = header.flatMap { CommentText.lines($0) }
      sections.append(.lines(lines.map { .text($0.isEmpty ? "//" : "// " + $0) }))
    }
    sections += importSections
    if !declarations.isEmpty { sections.append(Declaration.layout(of: declarations)) }
    return LayoutPrinter.print(.sequence([.joined(sections, .blankLine), .hardLine]))
  }

  /// Plain imports in the order of their names, then each conditional one by itself.
  private var importSections: [Layout] {
    var plain: [(name: String, line: String)] = []
    var conditional: [Layout] = []
    for item in imports {
      switch item {
      case .module(let name, let access):
        plain.append((name, Self.line(name, access)))
      case .reexported(let name):
        plain.append((name, "@_exported " + Self.line(name, .public)))
      case .firstAvailable(let preferred, let otherwise, let access):
        conditional.append(
          .lines([
            .text("#if canImport(" + Identifier.name(preferred) + ")"),
            .text("  " + Self.line(preferred, access)),
            .text("#else"),
            .text("  " + Self.line(otherwise, access)),
            .text("#endif"),
          ]))
      }
    }
    plain.sort { $0.name < $1.name }
    let block = Layout.lines(plain.map { .text($0.line) })
    return (plain.isEmpty ? [] : [block]) + conditional
  }

  private static func line(_ name: String, _ access: AccessLevel?) -> String {
    (access.map { $0.rawValue + " " } ?? "") + "import " + Identifier.name(name)
  }
}
