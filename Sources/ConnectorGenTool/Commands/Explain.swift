import ArgumentParser
import Diagnostics
import Linting
import ModelDiff

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what a rule of lint or diff means.",
    discussion: """
      EXAMPLES
        connectorgen explain malformed-json
        connectorgen explain became-required
      """)

  @Argument(
    help: "The rule's name, as findings show it in brackets.",
    completion: .list(Rule.all.map(\.identifier)))
  var rule: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    if let change = ChangeRule.named(rule) {
      Output.print(change.explanation)
      return
    }
    guard let rule = Rule.named(rule) else {
      Output.printError("connectorgen: error: \(RuleDocumentation.unknown(self.rule))\n")
      throw ExitCode(64)
    }
    Output.print(RuleDocumentation.explain(rule))
  }
}

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the lint rules.",
    discussion: """
      EXAMPLES
        connectorgen rules
        connectorgen rules --markdown >docs/rules.md
      """)

  @Flag(help: "The page of the documentation.")
  var markdown = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    Output.print(markdown ? RuleDocumentation.markdown() : RuleDocumentation.list())
  }
}
