package import Diagnostics

/// The commands of a shell fence.
package struct ShellScript: Hashable, Sendable {
  package var commands: [ShellCommand]
  package var diagnostics: [Diagnostic]

  package init(commands: [ShellCommand], diagnostics: [Diagnostic]) {
    self.commands = commands
    self.diagnostics = diagnostics
  }
}

/// One simple command: its words after quotes and escapes are taken away.
package struct ShellCommand: Hashable, Sendable {
  /// The leading `NAME=value` words.
  package var assignments: [ShellWord]
  package var words: [ShellWord]
  /// What the command reads from standard input, where the script says it: a heredoc, a here-string
  /// or the output of an `echo`, `printf` or `cat <<…` before the pipe.
  package var standardInput: MappedText?
  /// Byte offsets into the page.
  package var range: Range<Int>

  package init(
    assignments: [ShellWord] = [], words: [ShellWord], standardInput: MappedText? = nil,
    range: Range<Int>
  ) {
    self.assignments = assignments
    self.words = words
    self.standardInput = standardInput
    self.range = range
  }
}

/// A word of a command.
package struct ShellWord: Hashable, Sendable {
  /// The word's value.
  package var value: MappedText
  /// Where the word stands in the page, quotes included.
  package var range: Range<Int>

  package init(value: MappedText, range: Range<Int>) {
    self.value = value
    self.range = range
  }
}
