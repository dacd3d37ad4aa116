package import Diagnostics

/// Splits a shell fence into commands and words as a POSIX shell (bash) does.
package enum ShellReader {
  package static func read(_ text: MappedText) -> ShellScript {
    ShellScript(commands: [], diagnostics: [])
  }
}
