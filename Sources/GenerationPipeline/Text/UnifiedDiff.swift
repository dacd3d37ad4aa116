/// The difference of two texts as `diff -u` writes it.
package struct UnifiedDiff: Sendable {
  private enum Line {
    case same(Int, Int)
    case removed(Int)
    case added(Int)
  }

  private static let context = 3

  /// Empty where the texts are the same.
  package private(set) var text = ""

  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  /// - Parameters:
  ///   - path: the file, as both headers show it.
  ///   - isNew: whether there is no old file.
  ///   - isGone: whether there is no new file.
  package init(old: [UInt8], new: [UInt8], path: String, isNew: Bool = false, isGone: Bool = false)
  {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    let script = differences()
    let hunks = Self.hunks(of: script)
    guard !hunks.isEmpty || isNew || isGone else { return }
    text += "--- \(isNew ? "/dev/null" : "a/" + path)\n+++ \(isGone ? "/dev/null" : "b/" + path)\n"
    for hunk in hunks { write(script[hunk]) }
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private func differences() -> [Line] {
    let changes = LineChanges(old: old, new: new)
    let (removed, added) = (changes.removed, changes.added)
    var script: [Line] = []
    var left = 0
    var right = 0
    while left < old.count || right < new.count {
      if removed.contains(left) {
        script.append(.removed(left))
        left += 1
      } else if added.contains(right) {
        script.append(.added(right))
        right += 1
      } else {
        script.append(.same(left, right))
        left += 1
        right += 1
      }
    }
    return script
  }

  private static func hunks(of script: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in script.enumerated() {
      if case .same = line { continue }
      let range = max(0, index - context)..<min(script.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private mutating func write(_ hunk: ArraySlice<Line>) {
    var oldStart: Int?
    var newStart: Int?
    var oldCount = 0
    var newCount = 0
    var body = ""
    for line in hunk {
      switch line {
      case .same(let left, let right):
        oldStart = oldStart ?? left
        newStart = newStart ?? right
        oldCount += 1
        newCount += 1
        body += Self.text(" ", old[left])
      case .removed(let left):
        oldStart = oldStart ?? left
        oldCount += 1
        body += Self.text("-", old[left])
      case .added(let right):
        newStart = newStart ?? right
        newCount += 1
        body += Self.text("+", new[right])
      }
    }
    let oldLine = oldCount == 0 ? oldStart ?? 0 : (oldStart ?? 0) + 1
    let newLine = newCount == 0 ? newStart ?? 0 : (newStart ?? 0) + 1
    text += "@@ -\(oldLine),\(oldCount) +\(newLine),\(newCount) @@\n" + body
  }

  private static func text(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
    let text = mark + String(decoding: line, as: UTF8.self)
    return text.hasSuffix("\n") ? text : text + "\n\\ No newline at end of file\n"
  }
}
