/// What is said of fields from outside the pages, by wire name or dotted path, of all sources or of
/// one.
///
/// A name is the end of a field's path: `port` is every field of that name, `auth.params.port` a
/// credential. What is said of one source counts before what is said of all, and then the longer
/// path before the shorter one.
package struct FieldOverrides<Value: Hashable & Sendable>: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// The wire name or dotted path.
    package var field: String
    /// The name or the key of a source; all of them where nil.
    package var source: String?
    package var value: Value

    package init(_ field: String, of source: String? = nil, _ value: Value) {
      self.field = field
      self.source = source
      self.value = value
    }
  }

  package let entries: [Entry]
  private let paths: [[Substring]]
  /// Indices of entries by the last name of their paths.
  private let indices: [Substring: [Int]]

  package init(_ entries: [Entry] = []) {
    self.entries = entries
    paths = entries.map { FieldPath.names(of: $0.field) }
    var indices: [Substring: [Int]] = [:]
    for (index, path) in paths.enumerated() {
      if let last = path.last { indices[last, default: []].append(index) }
    }
    self.indices = indices
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The entry that counts for a field.
  ///
  /// - Parameters:
  ///   - path: The field's path from the root: `auth.params.port`, `items[].id`.
  ///   - source: The source that the field belongs to; none for what sources share.
  package func index(of path: String, in source: SourceIdentity?) -> Int? {
    guard !entries.isEmpty else { return nil }
    let names = FieldPath.names(of: path)
    guard let last = names.last, let candidates = indices[last] else { return nil }
    var best: Int?
    for index in candidates where names.suffix(paths[index].count) == paths[index][...] {
      if let wanted = entries[index].source {
        guard let source, source.isCalled(wanted) else { continue }
      }
      if best.map({ precedes(index, $0) }) ?? true { best = index }
    }
    return best
  }

  /// Whether an entry tells more of a field than another one.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    let isOfSource = (entries[one].source != nil, entries[other].source != nil)
    if isOfSource.0 != isOfSource.1 { return isOfSource.0 }
    return paths[one].count > paths[other].count
  }
}

/// What a source is called.
package struct SourceIdentity: Hashable, Sendable {
  package var key: String
  package var name: String

  package init(key: String, name: String) {
    self.key = key
    self.name = name
  }

  /// Whether the configuration means this source: it may use the name or the key.
  package func isCalled(_ text: String) -> Bool { text == name || text == key }
}

extension Source {
  package var identity: SourceIdentity { SourceIdentity(key: key, name: name) }

  /// Whether the configuration means this source.
  package func isCalled(_ text: String) -> Bool { identity.isCalled(text) }
}

/// Dotted paths of fields.
package enum FieldPath {
  /// What stands before the name of a credential.
  package static let credentials = "auth.params"

  /// The path of a field below another one; of the root's fields the name alone.
  package static func path(_ name: String, below path: String) -> String {
    path.isEmpty ? name : path + "." + name
  }

  /// `items[].id` as its names: that something is a list says nothing of which field it is.
  static func names(of path: String) -> [Substring] {
    path.split(separator: ".").compactMap { part in
      let name = part.prefix { $0 != "[" }
      return name.isEmpty || name == "*" ? nil : name
    }
  }
}
