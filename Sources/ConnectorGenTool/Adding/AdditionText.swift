import Diagnostics
import GenerationPipeline
import Linting
import ModelDiff

/// What adding a page means, for the person who adds it.
struct AdditionText {
  private var layout: TextLayout

  private static let column = 17

  var text: String { layout.text }

  /// One page, behind what `inspect` shows of it.
  init(
    _ page: PageReading, in addition: Addition, place: PagePlacer.Placement?, style: Style,
    clashes: [String]
  ) {
    layout = TextLayout(style)
    layout.row(
      "Place", place?.path ?? "not clear; say it with --to", at: Self.column,
      note: place?.reason ?? "")
    add("New", addition.news(of: page), otherwise: "nothing")
    if let changes = addition.changes(of: page) {
      add("Changes", changes.map(Self.line), otherwise: "nothing for callers")
    }
    add("Clashes", clashes, otherwise: "none", color: .red)
    add("Missing", addition.gaps(of: page), otherwise: "nothing", color: .yellow)
  }

  /// What would be generated otherwise, for all new pages together.
  init(changesOf addition: Addition, output: String, style: Style) {
    layout = TextLayout(style)
    layout.row(
      "Generated", addition.changes.isEmpty ? "no file would change" : "", at: Self.column)
    for change in addition.changes {
      layout.line("  \(change.action.word) \(FileSystem.join(output, change.path))")
    }
  }

  private static func line(_ change: Change) -> String {
    let breaks = change.classes.filter(\.isBreaking).map(\.rawValue)
    let tag = breaks.isEmpty ? "" : " (breaks \(breaks.joined(separator: " and ")))"
    return change.sentence + tag
  }

  private mutating func add(
    _ label: String, _ entries: [String], otherwise: String, color: Style.Color? = nil
  ) {
    if entries.isEmpty { layout.row(label, otherwise, at: Self.column) }
    for (index, entry) in entries.enumerated() {
      layout.row(index == 0 ? label : "", entry, at: Self.column, color: color)
    }
  }
}
