import Diagnostics

struct ShellMender {
  struct Result {
    var text: MappedText
    var diagnostics: [Diagnostic]
    var insertedCommands: Set<Int>
  }
  static func mend(_ text: MappedText) -> Result {
    Result(text: text, diagnostics: [], insertedCommands: [])
  }
}
