/// Names of the generated code that a project wants otherwise.
package struct NameOverrides: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// The source's name on its pages, the field's wire name or dotted path, or the operation's
    /// method and path template.
    package var key: String
    /// The source that the name of a field or an operation is for; all where nil.
    package var source: String?
    /// The Swift identifier to use.
    package var name: String
    /// Where the key stands in the configuration, for the finding that nothing has that name.
    package var range: Range<Int>

    package init(
      key: String, of source: String? = nil, name: String, range: Range<Int> = 0..<0
    ) {
      self.key = key
      self.source = source
      self.name = name
      self.range = range
    }
  }

  /// In the order of the file.
  package var sources: [Entry] = []
  package var fields: [Entry] = []
  package var operations: [Entry] = []

  package init() {}
}
