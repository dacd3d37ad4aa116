import Diagnostics

/// Puts nodes together as a parser meets them.
struct TreeBuilder {
  /// An object or array that is still open.
  struct Level {
    var isObject: Bool
    /// The page offset of its opening bracket.
    var start: Int
    var members: [JSONMember] = []
    var elements: [JSONNode] = []
    /// The key that waits for its value.
    var key: String?
    var keyRange = 0..<0
    /// The last key, for naming the place of a finding.
    var lastKey: String?
    var isUncertain = false
  }

  let text: MappedText
  private(set) var levels: [Level] = []
  private(set) var roots: [JSONNode] = []

  init(_ text: MappedText) { self.text = text }

  /// The page offset behind the byte before `offset`.
  func sourceEnd(_ offset: Int) -> Int {
    offset > 0 ? text.sourceRange(of: offset - 1..<offset).upperBound : text.sourceOffset(of: 0)
  }

  /// The page range of a range of the text; an empty one stands behind the byte before it.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard range.isEmpty else { return text.sourceRange(of: range) }
    let end = sourceEnd(range.lowerBound)
    return end..<end
  }

  mutating func open(isObject: Bool, at offset: Int) {
    levels.append(Level(isObject: isObject, start: text.sourceOffset(of: offset)))
  }

  mutating func key(_ name: String, _ range: Range<Int>) {
    guard !levels.isEmpty else { return }
    levels[levels.count - 1].key = name
    levels[levels.count - 1].lastKey = name
    levels[levels.count - 1].keyRange = source(range)
  }

  mutating func dropKey() {
    guard !levels.isEmpty else { return }
    levels[levels.count - 1].key = nil
  }

  mutating func value(_ node: JSONNode) {
    // The levels are changed in place: a copy of one would make each append copy all members.
    let top = levels.count - 1
    guard top >= 0 else {
      roots.append(node)
      return
    }
    if !levels[top].isObject {
      levels[top].elements.append(node)
    } else if let key = levels[top].key {
      levels[top].members.append(
        JSONMember(key: key, keyRange: levels[top].keyRange, value: node))
      levels[top].key = nil
    }
  }

  mutating func close(end offset: Int) {
    guard let level = levels.popLast() else { return }
    let end = max(level.start, sourceEnd(offset))
    let kind: JSONNode.Kind =
      level.isObject ? .object(level.members) : .array(level.elements)
    value(JSONNode(kind, range: level.start..<end, isUncertain: level.isUncertain))
  }

  mutating func markUncertain() {
    guard !levels.isEmpty else { return }
    levels[levels.count - 1].isUncertain = true
  }

  /// Makes the last value the first element of an array that stays open.
  mutating func wrapLast() {
    if levels.isEmpty {
      guard let last = roots.popLast() else { return }
      levels.append(Level(isObject: false, start: last.range.lowerBound, elements: [last]))
      return
    }
    let top = levels.count - 1
    if levels[top].isObject, let member = levels[top].members.popLast() {
      levels[top].key = member.key
      levels[top].keyRange = member.keyRange
      levels.append(
        Level(isObject: false, start: member.value.range.lowerBound, elements: [member.value]))
    }
  }

  /// Opens the last root again, whose closing bracket came too early.
  mutating func reopen() {
    guard levels.isEmpty, let last = roots.popLast() else { return }
    var level = Level(isObject: false, start: last.range.lowerBound)
    switch last.kind {
    case .object(let members):
      level.isObject = true
      level.members = members
    case .array(let elements):
      level.elements = elements
    default:
      roots.append(last)
      return
    }
    level.isUncertain = true
    levels.append(level)
  }

  /// The dotted path of the place that was reached, to name it in a finding.
  var path: String {
    var path = ""
    for level in levels {
      if level.isObject {
        guard let key = level.key ?? level.lastKey else { continue }
        path += path.isEmpty ? key : "." + key
      } else {
        path += "[]"
      }
    }
    return path.isEmpty ? "JSON" : path
  }
}
