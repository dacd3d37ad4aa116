/// Escaped pieces of Swift for programs that print Swift without building declarations.
package enum SwiftText {
  /// A string literal on one line. Whatever the text, it is data.
  package static func stringLiteral(_ text: String) -> String { StringLiteral.singleLine(text) }
}
