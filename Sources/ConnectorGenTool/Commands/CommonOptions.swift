import ArgumentParser
import GeneratorConfiguration
import Diagnostics
import Linting

/// When to colour what people read.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// What all commands take.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file; connectorgen.yaml of the working folder is found by itself.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Option(help: ArgumentHelp("How many pages are read at a time.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Print errors and the product of the command, nothing else.")
  var quiet = false

  @Option(help: "Colour findings.")
  var color: ColorChoice = .auto

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func usesColor(terminal: Bool) -> Bool {
    switch color {
    case .auto: terminal && Output.mayColor
    case .always: true
    case .never: false
    }
  }
}

extension CompletionKind {
  /// Markdown files, and folders of them.
  static var pages: CompletionKind { .file(extensions: ["md"]) }
}
