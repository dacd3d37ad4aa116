import TestSupport
import Testing

@testable import SwiftDeclarations

@Suite struct EscapingTests {
  /// Everything that may not stand in source: it would be invisible or move other text.
  private func hasHiddenScalar(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 != "\n" && $0.isInvisible }
  }

  /// A compiled program prints the bytes of each literal; they are those of the text.
  @Test func literalsAreTheirText() throws {
    var random = SeededGenerator(seed: 11)
    let texts = random.list(1000...1000) { $0.nastyText() }
    var statements: [Statement] = []
    for (index, text) in texts.enumerated() {
      let literal: Expression = index % 3 == 0 ? .multilineString(text) : .string(text)
      statements.append(.expression(.call("show", .init(nil, literal))))
    }
    let file = SwiftFile(
      path: "main.swift",
      declarations: [
        .function(
          Function(
            .function("show"), parameters: [.init(label: nil, name: "text", "String")],
            body: [
              .raw("print(text.utf8.map { String($0) }.joined(separator: \" \"))")
            ])),
        .function(Function(.function("showAll"), body: statements)),
      ])
    let program = file.rendered() + "showAll()\n"
    #expect(!hasHiddenScalar(program))
    let outcome = try Toolchain.compiledAndRun(program)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == texts.count)
    for (line, text) in zip(lines, texts) {
      let expected = text.utf8.map { String($0) }.joined(separator: " ")
      #expect(line == expected, "\(text.debugDescription)")
    }
  }

  /// Names of any text, at every place where a name can stand, are names for the compiler; but for
  /// four that mean something else there even in backticks, which `SwiftName` avoids.
  @Test func namesAreNames() throws {
    var random = SeededGenerator(seed: 12)
    let keywords = [
      "Any", "Self", "in", "inout", "let", "var", "default",
      "class", "true", "nil", "any", "some", "each", "await", "async", "throws", "repeat", "try",
      "open", "get", "set", "macro", "package", "_", "", "isolated", "sending", "consuming",
      "actor", "copy", "is", "as", "super", "where", "protocol", "operator", "associatedtype",
    ]
    let names =
      keywords
      + random.list(300...300) { $0.nastyText() }
      .filter { !["Protocol", "Type", "init", "self"].contains($0) }
    let declarations = names.enumerated().map { index, name in
      Declaration.type(
        TypeDeclaration(
          .enumeration, "Space\(index)",
          members: [
            .type(
              TypeDeclaration(
                .structure, name, conformances: ["Sendable"],
                members: [
                  .property(Property(name, "Int")),
                  .function(
                    Function(
                      .initializer, parameters: [.init(name, "Int")],
                      body: [
                        .constant("copy", nil, .identifier(name)),
                        .assignment(.property(name), .identifier("copy")),
                      ])),
                ])),
            .type(
              TypeDeclaration(
                .enumeration, "Cases",
                members: [
                  .enumCase(EnumCase(name, associatedValues: [.init(label: name, "Int")]))
                ])),
            .type(
              TypeDeclaration(
                .enumeration, "Functions",
                members: [
                  .function(
                    Function(
                      .function(name), parameters: [.init(label: name, name: "value", "Int")],
                      result: .named(["Space\(index)", name]), modifiers: Modifiers(isStatic: true),
                      body: [
                        .constant(
                          "made", .named(["Space\(index)", name]),
                          .call(
                            .member(.type(.named(["Space\(index)", name])), "init"),
                            [.init(name, .identifier("value"))])),
                        .constant(
                          "one", .named(["Space\(index)", "Cases"]),
                          .call(.implicitMember(name), [.init(name, .integer(1))])),
                        .switch(
                          .identifier("one"),
                          [
                            .init(
                              [.enumCase(name, bindings: [name])], [.return(.identifier("made"))])
                          ]),
                      ]))
                ])),
          ]))
    }
    let text = SwiftFile(path: "Names.swift", declarations: declarations).rendered()
    #expect(!hasHiddenScalar(text))
    let outcome = try Toolchain.typeChecked(text)
    #expect(!outcome.errors.contains("error:"), "\(outcome.errors)")
    #expect(outcome.status == 0)
  }

  /// Comments of any text stay comments: without them, the file is the same.
  @Test func commentsAreComments() throws {
    var random = SeededGenerator(seed: 13)
    var declarations: [Declaration] = []
    for index in 0..<400 {
      let documentation = Documentation(
        [
          .paragraph(.init([.plain(random.nastyText()), .code(random.nastyText())])),
          .bulletList([.init(random.nastyText())]),
          .aside("Note", .init([.link(random.nastyText(), destination: random.nastyText())])),
          .code([random.nastyText(), random.nastyText()]),
        ],
        parameters: [.init("x", .init(random.nastyText()))], returns: .init(random.nastyText()))
      declarations += [
        .comment(random.nastyText()), .mark(random.nastyText()),
        .property(
          Property(
            "x\(index)", "Int", .constant(.integer(1)), documentation: documentation,
            modifiers: Modifiers().adding(.deprecated(message: random.nastyText())))),
      ]
    }
    let text = SwiftFile(
      path: "Comments.swift", header: random.list(20...20) { $0.nastyText() },
      declarations: declarations
    ).rendered()
    #expect(!hasHiddenScalar(text))
    for line in text.split(separator: "\n") {
      #expect(
        line.hasPrefix("//") || line.hasPrefix("@available(") || line.hasPrefix("let x")
          || line.hasPrefix("  *, deprecated") || line.hasPrefix("  message: \"")
          || line.hasPrefix("  message:") || line.hasPrefix("    \"") || line == ")",
        "\(line)")
    }
    let outcome = try Toolchain.parsed(text)
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    ("plain words", "plain words"), ("a_b and _c_", #"a_b and \_c\_"#), ("2 * 3", #"2 \* 3"#),
    ("columns[] and [x](y)", #"columns[] and [x\](y)"#), ("a <b> 1 < 2", #"a \<b> 1 < 2"#),
    ("AT&T &amp; x", #"AT&T \&amp; x"#), ("`code`", #"\`code\`"#), ("C:\\dir\\*", #"C:\dir\\\*"#),
    ("- item", #"\- item"#), ("# title", "\\# title"), ("1. first", #"1\. first"#),
    ("@Comment {", #"\@Comment {"#), ("> quoted", #"\> quoted"#), ("| a | b", #"\| a | b"#),
    ("a\r\nb\u{2028}c\u{85}d", "a b c d"), ("x\u{202E}y\u{0}", "xU+202Ey" + "U+0000"),
  ])
  func proseShowsAsItIs(text: String, expected: String) {
    let file = SwiftFile(
      path: "",
      declarations: [
        .property(
          Property("x", "Int", documentation: Documentation([.paragraph(.init(text))])))
      ])
    #expect(file.rendered() == "/// \(expected)\nvar x: Int\n")
  }

  @Test func linksOpenPagesOnly() {
    let links: [(String, String)] = [
      ("https://h/a b(c)<d>\"\n", "[x](https://h/a%20b%28c%29%3Cd%3E%22%0A)"),
      ("javascript:alert(1)", "x"), ("data:text/html,x", "x"), ("../a/b.md#c", "[x](../a/b.md#c)"),
      ("", "x"),
    ]
    for (destination, expected) in links {
      let words = MarkdownText.words(.init([.link("x", destination: destination)]))
      #expect(words == [expected])
    }
  }

  @Test func spansKeepTheirCode() {
    let spans = [("a", "`a`"), ("a`b", "a\\`b"), ("", ""), (" a  b ", "`a b`")]
    for (code, expected) in spans {
      #expect(MarkdownText.words(.init([.code(code)])).joined() == expected)
    }
  }
}
