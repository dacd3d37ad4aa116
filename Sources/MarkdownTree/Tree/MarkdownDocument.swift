package import Diagnostics

/// A page as a tree. Every range is in bytes of `source.bytes` and exact: slicing the source by it
/// gives what the node was made of.
package struct MarkdownDocument: Sendable {
  package var source: SourceFile
  package var frontMatter: FrontMatter?
  package var blocks: [Block]
  package var diagnostics: [Diagnostic]

  package init(
    source: SourceFile, frontMatter: FrontMatter?, blocks: [Block], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.diagnostics = diagnostics
  }
}

/// The `key: value` lines between the `---` at the head of a page.
package struct FrontMatter: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var key: String
    /// The value as text, unquoted where it is a quoted YAML scalar.
    package var value: String
    package var range: Range<Int>

    package init(key: String, value: String, range: Range<Int>) {
      self.key = key
      self.value = value
      self.range = range
    }
  }

  package var entries: [Entry]
  package var range: Range<Int>

  package init(entries: [Entry], range: Range<Int>) {
    self.entries = entries
    self.range = range
  }

  /// The value of the first entry of that name.
  package subscript(key: String) -> String? { entries.first { $0.key == key }?.value }
}
