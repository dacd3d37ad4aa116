import Diagnostics

/// Puts folds and tab groups together with what they enclose.
struct SectionGrouper {
  private let elements: [Element]
  private let plan: SectionPlan
  private(set) var diagnostics: [Diagnostic] = []

  init(_ elements: [Element]) {
    self.elements = elements
    plan = SectionPlan(elements)
  }

  /// The blocks. `depth` says how many containers they stand in.
  mutating func group(depth: Int) -> [Block] {
    blocks(0, elements.count, depth: depth)
  }

  private mutating func blocks(_ start: Int, _ end: Int, depth: Int) -> [Block] {
    var blocks: [Block] = []
    var index = start
    while index < end {
      switch elements[index] {
      case .block(let block): blocks.append(block)
      case .label(let marker):
        blocks.append(
          Block(.callout(Callout(label: marker.title, blocks: [])), range: marker.range))
      case .fold(let marker):
        index = appendFold(marker, index, end, depth: depth, to: &blocks)
        continue
      case .beginTabs(let marker), .tab(let marker):
        index = appendTabs(marker, index, end, depth: depth, to: &blocks)
        continue
      case .endTabs(let marker):
        diagnostics.append(.strayTabMarker(marker, name: "ENDTABS"))
        blocks.append(
          Block(.callout(Callout(label: "ENDTABS", blocks: [])), range: marker.range))
      }
      index += 1
    }
    return blocks
  }

  private mutating func appendFold(
    _ marker: Element.Marker, _ index: Int, _ limit: Int, depth: Int, to blocks: inout [Block]
  ) -> Int {
    guard let end = plan.folds[index], !marker.title.isEmpty else {
      diagnostics.append(.strayFoldMarker(marker))
      blocks.append(
        Block(.fold(Fold(title: "", blocks: [], isClosed: false)), range: marker.range))
      return index + 1
    }
    if !end.isClosed { diagnostics.append(.unclosedFold(marker)) }
    guard depth < BlockSkeleton.depthLimit else {
      diagnostics.append(.nestingTooDeep(at: marker.range, "folds and tabs"))
      let fold = Fold(title: marker.title, blocks: [], isClosed: end.isClosed)
      blocks.append(Block(.fold(fold), range: marker.range))
      return index + 1
    }
    let last = min(end.index, limit)
    let content = self.blocks(index + 1, last, depth: depth + 1)
    let closes = end.isClosed && last < limit
    var upper = content.last?.range.upperBound ?? marker.range.upperBound
    if closes { upper = elements[last].range.upperBound }
    let fold = Fold(title: marker.title, blocks: content, isClosed: end.isClosed)
    blocks.append(Block(.fold(fold), range: marker.range.lowerBound..<upper))
    return closes ? last + 1 : last
  }

  private mutating func appendTabs(
    _ marker: Element.Marker, _ index: Int, _ limit: Int, depth: Int, to blocks: inout [Block]
  ) -> Int {
    var hasBegin = false
    if case .beginTabs = elements[index] { hasBegin = true }
    guard let end = plan.groups[index], depth < BlockSkeleton.depthLimit else {
      diagnostics.append(.nestingTooDeep(at: marker.range, "folds and tabs"))
      let label = hasBegin ? "BEGINTABS" : "TAB"
      blocks.append(
        Block(.callout(Callout(label: label, blocks: [])), range: marker.range))
      return index + 1
    }
    let last = min(end.index, limit)
    let markers = (plan.tabs[index] ?? []).filter { $0 < last }
    var tabs: [TabGroup.Tab] = []
    var upper = marker.range.upperBound
    // What stands before the first tab is kept as a tab without a title.
    let first = markers.first ?? last
    if hasBegin, first > index + 1 {
      let content = self.blocks(index + 1, first, depth: depth + 1)
      if let start = content.first?.range.lowerBound, let end = content.last?.range.upperBound {
        tabs.append(TabGroup.Tab(title: "", blocks: content, range: start..<end))
        upper = end
      }
    }
    for (number, tab) in markers.enumerated() {
      guard case .tab(let line) = elements[tab] else { continue }
      let next = number + 1 < markers.count ? markers[number + 1] : last
      let content = self.blocks(tab + 1, next, depth: depth + 1)
      upper = max(line.range.upperBound, content.last?.range.upperBound ?? 0)
      tabs.append(
        TabGroup.Tab(
          title: line.title, blocks: content, range: line.range.lowerBound..<upper))
    }
    let closes = end.isClosed && last < limit
    if closes { upper = elements[last].range.upperBound }
    let name = tabs.first { !$0.title.isEmpty }?.title ?? ""
    if !hasBegin {
      diagnostics.append(.strayTabMarker(marker, name: "TAB \(marker.title)"))
    }
    if !end.isClosed { diagnostics.append(.unclosedTabs(marker, name: name)) }
    blocks.append(
      Block(
        .tabs(TabGroup(tabs: tabs)),
        range: marker.range.lowerBound..<max(upper, marker.range.upperBound)))
    return closes ? last + 1 : last
  }
}
