package import Diagnostics

/// Mends a page by the edits of its findings, and changes no other byte.
package enum FixApplier {
  package struct Outcome: Sendable {
    package var bytes: [UInt8]
    /// The findings whose edits were made, in the order of the page.
    package var applied: [Diagnostic]
    /// Those whose edits touch others', or lie outside the page: lint the mended page again.
    package var skipped: [Diagnostic]
  }

  /// Makes the edits of all diagnostics that have some. Those of one diagnostic are made together
  /// or not at all; where two diagnostics want to change the same place, the first one may.
  package static func apply(_ diagnostics: [Diagnostic], to file: SourceFile) -> Outcome {
    var applied: [Diagnostic] = []
    var skipped: [Diagnostic] = []
    var accepted = EditList()
    for diagnostic in diagnostics.filter({ !$0.fix.isEmpty }).sorted(by: comesFirst) {
      let edits = diagnostic.fix.sorted { EditList.comesFirst($0, $1) }
      let isInside = edits.allSatisfy {
        $0.range.lowerBound >= 0 && $0.range.upperBound <= file.bytes.count
      }
      if isInside, !overlap(edits), accepted.add(edits) {
        applied.append(diagnostic)
      } else {
        skipped.append(diagnostic)
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count)
    var position = 0
    for edit in accepted.edits {
      bytes += file.bytes[position..<edit.range.lowerBound]
      bytes += edit.replacement.utf8
      position = edit.range.upperBound
    }
    bytes += file.bytes[position...]
    return Outcome(bytes: bytes, applied: applied, skipped: skipped)
  }

  private static func comesFirst(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let first = left.fix.map(\.range.lowerBound).min() ?? 0
    let second = right.fix.map(\.range.lowerBound).min() ?? 0
    return first == second ? Finding.comesFirst(left, right) : first < second
  }

  private static func overlap(_ edits: [Diagnostic.Edit]) -> Bool {
    zip(edits, edits.dropFirst()).contains { $0.range.upperBound > $1.range.lowerBound }
  }
}

/// Edits that do not touch each other, by place.
private struct EditList {
  private(set) var edits: [Diagnostic.Edit] = []

  static func comesFirst(_ left: Diagnostic.Edit, _ right: Diagnostic.Edit) -> Bool {
    (left.range.lowerBound, left.range.upperBound) < (
      right.range.lowerBound, right.range.upperBound
    )
  }

  /// Adds all of `new`, or none if one touches an edit that is there. An edit that is there in the
  /// very same form is no conflict: two findings have the same mend.
  mutating func add(_ new: [Diagnostic.Edit]) -> Bool {
    var missing: [(index: Int, edit: Diagnostic.Edit)] = []
    for edit in new {
      let index = firstIndex(notBefore: edit)
      if index < edits.count, edits[index] == edit { continue }
      if index < edits.count, touches(edits[index], edit) { return false }
      if index > 0, touches(edits[index - 1], edit) { return false }
      missing.append((index, edit))
    }
    for (index, edit) in missing.reversed() { edits.insert(edit, at: index) }
    return true
  }

  private func firstIndex(notBefore edit: Diagnostic.Edit) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if Self.comesFirst(edits[middle], edit) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Insertions at the edge of another edit touch it: which text comes first is not certain.
  private func touches(_ left: Diagnostic.Edit, _ right: Diagnostic.Edit) -> Bool {
    if left.range.isEmpty || right.range.isEmpty {
      return left.range.lowerBound <= right.range.upperBound
        && right.range.lowerBound <= left.range.upperBound
    }
    return left.range.overlaps(right.range)
  }
}
