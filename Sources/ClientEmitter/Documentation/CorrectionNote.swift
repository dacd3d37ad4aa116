import ConnectorModel
import SwiftDeclarations

/// What documentation comments say of values that the configuration's overlays corrected: that the
/// page says otherwise, and why it is not followed.
enum CorrectionNote {
  static func paragraphs(_ corrections: [Provenance.Correction]) -> [Documentation.Block] {
    texts(corrections).map { .paragraph($0) }
  }

  /// One text for each correction, in their order.
  static func texts(_ corrections: [Provenance.Correction]) -> [Documentation.Text] {
    var seen: Set<Provenance.Correction> = []
    return corrections.filter { seen.insert($0).inserted }.map(text)
  }

  private static func text(_ correction: Provenance.Correction) -> Documentation.Text {
    var pieces: [Documentation.Text.Piece] = [.plain("Corrected: "), .code(correction.subject)]
    pieces.append(.plain(" is "))
    pieces += value(correction.value)
    pieces.append(.plain(", while the page says "))
    pieces += value(correction.documented)
    pieces.append(.plain("."))
    guard let reason = correction.reason else { return Documentation.Text(pieces) }
    pieces.append(.plain(" The reason: \(reason)"))
    if reason.last.map({ !".!?".contains($0) }) ?? false { pieces.append(.plain(".")) }
    return Documentation.Text(pieces)
  }

  private static func value(_ text: String?) -> [Documentation.Text.Piece] {
    guard let text else { return [.plain("nothing")] }
    return [.code(text)]
  }
}
