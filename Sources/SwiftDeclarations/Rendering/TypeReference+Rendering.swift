extension TypeReference {
  /// The type on one line.
  package var rendered: String { LayoutPrinter.flat(layout) }

  var layout: Layout {
    switch self {
    case .named(let parts, let arguments):
      let names = Identifier.path(parts).enumerated().map { index, name in
        index == 0
          ? Layout.text(name) : .nest(.sequence([.lastResort(flat: ""), .text("." + name)]))
      }
      let name = Layout.sequence(names)
      guard !arguments.isEmpty else { return name }
      let list = Layout.joined(
        arguments.map { $0.layout }, .sequence([.text(","), .line(flat: " ")]))
      return .group(
        .sequence([
          name, .text("<"), .nest(.sequence([.line(flat: ""), list])), .line(flat: ""), .text(">"),
        ]))
    case .optional(let type):
      return .sequence([type.operandLayout, .text("?")])
    case .array(let element):
      return .sequence([.text("["), element.layout, .text("]")])
    case .dictionary(let key, let value):
      return .sequence([.text("["), key.layout, .text(": "), value.layout, .text("]")])
    case .tuple(let types):
      return .sequence([.text("("), .joined(types.map { $0.layout }, .text(", ")), .text(")")])
    case .existential(let type):
      return .sequence([.text("any "), type.layout])
    case .opaque(let type):
      return .sequence([.text("some "), type.layout])
    case .composition(let types):
      return .joined(types.map { $0.operandLayout }, .text(" & "))
    case .metatype(let type):
      return .sequence([type.operandLayout, .text(".Type")])
    case .mutable(let type):
      return .sequence([.text("inout "), type.layout])
    }
  }

  /// The type as a part of another one.
  var operandLayout: Layout {
    switch self {
    case .existential, .opaque, .composition: .sequence([.text("("), layout, .text(")")])
    default: layout
    }
  }
}
