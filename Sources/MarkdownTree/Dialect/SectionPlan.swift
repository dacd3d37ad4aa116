/// Which folds and tab groups there are in a sequence of elements and where each of them ends.
///
/// Markers are paired like brackets. What lacks its end ends where its section does: nothing may
/// swallow the rest of the page.
struct SectionPlan {
  /// Where an opened fold or group ends.
  struct End {
    /// The index of the closing marker, or of the first element that is outside.
    var index: Int
    var isClosed: Bool
  }

  /// By the index of the opening marker.
  private(set) var folds: [Int: End] = [:]
  /// By the index of the marker that starts the group.
  private(set) var groups: [Int: End] = [:]
  /// The tabs of each group.
  private(set) var tabs: [Int: [Int]] = [:]

  private enum Open {
    case fold(Int)
    case group(Int)
  }

  private let elements: [Element]
  /// The index of the next tab marker at or behind each element.
  private var nextTabMarker: [Int]
  private var stack: [Open] = []
  /// The groups in `stack`, with the level of the heading that each of them stands under.
  private var openGroups: [(index: Int, headingLevel: Int)] = []
  /// The level of the last heading.
  private var headingLevel = 6

  init(_ elements: [Element]) {
    self.elements = elements
    nextTabMarker = Array(repeating: elements.count, count: elements.count + 1)
    for index in elements.indices.reversed() {
      switch elements[index] {
      case .beginTabs, .tab, .endTabs: nextTabMarker[index] = index
      default: nextTabMarker[index] = nextTabMarker[index + 1]
      }
    }
    for index in elements.indices { read(index) }
    closeAll(at: elements.count)
    endUnclosedFolds()
  }

  private mutating func read(_ index: Int) {
    switch elements[index] {
    case .label: break
    case .block(let block):
      guard case .heading(let heading) = block.kind else { return }
      readHeading(heading.level, index)
      headingLevel = heading.level
    case .fold(let marker):
      if marker.title.isEmpty { closeFold(index) } else { stack.append(.fold(index)) }
    case .beginTabs:
      // A group right within a group: the first one was not ended.
      if case .group(let group)? = stack.last { pop(group, at: index, isClosed: false) }
      start(index)
    case .tab:
      if let group = nearestGroup {
        dropFolds(above: group)
        tabs[group, default: []].append(index)
      } else {
        start(index)
        tabs[index] = [index]
      }
    case .endTabs:
      if let group = nearestGroup { pop(group, at: index, isClosed: true) }
    }
  }

  private mutating func start(_ index: Int) {
    stack.append(.group(index))
    openGroups.append((index, headingLevel))
    groups[index] = End(index: elements.count, isClosed: false)
    tabs[index] = []
  }

  private var nearestGroup: Int? { openGroups.last?.index }

  /// A heading ends a group that is never ended and that stands under a heading of that rank.
  private mutating func readHeading(_ level: Int, _ index: Int) {
    guard let group = openGroups.last, level <= group.headingLevel, !goesOn(behind: index) else {
      return
    }
    pop(group.index, at: index, isClosed: false)
  }

  /// Whether the next tab marker belongs to a group that is open now.
  private func goesOn(behind index: Int) -> Bool {
    let next = nextTabMarker[index]
    guard next < elements.count else { return false }
    if case .beginTabs = elements[next] { return false }
    return true
  }

  private mutating func closeFold(_ index: Int) {
    var depth = stack.count
    // An open group that does not go on ends with the fold that it stands in.
    if case .group(let group)? = stack.last, depth > 1, !goesOn(behind: index),
      case .fold = stack[depth - 2]
    {
      pop(group, at: index, isClosed: false)
      depth -= 1
    }
    guard case .fold(let fold)? = stack.last else { return }
    stack.removeLast()
    folds[fold] = End(index: index, isClosed: true)
  }

  private mutating func dropFolds(above group: Int) {
    while case .fold(let fold)? = stack.last, fold > group { stack.removeLast() }
  }

  private mutating func pop(_ group: Int, at index: Int, isClosed: Bool) {
    dropFolds(above: group)
    stack.removeLast()
    openGroups.removeLast()
    groups[group] = End(index: index, isClosed: isClosed)
  }

  private mutating func closeAll(at index: Int) {
    while let open = stack.popLast() {
      if case .group(let group) = open { groups[group] = End(index: index, isClosed: false) }
    }
  }

  /// An unclosed fold ends before the next heading, tab marker or fold marker.
  private mutating func endUnclosedFolds() {
    var next = elements.count
    for index in elements.indices.reversed() {
      switch elements[index] {
      case .block(let block):
        if case .heading = block.kind { next = index }
      case .fold(let marker):
        if !marker.title.isEmpty, folds[index] == nil {
          folds[index] = End(index: next, isClosed: false)
        }
        next = index
      case .beginTabs, .tab, .endTabs: next = index
      case .label: break
      }
    }
  }
}
