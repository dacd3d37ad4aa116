import TestSupport

@testable import SwiftDeclarations

/// Declarations of all kinds and lengths, as an emitter could ask for them.
extension SeededGenerator {
  mutating func name() -> String {
    let words = [
      "source", "ID", "Connection", "x", "Base", "parameter", "Catalog", "default", "path",
    ]
    let name = list(1...4) { $0.element(of: words) }.joined()
    return name
  }

  mutating func typeName() -> String { "T" + name() }

  mutating func type(depth: Int = 2) -> TypeReference {
    let choice = depth == 0 ? 0 : number(0...6)
    switch choice {
    case 1: return .optional(type(depth: depth - 1))
    case 2: return .array(type(depth: depth - 1))
    case 3: return .dictionary(key: "String", value: type(depth: depth - 1))
    case 4: return .generic("Secret", type(depth: depth - 1))
    case 5: return .existential("Sendable")
    default: return .named(list(1...2) { $0.typeName() })
    }
  }

  mutating func text(_ range: ClosedRange<Int>) -> String {
    let words = [
      "the", "connection", "string", "of", "source", "\"quoted\"", "back\\slash", "a", "tab\t",
      "newline\n", "ü", "日本語", "{PLACEHOLDER}", "\\(x)",
    ]
    return list(range) { $0.element(of: words) }.joined(separator: " ")
  }

  mutating func expression(depth: Int = 3) -> Expression {
    switch depth == 0 ? number(0...6) : number(0...17) {
    case 0: return .string(chance(90) ? text(0...3) : text(5...14))
    case 1: return .integer(Int64(number(-5...100_000)))
    case 2: return .floatingPoint(1.5)
    case 3: return .boolean(chance(50))
    case 4: return .nil
    case 5: return .identifier(name())
    case 6: return .implicitMember(name())
    case 7: return .array(list(0...6) { $0.expression(depth: depth - 1) })
    case 8: return .array(list(1...9) { .string($0.text(1...3)) })
    case 9:
      return .dictionary(
        list(0...5) { .init(.string($0.text(1...2)), $0.expression(depth: depth - 1)) })
    case 10: return .member(.identifier(name()), name())
    case 11: return .call(.member(.identifier(name()), name()), arguments(depth: depth - 1))
    case 12: return .try(.call(.identifier(name()), arguments(depth: depth - 1)))
    case 13: return .call(.type(.named([typeName()])), arguments(depth: depth - 1))
    case 14: return .call(.implicitMember(name()), arguments(depth: depth - 1))
    case 15:
      return .binary(.identifier(name()), element(of: ["??", "==", "+"]), .identifier(name()))
    case 16: return .interpolation([.text("/" + text(1...1)), .value(.identifier(name()))])
    default: return .typeValue(.named([typeName()]))
    }
  }

  mutating func arguments(depth: Int) -> [Expression.Argument] {
    list(0...6) { .init($0.chance(70) ? $0.name() : nil, $0.expression(depth: depth)) }
  }

  mutating func condition() -> Statement.Condition {
    switch number(0...3) {
    case 0: .expression(.identifier(name()))
    case 1: .binding(name(), chance(50) ? nil : expression(depth: 1))
    case 2: .pattern(.enumCase(name(), bindings: list(0...2) { $0.name() }), .identifier(name()))
    default:
      .expression(.call(.member(.identifier(name()), name()), [.init(nil, .identifier(name()))]))
    }
  }

  mutating func statement(depth: Int = 2) -> Statement {
    switch number(0...(depth == 0 ? 5 : 11)) {
    case 0: return .constant(name(), chance(50) ? nil : type(), expression())
    case 1: return .variable(name(), type(), chance(50) ? nil : expression())
    case 2: return .assignment(.property(name()), expression())
    case 3: return .expression(.call(.identifier(name()), arguments(depth: 2)))
    case 4: return .throw(expression(depth: 1))
    case 5: return .comment(text(1...30))
    case 6:
      return .if(
        list(1...4) { $0.condition() }, then: body(depth: depth - 1),
        otherwise: chance(50) ? [] : body(depth: depth - 1))
    case 7:
      return .guard(
        list(1...4) { $0.condition() },
        otherwise: chance(50) ? [.return(nil)] : body(depth: depth - 1) + [.return(expression())])
    case 8: return .for(name(), in: .identifier(name()), body: body(depth: depth - 1))
    case 9:
      let isCompact = chance(50)
      return .switch(
        .identifier(name()),
        list(1...4) { random in
          .init(
            random.list(1...4) { .enumCase($0.name(), bindings: $0.list(0...2) { $0.name() }) },
            isCompact ? [.return(random.expression())] : random.body(depth: depth - 1))
        } + [.default([.return(.nil)])])
    case 10: return .block("do", body(depth: depth - 1))
    default:
      return .if(
        [condition()], then: body(depth: depth - 1),
        otherwise: [.if([condition()], then: body(depth: 0), otherwise: body(depth: 0))])
    }
  }

  /// Statements of which the last one is no comment, which would belong to what follows.
  mutating func body(depth: Int) -> [Statement] {
    list(0...2) { $0.statement(depth: depth) } + [.assignment(.property(name()), expression())]
  }

  mutating func documentation() -> Documentation {
    var documentation = Documentation(
      list(1...3) { random in
        switch random.number(0...4) {
        case 0: .bulletList(random.list(1...3) { $0.prose() })
        case 1: .aside("Note", random.prose())
        case 2: .code(["let x = 1", "", "  print(x)"])
        default: .paragraph(random.prose())
        }
      })
    if chance(50) {
      documentation.parameters = list(0...3) { .init($0.name(), $0.prose()) }
      documentation.returns = chance(50) ? nil : prose()
      documentation.throws = chance(50) ? nil : prose()
    }
    return documentation
  }

  mutating func prose() -> Documentation.Text {
    .init(
      list(1...5) { random in
        switch random.number(0...5) {
        case 0: .code(random.text(1...2))
        case 1: .link(random.text(1...3), destination: "https://example.com/a b#c")
        case 2: .symbol("Snowflake/default")
        default: .plain(random.text(1...12) + " ")
        }
      })
  }

  mutating func modifiers(isType: Bool = false) -> Modifiers {
    var modifiers = Modifiers(access: element(of: [nil, .public, .internal, .private]))
    if chance(20) {
      modifiers.attributes.append(
        .deprecated(message: chance(80) ? text(1...20) : nil, renamed: chance(20) ? name() : nil))
    }
    if isType { modifiers.isNonisolated = chance(50) } else { modifiers.isStatic = chance(30) }
    return modifiers
  }

  mutating func member(depth: Int) -> Declaration {
    switch number(0...(depth == 0 ? 5 : 7)) {
    case 0:
      return .property(
        Property(
          name(), type(), chance(50) ? .constant(expression()) : .variable(expression()),
          documentation: documentation(), modifiers: modifiers()))
    case 1:
      var modifiers = modifiers()
      modifiers.access = nil
      return .property(Property(name(), type(), modifiers: modifiers))
    case 2:
      return .property(
        Property(
          name(), type(),
          .computed(
            get: chance(70) ? [.return(expression())] : body(depth: 1),
            set: chance(80) ? nil : body(depth: 1)),
          documentation: documentation(), modifiers: modifiers()))
    case 3:
      return .function(
        Function(
          .initializer,
          parameters: list(0...6) {
            .init($0.name(), $0.type(), defaultValue: $0.chance(30) ? $0.expression(depth: 1) : nil)
          },
          throwing: chance(50) ? .anything : .never, documentation: documentation(),
          modifiers: Modifiers(access: .public), body: body(depth: 2)))
    case 4:
      return .function(
        Function(
          .function(name()),
          parameters: list(0...4) {
            .init(label: $0.chance(30) ? nil : $0.name(), name: $0.name(), $0.type())
          },
          isAsync: chance(20), throwing: chance(50) ? .anything : .never,
          result: chance(50) ? type(depth: 1) : nil, documentation: documentation(),
          modifiers: modifiers(), body: body(depth: 2)))
    case 5: return .mark(name())
    case 6:
      let isRaw = chance(50)
      let cases = list(1...5) { random in
        Declaration.enumCase(
          EnumCase(
            random.name(), rawValue: isRaw && random.chance(50) ? .string(random.text(1...6)) : nil,
            associatedValues: isRaw
              ? []
              : random.list(0...4) { .init(label: $0.chance(50) ? nil : $0.name(), $0.type()) },
            documentation: random.chance(50) ? nil : random.documentation()))
      }
      return .type(
        TypeDeclaration(
          .enumeration, typeName(), conformances: list(0...6) { .named([$0.typeName()]) },
          documentation: documentation(), modifiers: modifiers(isType: true), members: cases))
    default:
      return .type(
        TypeDeclaration(
          .structure, typeName(), conformances: list(0...6) { .named([$0.typeName()]) },
          documentation: documentation(), modifiers: modifiers(isType: true),
          members: list(0...4) { $0.member(depth: depth - 1) }))
    }
  }

  mutating func file() -> SwiftFile {
    SwiftFile(
      path: "Sample.swift", header: ["Made of random declarations.", text(1...5)],
      imports: [
        .module("HTTPTypes", access: .public), .module("FlowServiceRuntime"), .foundation(),
      ],
      declarations: list(1...3) { random in
        random.chance(30)
          ? .extension(
            ExtensionDeclaration(
              .named([random.typeName()]),
              conformances: random.list(0...5) { .named([$0.typeName()]) },
              modifiers: Modifiers(isNonisolated: true),
              members: random.list(1...4) { $0.member(depth: 1) }))
          : random.member(depth: 2)
      })
  }
}
