package import Diagnostics

/// Reads a page's Markdown with the constructs of the documentation.
package enum MarkdownReader {
  package static func read(_ source: SourceFile) -> MarkdownDocument {
    MarkdownDocument(source: source, frontMatter: nil, blocks: [], diagnostics: [])
  }
}
