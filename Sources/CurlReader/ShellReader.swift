package import Diagnostics

/// Splits a shell fence into commands and words as a POSIX shell (bash) does.
///
/// Nothing is expanded: variables and substitutions stay in the words as they are written, since
/// they are placeholders to a tutorial's reader. Nothing is repaired either; that is what
/// `ShellMender` does beforehand.
package enum ShellReader {
  package static func read(_ text: MappedText) -> ShellScript {
    var lexer = ShellLexer(text)
    lexer.readAll()
    return ShellScript(commands: lexer.commands, diagnostics: lexer.diagnostics)
  }
}
