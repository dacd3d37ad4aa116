extension Statement {
  var layout: Layout {
    switch self {
    case .constant(let name, let type, let value):
      return .variable("let " + Identifier.name(name), type, value)
    case .variable(let name, let type, let value):
      return .variable("var " + Identifier.name(name), type, value)
    case .assignment(let target, let value):
      return .group(
        .sequence([
          target.layout, .text(" ="), value.hanging,
        ]))
    case .expression(let value):
      return value.layout
    case .return(nil):
      return .text("return")
    case .return(let value?):
      return .sequence([.text("return"), value.hanging])
    case .throw(let value):
      return .sequence([.text("throw "), value.layout])
    case .if(let conditions, let then, let otherwise):
      return Self.if(conditions, then, otherwise)
    case .guard(let conditions, let otherwise):
      return Self.guard(conditions, otherwise)
    case .for(let name, let sequence, let body):
      return .sequence([
        .text("for " + Identifier.name(name) + " in "), sequence.layout, .text(" "), .body(body),
      ])
    case .switch(let subject, let cases):
      return Self.switch(subject, cases)
    case .comment(let text):
      return .prose(Prose(CommentText.words(text), first: "// "))
    case .blankLine:
      return .empty
    case .raw(let line):
      return .text(line)
    case .block(let head, let body):
      return .sequence([.text(head + " "), .body(body)])
    }
  }

  private static func `if`(
    _ conditions: [Condition], _ then: [Statement], _ otherwise: [Statement]
  ) -> Layout {
    let head = Layout.sequence([
      .text("if "), conditions.first?.layout ?? .empty,
      .nest(
        .sequence(conditions.dropFirst().flatMap { [.text(","), .fill(flat: " "), $0.layout] })),
      .outdented, .text("{"),
    ])
    var parts = [head, .nest(.statements(then)), .hardLine, .text("}")]
    if otherwise.count == 1, case .if = otherwise[0] {
      parts += [.text(" else "), otherwise[0].layout]
    } else if !otherwise.isEmpty {
      parts += [.text(" else "), .body(otherwise)]
    }
    return .sequence(parts)
  }

  private static func `guard`(_ conditions: [Condition], _ otherwise: [Statement]) -> Layout {
    let head = Layout.group(
      .sequence([
        .text("guard"),
        .nest(
          .sequence([
            .line(flat: " "),
            .joined(conditions.map { $0.layout }, .sequence([.text(","), .line(flat: " ")])),
          ])),
        .line(flat: " "), .text("else "),
      ]))
    return .sequence([head, otherwise.count == 1 ? .compactBody(otherwise) : .body(otherwise)])
  }

  private static func `switch`(_ subject: Expression, _ cases: [SwitchCase]) -> Layout {
    let isCompact = cases.allSatisfy { $0.body.count == 1 && $0.body.allSatisfy { $0.isSimple } }
    var lines = [Layout.sequence([.text("switch "), subject.layout, .text(" {")])]
    for switchCase in cases {
      let patterns = switchCase.patterns.map { $0.layout }
      let head: Layout =
        patterns.isEmpty
        ? .text("default:")
        : .sequence([
          .text("case "), .nest(.joined(patterns, .sequence([.text(","), .fill(flat: " ")]))),
          .text(":"),
        ])
      if isCompact, let statement = switchCase.body.first {
        lines.append(
          .group(.sequence([head, .nest(.sequence([.line(flat: " "), statement.layout]))])))
      } else {
        lines.append(
          .sequence([
            head, switchCase.body.isEmpty ? .text(" break") : .nest(.statements(switchCase.body)),
          ]))
      }
    }
    lines.append(.text("}"))
    return .lines(lines)
  }

  /// Whether the statement may share a line with a `case`.
  private var isSimple: Bool {
    switch self {
    case .assignment, .expression, .return, .throw: true
    default: false
    }
  }
}

extension Statement.Condition {
  fileprivate var layout: Layout {
    switch self {
    case .expression(let value):
      return value.layout
    case .binding(let name, let value):
      return .initialization(.text("let " + Identifier.name(name)), value)
    case .pattern(let pattern, let value):
      return .initialization(.sequence([.text("case "), pattern.layout]), value)
    }
  }
}

extension Statement.Pattern {
  fileprivate var layout: Layout {
    switch self {
    case .value(let value):
      return value.layout
    case .enumCase(let name, let bindings):
      let name = Layout.text("." + Identifier.member(name))
      if bindings.isEmpty { return name }
      let values = bindings.map { Layout.text($0 == "_" ? "_" : "let " + Identifier.name($0)) }
      return .sequence([name, .argumentList(values, opening: "(", closing: ")")])
    }
  }
}

extension Layout {
  /// `head = value`, with the value on the next line where it fits only there.
  static func initialization(_ head: Layout, _ value: Expression?) -> Layout {
    guard let value else { return head }
    return .sequence([head, .text(" ="), value.hanging])
  }

  /// `head: Type = value`, with the type on the next line where it fits only there.
  static func variable(_ head: String, _ type: TypeReference?, _ value: Expression?) -> Layout {
    guard let type else { return initialization(.text(head), value) }
    let annotation = Layout.text(type.rendered)
    return .sequence([.text(head + ":"), .hanging(initialization(annotation, value))])
  }

  /// `: Type`
  static func annotation(_ type: TypeReference?) -> Layout {
    guard let type else { return .empty }
    return .sequence([.text(": "), type.layout])
  }

  /// Statements, each on lines of its own, the first one too.
  static func statements(_ statements: [Statement]) -> Layout {
    .sequence(statements.flatMap { [.hardLine, $0.layout] })
  }

  /// Statements in braces.
  static func body(_ statements: [Statement]) -> Layout {
    if statements.isEmpty { return .text("{}") }
    return .sequence([.text("{"), .nest(.statements(statements)), .hardLine, .text("}")])
  }

  /// Statements in braces, on one line if they fit there.
  static func compactBody(_ statements: [Statement]) -> Layout {
    let lines = Layout.joined(statements.map { $0.layout }, .hardLine)
    return .group(
      .sequence([
        .text("{"), .nest(.sequence([.line(flat: " "), lines])), .line(flat: " "), .text("}"),
      ]))
  }
}
