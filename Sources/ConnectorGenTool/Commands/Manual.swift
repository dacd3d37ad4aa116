import ArgumentParser

/// For `make`: not a command that users need.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the manual page.",
    discussion: """
      EXAMPLES
        connectorgen manual | man -l -
        connectorgen manual --markdown >docs/commands.md
      """,
    shouldDisplay: false)

  @Flag(help: "The page of the documentation instead.")
  var markdown = false

  func run() throws {
    let tree = try CommandTree()
    Output.print(markdown ? CommandReference(tree).text : ManualPage(tree).text)
  }
}
