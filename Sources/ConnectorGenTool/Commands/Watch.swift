import ArgumentParser

struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Generates anew whenever a page changes.",
    discussion: """
      Pages that did not change are not read again. Each time a line says which pages were read, \
      which files were written and how many findings there are. Where a page cannot be read the \
      output is left as it was. An interrupt (control-C) ends it, with the exit status 0.

      EXAMPLES
        connectorgen watch
        connectorgen watch docs-input --output Generated
      """)

  @Argument(
    help: ArgumentHelp(
      "Pages and folders of pages; docs-input where none is given.", valueName: "page"),
    completion: .pages)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The folder to write to.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "End after generating so many times.", valueName: "n", visibility: .hidden))
  var runs: Int?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    StopSignal.catchAll()
    var watcher = try Watcher(common, paths: paths, output: output)
    try await watcher.run(atMost: runs)
  }
}
