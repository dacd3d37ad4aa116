extension Declaration {
  var layout: Layout {
    switch self {
    case .type(let declaration): declaration.layout
    case .extension(let declaration): declaration.layout
    case .property(let property): property.layout
    case .function(let function): function.layout
    case .enumCase(let enumCase): enumCase.layout
    case .typealias(let declaration): declaration.layout
    case .mark(let text): .text("// MARK: - " + CommentText.words(text).joined(separator: " "))
    case .comment(let text): .prose(Prose(CommentText.words(text), first: "// "))
    }
  }

  /// What declarations that need no blank line between them have in common: one line, no comment.
  private enum Kind { case property, enumCase, other }

  private var compactKind: Kind {
    switch self {
    case .property(let property)
    where property.documentation == nil && property.modifiers.attributes.isEmpty:
      if case .computed = property.content { return .other }
      return .property
    case .enumCase(let enumCase)
    where enumCase.documentation == nil && enumCase.attributes.isEmpty:
      return .enumCase
    case .typealias(let declaration) where declaration.documentation == nil:
      return .property
    default:
      return .other
    }
  }

  /// Declarations below each other, with blank lines where a reader wants them.
  static func layout(of declarations: [Declaration]) -> Layout {
    var parts: [Layout] = []
    var previous: Declaration?
    for declaration in declarations {
      if let previous {
        let kind = declaration.compactKind
        let isClose = kind != .other && kind == previous.compactKind
        if case .comment = previous {
          parts.append(.hardLine)
        } else {
          parts.append(isClose ? .hardLine : .blankLine)
        }
      }
      parts.append(declaration.layout)
      previous = declaration
    }
    return .sequence(parts)
  }
}

extension Layout {
  /// A declaration's comment and attributes, each on lines of its own before it.
  static func declaration(
    _ documentation: Documentation?, _ attributes: [Attribute], _ declaration: Layout
  ) -> Layout {
    .lines((documentation?.layouts ?? []) + attributes.map { $0.layout } + [declaration])
  }

  /// The head of a type with what it conforms to, and its members.
  fileprivate static func type(
    _ head: String, _ conformances: [TypeReference], _ requirements: [GenericRequirement],
    _ members: [Declaration]
  ) -> Layout {
    let inherited = conformances.map { $0.layout }
    let clause = Layout.sequence([
      .text(conformances.isEmpty ? "" : ": "),
      .nest(.joined(inherited, .sequence([.text(","), .fill(flat: " ")]))),
      .where(requirements),
    ])
    let opening = Layout.sequence([.text(head), clause, .outdented, .text("{")])
    if members.isEmpty { return .sequence([opening, .fill(flat: ""), .text("}")]) }
    return .sequence([
      opening, .nest(.sequence([.hardLine, Declaration.layout(of: members)])), .hardLine,
      .text("}"),
    ])
  }

  /// ` where A: B, C == D`
  static func `where`(_ requirements: [GenericRequirement]) -> Layout {
    if requirements.isEmpty { return .empty }
    let layouts = requirements.map { requirement in
      let colon = requirement.relation == .conformance ? ": " : " == "
      return Layout.text(requirement.subject.rendered + colon + requirement.other.rendered)
    }
    return .sequence([
      .lastResort(flat: " "), .text("where "),
      .nest(.joined(layouts, .sequence([.text(","), .fill(flat: " ")]))),
    ])
  }
}

extension Modifiers {
  /// The modifiers with a blank after each.
  var rendered: String {
    var words: [String] = []
    if isNonisolated { words.append("nonisolated") }
    if let access { words.append(access.rawValue) }
    if isStatic { words.append("static") }
    if isMutating { words.append("mutating") }
    if isIndirect { words.append("indirect") }
    return words.map { $0 + " " }.joined()
  }
}

extension Attribute {
  var layout: Layout {
    switch self {
    case .named(let name):
      return .text("@" + Identifier.name(name))
    case .deprecated(let message, let renamed):
      var arguments = [Layout.text("*"), .text("deprecated")]
      for (label, text) in [("renamed", renamed), ("message", message)] {
        guard let text else { continue }
        arguments.append(
          .sequence([.text(label + ":"), .hanging(.text(StringLiteral.singleLine(text)))]))
      }
      let separated = Layout.joined(arguments, .sequence([.text(","), .fill(flat: " ")]))
      return .group(
        .sequence([
          .text("@available("), .nest(.sequence([.line(flat: ""), separated])), .line(flat: ""),
          .text(")"),
        ]))
    }
  }
}

extension Array where Element == GenericParameter {
  /// `<Name: Constraint>`
  var rendered: String {
    if isEmpty { return "" }
    let parameters = map { parameter in
      Identifier.name(parameter.name) + (parameter.constraint.map { ": " + $0.rendered } ?? "")
    }
    return "<" + parameters.joined(separator: ", ") + ">"
  }
}

extension TypeDeclaration {
  fileprivate var layout: Layout {
    let head =
      modifiers.rendered + kind.rawValue + " " + Identifier.name(name) + genericParameters.rendered
    return .declaration(
      documentation, modifiers.attributes, .type(head, conformances, requirements, members))
  }
}

extension ExtensionDeclaration {
  fileprivate var layout: Layout {
    let head = modifiers.rendered + "extension " + extendedType.rendered
    return .declaration(
      documentation, modifiers.attributes, .type(head, conformances, requirements, members))
  }
}

extension Typealias {
  fileprivate var layout: Layout {
    .declaration(
      documentation, modifiers.attributes,
      .sequence([
        .text(modifiers.rendered + "typealias " + Identifier.name(name) + " ="),
        .hanging(type.layout),
      ]))
  }
}

extension EnumCase {
  fileprivate var layout: Layout {
    .declaration(documentation, attributes, .sequence([.text("case "), signature]))
  }

  /// The case as the public surface lists it.
  var signatureLine: String { LayoutPrinter.flat(signature) }

  private var signature: Layout {
    let head = Layout.text(Identifier.name(name))
    guard associatedValues.isEmpty else {
      let values = associatedValues.map { value in
        let label = value.label.map { Identifier.label($0) + ": " } ?? ""
        return Layout.initialization(
          .sequence([.text(label), value.type.layout]), value.defaultValue)
      }
      return .sequence([head, .argumentList(values, opening: "(", closing: ")")])
    }
    return .initialization(head, rawValue)
  }
}

extension Property {
  fileprivate var layout: Layout {
    .declaration(documentation, modifiers.attributes, declaration)
  }

  private var declaration: Layout {
    let keyword: String
    if case .constant = content { keyword = "let " } else { keyword = "var " }
    let name = modifiers.rendered + keyword + Identifier.name(name)
    let head = Layout.variable(name, type, nil)
    switch content {
    case .constant(let value), .variable(let value):
      return .variable(name, type, value)
    case .computed(let get, nil):
      let body = get.asBody
      let isCompact = body.count == 1 && get.count == 1
      return .sequence([head, .outdented, isCompact ? .compactBody(body) : .body(body)])
    case .computed(let get, let set?):
      let accessors: [Layout] = [("get ", get.asBody), ("set ", set)].map { keyword, body in
        .sequence([.text(keyword), body.count == 1 ? .compactBody(body) : .body(body)])
      }
      return .sequence([
        head, .outdented, .text("{"), .nest(.sequence([.hardLine, .lines(accessors)])), .hardLine,
        .text("}"),
      ])
    }
  }
}

extension Array where Element == Statement {
  /// The statements of a body that has a result: a lone value needs no `return`.
  fileprivate var asBody: [Statement] {
    guard count == 1, case .return(let value?) = self[0] else { return self }
    return [.expression(value)]
  }
}

extension Function {
  fileprivate var layout: Layout {
    .declaration(
      documentation, modifiers.attributes,
      .sequence([
        signature(
          keyword: modifiers.rendered + (isInitializer ? "" : "func "), isDeclared: true),
        .body(result == nil ? body : body.asBody),
      ]))
  }

  /// The function as the public surface lists it.
  var signatureLine: String { LayoutPrinter.flat(signature(keyword: "")) }

  private var isInitializer: Bool {
    if case .function = name { return false }
    return true
  }

  /// - Parameter isDeclared: Whether a body follows, so that the blank before it belongs to this.
  private func signature(keyword: String, isDeclared: Bool = false) -> Layout {
    let name: String
    switch self.name {
    case .function(let text): name = Identifier.name(text)
    case .initializer: name = "init"
    case .failableInitializer: name = "init?"
    }
    let parameters = parameters.map { parameter in
      Layout.initialization(
        .sequence([.text(parameter.names), .annotation(parameter.type)]), parameter.defaultValue)
    }
    let head = keyword + name + genericParameters.rendered + "("
    var effects = ")" + (isAsync ? " async" : "")
    switch throwing {
    case .never: break
    case .anything: effects += " throws"
    case .typed(let error): effects += " throws(" + error.rendered + ")"
    }
    var parts = [Layout.text(head)]
    if !parameters.isEmpty {
      let list = Layout.group(.joined(parameters, .sequence([.text(","), .line(flat: " ")])))
      parts += [.nest(.sequence([.line(flat: ""), list])), .line(flat: "")]
    }
    parts.append(.text(effects))
    // Without parameters, the arrow is the first chance of a line end.
    let breaksAtArrow = parameters.isEmpty && result != nil
    if let result {
      let arrow = Layout.sequence([.text("-> "), result.layout])
      parts.append(
        breaksAtArrow
          ? .nest(.sequence([.line(flat: " "), arrow])) : .sequence([.text(" "), arrow]))
    }
    parts.append(.where(requirements))
    if isDeclared { parts.append(breaksAtArrow ? .line(flat: " ") : .text(" ")) }
    return .group(.sequence(parts))
  }
}

extension Function.Parameter {
  fileprivate var names: String {
    guard label != name else { return Identifier.label(name) }
    return (label.map { Identifier.label($0) } ?? "_") + " " + Identifier.name(name)
  }
}
