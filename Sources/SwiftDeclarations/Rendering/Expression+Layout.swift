extension Expression {
  var layout: Layout {
    switch self {
    case .string(let text):
      return .text(StringLiteral.singleLine(text))
    case .interpolation(let parts):
      return .text("\"" + parts.map { $0.rendered }.joined() + "\"")
    case .multilineString(let text):
      let lines = StringLiteral.multilineContent(text).map { Layout.text($0) }
      return .lines([.text("\"\"\"")] + lines + [.text("\"\"\"")])
    case .integer(let value):
      return .text(String(value))
    case .floatingPoint(let value):
      return .text(Self.literal(value))
    case .boolean(let value):
      return .text(value ? "true" : "false")
    case .nil:
      return .text("nil")
    case .array(let elements):
      return Self.array(elements)
    case .dictionary(let entries):
      return Self.dictionary(entries)
    case .identifier(let name):
      return .text(Identifier.name(name))
    case .type(let type):
      return .text(type.rendered)
    case .typeValue(let type):
      return .sequence([.text(LayoutPrinter.flat(type.operandLayout)), .text(".self")])
    case .implicitMember("init"):
      return .text(".init")
    case .implicitMember(let name):
      return .text("." + Identifier.member(name))
    case .member(let base, "init"):
      return .sequence([base.layout, .text(".init")])
    case .member(let base, let name):
      return .sequence([base.layout, .text("." + Identifier.member(name))])
    case .optionalChain(let base):
      return .sequence([base.layout, .text("?")])
    case .call(let function, let arguments):
      return .sequence([function.layout, Self.arguments(arguments, "(", ")")])
    case .subscript(let base, let arguments):
      return .sequence([base.layout, Self.arguments(arguments, "[", "]")])
    case .try(let value):
      return .sequence([.text("try "), value.layout])
    case .optionalTry(let value):
      return .sequence([.text("try? "), value.layout])
    case .await(let value):
      return .sequence([.text("await "), value.layout])
    case .binary(let left, let symbol, let right):
      return .group(
        .sequence([
          left.layout, .nest(.sequence([.line(flat: " "), .text(symbol + " "), right.layout])),
        ]))
    case .prefix(let symbol, let value):
      return .sequence([.text(symbol), value.layout])
    case .parenthesized(let value):
      return .sequence([.text("("), value.layout, .text(")")])
    case .coercion(let value, let type):
      return .sequence([value.layout, .text(" as "), type.layout])
    case .raw(let code):
      return .text(code)
    }
  }

  /// The value after `=` or a label.
  var hanging: Layout {
    if case .multilineString = self { return .sequence([.text(" "), .nest(layout)]) }
    guard case .binary(let left, let symbol, let right) = self else { return .hanging(layout) }
    // On its own lines, an operator stands below the first operand.
    let lines = Layout.sequence([
      left.layout, .line(flat: " "), .text(symbol + " "), right.layout,
    ])
    return .hanging(.group(lines), whole: true)
  }

  /// The expression on one line, however long.
  package var rendered: String { LayoutPrinter.flat(layout) }

  private static func literal(_ value: Double) -> String {
    if value.isNaN { return "Double.nan" }
    if value.isInfinite { return value < 0 ? "-Double.infinity" : "Double.infinity" }
    return "\(value)"
  }

  /// Whether the values of a list are short words, so that several of them may share a line.
  private var isScalar: Bool {
    switch self {
    case .string, .integer, .floatingPoint, .boolean, .nil, .identifier, .implicitMember: true
    default: false
    }
  }

  private static func array(_ elements: [Expression]) -> Layout {
    if elements.isEmpty { return .text("[]") }
    let separator: Layout =
      elements.allSatisfy { $0.isScalar } ? .fill(flat: " ") : .line(flat: " ")
    return list(elements.map { $0.layout }, separatedBy: separator)
  }

  private static func dictionary(_ entries: [DictionaryEntry]) -> Layout {
    if entries.isEmpty { return .text("[:]") }
    let layouts = entries.map { entry in
      var value = entry.value.hanging
      if case .multilineString = entry.value {
        value = .sequence([.text(" "), entry.value.layout])
      }
      return Layout.sequence([entry.key.layout, .text(":"), value])
    }
    return list(layouts, separatedBy: .line(flat: " "))
  }

  private static func list(_ elements: [Layout], separatedBy separator: Layout) -> Layout {
    .group(
      .sequence([
        .text("["),
        .nest(
          .sequence([
            .line(flat: ""), .joined(elements, .sequence([.text(","), separator])),
            elements.count > 1 ? .whenBroken(",") : .empty,
          ])),
        .line(flat: ""), .text("]"),
      ]))
  }

  /// Arguments on the line of the call, else on a line of their own, else on a line each.
  private static func arguments(
    _ arguments: [Argument], _ opening: String, _ closing: String
  ) -> Layout {
    if arguments.isEmpty { return .text(opening + closing) }
    let layouts = arguments.map { argument in
      guard let label = argument.label else { return argument.value.layout }
      return .sequence([.text(Identifier.argumentLabel(label) + ":"), argument.value.hanging])
    }
    if arguments.count == 1, arguments[0].label == nil, arguments[0].value.isCollection {
      return .sequence([.text(opening), layouts[0], .text(closing)])
    }
    return .argumentList(layouts, opening: opening, closing: closing)
  }

  private var isCollection: Bool {
    switch self {
    case .array, .dictionary: true
    default: false
    }
  }
}

extension Expression.InterpolationPart {
  fileprivate var rendered: String {
    switch self {
    case .text(let text): StringLiteral.escaped(text)
    case .value(let value): "\\(" + value.rendered + ")"
    }
  }
}

extension Layout {
  /// A list in brackets: on one line, else on a line of its own, else on a line each.
  static func argumentList(_ elements: [Layout], opening: String, closing: String) -> Layout {
    .group(
      .sequence([
        .text(opening),
        .nest(
          .sequence([
            .line(flat: ""),
            .group(
              .sequence([
                .joined(elements, .sequence([.text(","), .line(flat: " ")])),
                .unnest(.sequence([.line(flat: ""), .text(closing)])),
              ])),
          ])),
      ]))
  }
}
