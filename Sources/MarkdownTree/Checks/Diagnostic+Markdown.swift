import Diagnostics

/// The wording of findings about blocks.
extension Diagnostic {
  static func nestingTooDeep(at range: Range<Int>, _ what: String) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, at: range, subject: what, "\(what) are nested too deep",
      assumption: "what stands deeper is kept as text", remedy: "Take out some of the levels")
  }

  static func tightHeading(_ bytes: [UInt8], _ text: Range<Int>) -> Diagnostic {
    let level = bytes[text].prefix { $0 == Byte.numberSign }.count
    let blank = text.lowerBound + level
    return Diagnostic(
      .tightHeading, at: text.lowerBound..<blank,
      subject: String(decoding: bytes[blank..<text.upperBound], as: UTF8.self),
      "no blank behind the marks of this heading", assumption: "read as a heading",
      remedy: "Put a blank behind the marks",
      fix: [Diagnostic.Edit(range: blank..<blank, replacement: " ")])
  }

  /// - Parameter isEndKnown: whether what follows shows where the code ends.
  static func unclosedFence(
    _ block: FencedCodeBlock, fence: String, isEndKnown: Bool
  ) -> Diagnostic {
    Diagnostic(
      .unclosedFence, at: block.openingRange, subject: block.infoString,
      "no closing fence for this code block",
      assumption: isEndKnown
        ? "read up to the next label, heading, table, fold or callout"
        : "read up to the end of the page, list item or quote",
      remedy: "Add a line \(fence) behind the code")
  }

  static func shortFence(at marks: Range<Int>) -> Diagnostic {
    Diagnostic(
      .shortFence, at: marks, subject: "``", "two backticks where a fence has three",
      assumption: "read as a fence", remedy: "Add a backtick",
      fix: [Diagnostic.Edit(range: marks.upperBound..<marks.upperBound, replacement: "`")])
  }

  static func unclosedFold(_ marker: Element.Marker) -> Diagnostic {
    Diagnostic(
      .unclosedFold, at: marker.range, subject: marker.title,
      "no closing +++ for the fold “\(marker.title)”",
      assumption: "ends at the next heading, tab or fold",
      remedy: "Add a line +++ where the fold ends")
  }

  static func strayFoldMarker(_ marker: Element.Marker) -> Diagnostic {
    Diagnostic(
      .strayFoldMarker, at: marker.range, subject: "+++", "this +++ closes no fold",
      assumption: "taken for nothing", remedy: "Remove the line, or give the fold a title")
  }

  static func unclosedTabs(_ marker: Element.Marker, name: String) -> Diagnostic {
    Diagnostic(
      .unclosedTabs, at: marker.range, subject: name, "no >[!ENDTABS] for this group of tabs",
      assumption: "ends with its section", remedy: "Add >[!ENDTABS] behind the last tab")
  }

  static func strayTabMarker(_ marker: Element.Marker, name: String) -> Diagnostic {
    let isEnd = name == "ENDTABS"
    return Diagnostic(
      .strayTabMarker, at: marker.range, subject: name,
      isEnd ? "this >[!ENDTABS] ends no group of tabs" : "this tab stands in no group of tabs",
      assumption: isEnd ? "taken for nothing" : "starts a group by itself",
      remedy: isEnd ? "Remove the line" : "Add >[!BEGINTABS] before the tab")
  }

  static func raggedRow(_ row: Table.Row, columns: Int) -> Diagnostic {
    let name = row.cells.first?.content.plainText ?? ""
    let count = row.cells.count
    return Diagnostic(
      .raggedTableRow, at: row.range, subject: name,
      "the row has \(count) cell\(count == 1 ? "" : "s"), the header \(columns)",
      assumption: "read with the cells that it has",
      remedy: count < columns
        ? "Add the missing cells" : "Put a backslash before a bar that is part of a cell")
  }
}
