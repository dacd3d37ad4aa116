import ArgumentParser
import ConnectorModel
import Diagnostics
import ModelDiff

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what changed for users of the client.",
    discussion: """
      OLD and NEW are folders of pages, pages, models (a file that `connectorgen model` printed, or \
      a folder with model/index.json, such as Generated), or revisions: git:REV reads the pages of \
      a revision, git:REV:PATH what is at a path of it.

      EXAMPLES
        connectorgen diff git:origin/main docs-input
        connectorgen diff git:v1.0 git:v1.1 --format markdown >comment.md
        connectorgen diff old.json Generated --fail-on any
        connectorgen diff git:HEAD docs-input --source snowflake
        connectorgen diff git:HEAD docs-input --write-accepted accepted.jsonl
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
  }

  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case breaking
    case any
    case never
  }

  @Argument(help: "Pages, a model or a revision.") var old: String
  @Argument(help: "Pages, a model or a revision.") var new: String

  @Option(help: "How to print the changes.") var format: Format = .text

  @Option(help: "Which changes make the exit status 1.") var failOn: Threshold = .breaking

  @Option(help: ArgumentHelp("Show the changes of one source only.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("Changes in this file are known and pass.", valueName: "file"))
  var accept: String?

  @Option(help: ArgumentHelp("Write the breaking changes to such a file.", valueName: "file"))
  var writeAccepted: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let (old, new) = try await inputs(session)
    var comparison = ModelComparison(
      old.model, new.model, oldOptions: old.options, newOptions: new.options)
    var stale: [AcceptedChanges.Entry] = []
    if let accept {
      do {
        let file = SourceFile(path: accept, bytes: try FileSystem.read(accept))
        stale = take(AcceptedChanges(reading: file), into: &comparison, &session)
      } catch {
        session.report(error)
      }
    }
    if let writeAccepted {
      do {
        let text = AcceptedChanges.text(accepting: comparison)
        try FileSystem.write(Array(text.utf8), to: writeAccepted)
      } catch {
        session.report(error)
      }
    }
    if let source { comparison = try only(source, of: comparison, [new.model, old.model]) }
    switch format {
    case .text:
      Output.print(
        ChangeText(
          usesColor: common.usesColor(terminal: Output.isTerminal), oldRoot: old.root,
          newRoot: new.root
        ).render(comparison))
    case .markdown: Output.print(ChangeMarkdown().render(comparison))
    case .json: Output.print(ChangeJSON.render(comparison, stale: stale))
    }
    try session.finish()
    if fails(comparison) { throw ExitCode(1) }
  }

  private func inputs(_ session: Session) async throws -> (ModelInput, ModelInput) {
    do {
      return (try await ModelInput(old, session), try await ModelInput(new, session))
    } catch let problem as FileProblem {
      Output.printError("connectorgen: error: \(problem)\n")
    } catch let problem as GitProblem {
      Output.printError("connectorgen: error: \(problem)\n")
    }
    // With half of the input everything would seem to be gone.
    throw ExitCode(2)
  }

  /// - Returns: the entries that no change needs any more.
  private func take(
    _ accepted: AcceptedChanges, into comparison: inout ModelComparison, _ session: inout Session
  ) -> [AcceptedChanges.Entry] {
    let path = accept ?? ""
    for line in accepted.malformedLines {
      session.report(
        FileProblem(
          path: "\(path):\(line)",
          reason:
            "this line is no accepted change; `connectorgen diff --write-accepted` writes them"))
    }
    comparison.accept(accepted.contains)
    let stale = accepted.stale(for: comparison)
    for entry in stale {
      Output.printError(
        "\(path):\(entry.line): warning: there is no such change any more: \(entry.rule) of "
          + "\(entry.subject); remove the line\n")
    }
    return stale
  }

  private func only(
    _ name: String, of comparison: ModelComparison, _ models: [ConnectorModel]
  ) throws -> ModelComparison {
    guard let key = ModelComparison.key(ofSource: name, in: models) else {
      let keys = models.flatMap { $0.sources.map(\.key) }
      let names = keys + keys.compactMap { $0.split(separator: "/").last.map(String.init) }
      let suggestion = NearestName.suggestion(for: name, in: names).map { "; " + $0 } ?? ""
      Output.printError(
        "connectorgen: error: neither side has a source \"\(name)\"\(suggestion)\n")
      throw ExitCode(64)
    }
    return comparison.filter { $0.subject.source == key }
  }

  private func fails(_ comparison: ModelComparison) -> Bool {
    let changes = comparison.changes.filter { !$0.isAccepted }
    switch failOn {
    case .breaking: return changes.contains(where: \.isBreaking)
    case .any: return !changes.isEmpty
    case .never: return false
    }
  }
}
