/// Python as a second opinion, where a machine has it.
package enum Python {
  /// Whether these modules can be imported.
  package static func has(_ modules: String...) -> Bool {
    (try? run("import " + modules.joined(separator: ", ")).status) == 0
  }

  /// - Parameter arguments: what the script finds in `sys.argv`, from 1 on.
  package static func run(
    _ script: String, input: String = "", arguments: [String] = []
  ) throws -> CommandRun {
    try CommandRun(["python3", "-c", script] + arguments, input: input)
  }
}
