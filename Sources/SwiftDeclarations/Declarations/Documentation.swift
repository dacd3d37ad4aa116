/// A documentation comment.
package struct Documentation: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Text within a line; a literal is plain text.
  package struct Text: Hashable, Sendable, ExpressibleByStringLiteral {
    package enum Piece: Hashable, Sendable {
      /// Words that show as they are.
      case plain(String)
      /// A code span.
      case code(String)
      /// A link to a page.
      case link(String, destination: String)
      /// A link to a declaration: ``Snowflake/connectionSpecification``.
      case symbol(String)
    }

    package var pieces: [Piece]

    package init(_ pieces: [Piece]) { self.pieces = pieces }
    package init(_ text: String) { pieces = [.plain(text)] }
    package init(stringLiteral value: String) { self.init(value) }
  }

  package enum Block: Hashable, Sendable {
    case paragraph(Text)
    case bulletList([Text])
    /// `- Note: …` and such.
    case aside(String, Text)
    /// A fenced block of code.
    case code([String])
  }

  package struct Parameter: Hashable, Sendable {
    package var name: String
    package var text: Text

    package init(_ name: String, _ text: Text) {
      self.name = name
      self.text = text
    }
  }

  /// The first paragraph is the summary.
  package var blocks: [Block]
  package var parameters: [Parameter]
  package var returns: Text?
  package var `throws`: Text?

  package init(
    _ blocks: [Block], parameters: [Parameter] = [], returns: Text? = nil, throws: Text? = nil
  ) {
    self.blocks = blocks
    self.parameters = parameters
    self.returns = returns
    self.throws = `throws`
  }

  package init(stringLiteral value: String) {
    self.init([.paragraph(Text(value))])
  }

  /// A summary and further paragraphs.
  package init(_ paragraphs: Text..., parameters: [Parameter] = [], returns: Text? = nil) {
    self.init(paragraphs.map { .paragraph($0) }, parameters: parameters, returns: returns)
  }
}
