import ConnectorModel

/// What other changes of a page already tell of the rows that describe something of the client: such
/// a row is kept since its words may give way to others, and where they do not, they are told twice.
struct ToldRows {
  private struct Change: Hashable {
    var page: String
    var old: String
    var new: String
  }

  private struct Word: Hashable {
    var page: String
    var text: String
  }

  private var changes: Set<Change> = []
  /// The last names of what comes and goes, and the texts of what stays.
  private var added: Set<Word> = []
  private var removed: Set<Word> = []

  init(_ drafts: [Draft]) {
    for draft in drafts {
      switch draft.rule {
      case .documentationChanged, .errorCodeChanged:
        let (old, new) = (Self.words(draft.oldValue ?? ""), Self.words(draft.newValue ?? ""))
        changes.insert(Change(page: draft.new?.page ?? "", old: old, new: new))
        if old.isEmpty { insertAdded(new, draft) }
        if new.isEmpty { insertRemoved(old, draft) }
      case .fieldAdded, .parameterAdded:
        insertAdded(Self.name(draft.subject.name), draft)
      case .fieldRemoved, .parameterRemoved:
        insertRemoved(Self.name(draft.subject.name), draft)
      case .fieldRenamed, .parameterRenamed:
        insertAdded(Self.name(draft.newValue ?? ""), draft)
        insertRemoved(Self.name(draft.oldValue ?? ""), draft)
      default: break
      }
    }
  }

  private mutating func insertAdded(_ text: String, _ draft: Draft) {
    added.insert(Word(page: draft.new?.page ?? "", text: text))
  }

  private mutating func insertRemoved(_ text: String, _ draft: Draft) {
    removed.insert(Word(page: draft.old?.page ?? "", text: text))
  }

  /// Whether all that differs in the cells of two rows is told.
  ///
  /// - Parameter page: The new one.
  func hasChanged(_ old: PageTable.Row, _ new: PageTable.Row, on page: String) -> Bool {
    guard old.isDescribed, new.isDescribed, old.cells.count == new.cells.count,
      old.cells != new.cells
    else { return false }
    return zip(old.cells, new.cells).allSatisfy { before, after in
      before == after
        || changes.contains(
          Change(page: page, old: Self.words(before), new: Self.words(after)))
    }
  }

  func hasAdded(_ row: PageTable.Row, on page: String) -> Bool {
    Self.has(row, on: page, in: added)
  }

  func hasRemoved(_ row: PageTable.Row, on page: String) -> Bool {
    Self.has(row, on: page, in: removed)
  }

  private static func has(_ row: PageTable.Row, on page: String, in known: Set<Word>) -> Bool {
    guard row.isDescribed, let first = row.cells.first else { return false }
    return known.contains(Word(page: page, text: name(first)))
      || row.cells.dropFirst().contains {
        !$0.isEmpty && known.contains(Word(page: page, text: words($0)))
      }
  }

  /// `auth.params.host` as `host`.
  private static func name(_ path: String) -> String {
    let last = path.split(separator: ".").last.map(String.init) ?? path
    return String(last.filter { $0.isLetter || $0.isNumber })
  }

  /// A text without the marks of code, which cells do not have.
  private static func words(_ text: String) -> String { text.filter { $0 != "`" } }
}
