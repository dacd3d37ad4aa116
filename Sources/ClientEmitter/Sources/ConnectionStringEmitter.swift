import ConnectorModel
import SwiftDeclarations

/// Builders for the credentials whose text follows a documented pattern.
struct ConnectionStringEmitter {
  typealias Pattern = ConnectionStringPattern

  struct Emitted {
    /// The structures with the placeholders as parameters.
    var types: [Declaration] = []
    /// Initializers of the authentication that take such a structure in place of the text.
    var initializers: [Declaration] = []
  }

  var access: AccessLevel?

  /// A placeholder of a pattern with its name in Swift.
  private struct Placeholder {
    var name: String
    var parameter: Pattern.Parameter

    var type: TypeReference {
      parameter.isSecret ? RuntimeTypes.secret(RuntimeTypes.string) : RuntimeTypes.string
    }

    var summary: Documentation.Text {
      DocumentationText.paragraphs(parameter.documentation).first
        ?? Documentation.Text([.plain("The value of "), .code(parameter.placeholder), .plain(".")])
    }
  }

  func declarations(of patterns: [Pattern], fields: [Field]) -> Emitted {
    var scope = NameScope(reserved: ReservedNames.types)
    var emitted = Emitted()
    for pattern in patterns {
      guard let field = fields.first(where: { $0.wireName == pattern.field }), field.isText,
        !pattern.parameters.isEmpty
      else { continue }
      let name = scope.claim(EmittedName.type(pattern.field))
      emitted.types.append(structure(pattern, named: name, for: field))
      emitted.initializers.append(initializer(taking: name, for: field, among: fields))
    }
    return emitted
  }

  private func structure(_ pattern: Pattern, named name: String, for field: Field) -> Declaration {
    let placeholders = placeholders(of: pattern)
    var members: [Declaration] = []
    for placeholder in placeholders {
      members.append(
        .property(
          SwiftDeclarations.Property(
            placeholder.name, placeholder.type, .variable(),
            documentation: Documentation(placeholder.summary),
            modifiers: Modifiers(access: access))))
    }
    members.append(.function(memberwise(placeholders)))
    members.append(.property(text(of: pattern, placeholders, isSecret: field.isSecret)))
    let summary = Documentation.Text([
      .plain("What the text of "), .code(pattern.field), .plain(" is made of."),
    ])
    return .type(
      TypeDeclaration(
        .structure, name, conformances: ["Hashable", "Sendable"],
        documentation: Documentation([.paragraph(summary), .code([pattern.text])]),
        modifiers: Modifiers(access: access), members: members))
  }

  private func placeholders(of pattern: Pattern) -> [Placeholder] {
    var scope = NameScope(reserved: ReservedNames.members.union(["text"]))
    let names = scope.claim(pattern.parameters.map(\.placeholder), named: FieldNaming.member)
    return pattern.parameters.map { parameter in
      Placeholder(name: names[parameter.placeholder] ?? parameter.placeholder, parameter: parameter)
    }
  }

  private func memberwise(_ placeholders: [Placeholder]) -> Function {
    var parameters: [Function.Parameter] = []
    var body: [Statement] = []
    for placeholder in placeholders {
      parameters.append(Function.Parameter(placeholder.name, placeholder.type))
      body.append(.assignment(.property(placeholder.name), .identifier(placeholder.name)))
    }
    return Function(
      .initializer, parameters: parameters,
      documentation: "Creates a text of its parts.",
      modifiers: Modifiers(access: access), body: body)
  }

  /// The computed text.
  private func text(
    of pattern: Pattern, _ placeholders: [Placeholder], isSecret: Bool
  ) -> SwiftDeclarations.Property {
    var body: [Statement] = [.variable("text", nil, .string(""))]
    for piece in pattern.pieces {
      for value in values(of: piece, placeholders) {
        body.append(.expression(.binary(.identifier("text"), "+=", value)))
      }
    }
    let text = Expression.identifier("text")
    body.append(.return(isSecret ? RuntimeTypes.secret(text) : text))
    let type = isSecret ? RuntimeTypes.secret(RuntimeTypes.string) : RuntimeTypes.string
    return SwiftDeclarations.Property(
      "text", type, .computed(get: body),
      documentation: "The text, with the values put in as they are.",
      modifiers: Modifiers(access: access))
  }

  private func values(of piece: Pattern.Piece, _ placeholders: [Placeholder]) -> [Expression] {
    switch piece {
    case .literal(let text):
      return Self.lines(of: text).map { .string($0) }
    case .parameter(let index):
      guard placeholders.indices.contains(index) else { return [] }
      let placeholder = placeholders[index]
      let value = Expression.property(placeholder.name)
      return [placeholder.parameter.isSecret ? RuntimeTypes.exposed(value) : value]
    }
  }

  /// A long text in parts that fit on a line.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      lines.append(String(rest.prefix(60)))
      rest = rest.dropFirst(60)
    }
    return lines
  }

  /// The initializer of the authentication with the parts in place of the text.
  private func initializer(
    taking name: String, for field: Field, among fields: [Field]
  ) -> Declaration {
    // The arguments are those of the memberwise initializer, in its order.
    var arguments: [Expression.Argument] = []
    for argument in fields.requiredFirst {
      let value = Expression.identifier(argument.name)
      let isText = argument.wireName == field.wireName
      arguments.append(Expression.Argument(argument.name, isText ? value.member("text") : value))
    }
    var fields = fields
    for index in fields.indices where fields[index].wireName == field.wireName {
      fields[index].type = .named([name])
      fields[index].isOptional = false
      fields[index].defaultValue = nil
    }
    return .function(
      Function(
        .initializer, parameters: fields.requiredFirst.map(\.parameter),
        documentation: Documentation(
          Documentation.Text([
            .plain("Creates a value with the parts of "), .code(field.wireName), .plain("."),
          ])),
        modifiers: Modifiers(access: access),
        body: [.expression(.call(.property("init"), arguments))]))
  }
}

extension Field {
  var isSecret: Bool { type == RuntimeTypes.secret(RuntimeTypes.string) }
  /// Whether its value is a text that a pattern may make.
  var isText: Bool { isSecret || type == RuntimeTypes.string }
}
