import ArgumentParser

/// `connectorgen`.
@main
struct ConnectorGen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "connectorgen",
    abstract: "Reads connector tutorials and writes the Swift client that they describe.",
    discussion: """
      Pages are Markdown files; a folder stands for all pages below it. Without a path the pages of \
      docs-input are read.

      EXAMPLES
        connectorgen generate                     docs-input to Generated
        connectorgen check                        exit 1 if Generated is out of date
        connectorgen watch                        generate again on every change
        connectorgen inspect page.md              what a page says
        connectorgen add page.md --write          takes a new page in
        connectorgen lint --format github docs    findings for a pull request
        connectorgen diff git:HEAD docs-input     what changes for callers
        connectorgen report                       one HTML file to look at
        pbpaste | connectorgen curl               what a curl command sends

      EXIT STATUS
        0   fine
        1   findings, or output that is out of date
        2   an input cannot be read or used; all that can be done is still done
        64  wrong usage
      """,
    version: Version.text,
    subcommands: [
      Generate.self, Check.self, Watch.self, Add.self, Inspect.self, Model.self, Lint.self,
      Diff.self, Report.self, Curl.self, Explain.self, Rules.self, Manual.self,
    ])
}

/// The version of the tool.
enum Version {
  static let text = "0.1.0"
  /// When it was made, for the manual page.
  static let date = "November 24, 2026"
}
