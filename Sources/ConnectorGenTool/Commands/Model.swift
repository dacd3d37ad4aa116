import ArgumentParser
import ConnectorModel
import GenerationPipeline

struct Model: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the intermediate model as JSON.",
    discussion: """
      The form is described by schemas/model.schema.json.

      EXAMPLES
        connectorgen model >model.json
        connectorgen model page.md | jq '.sources[].authentications'
      """)

  @Argument(
    help: ArgumentHelp(
      "Pages and folders of pages; docs-input where none is given.", valueName: "page"),
    completion: .pages)
  var paths: [String] = []

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let generation = session.generation(
      try await session.readPages(paths), isWhole: paths.isEmpty)
    guard session.reportRefusals(of: generation) else { throw ExitCode(2) }
    Output.print(String(decoding: ModelJSON.whole(generation.model), as: UTF8.self))
    try session.finish()
  }
}
