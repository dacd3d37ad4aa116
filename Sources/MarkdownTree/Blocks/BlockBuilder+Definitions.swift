import Diagnostics

extension BlockBuilder {
  /// Gathers the link reference definitions of the whole page: links may stand before them.
  mutating func gatherDefinitions(_ document: BlockSkeleton) {
    var hasDefinition = false
    for index in bytes.indices.dropLast() where bytes[index] == Byte.closingBracket {
      if bytes[index + 1] == Byte.colon {
        hasDefinition = true
        break
      }
    }
    if hasDefinition { gatherDefinitions(document.children, in: []) }
  }

  private mutating func gatherDefinitions(
    _ skeletons: [BlockSkeleton], in containers: [Container]
  ) {
    for skeleton in skeletons {
      switch skeleton.kind {
      case .quote:
        let quote = Container(quoteAt: skeleton.startLine)
        gatherDefinitions(skeleton.children, in: containers + [quote])
      case .list: gatherDefinitions(skeleton.children, in: containers)
      case .item:
        let (cursor, _) = cursor(skeleton.startLine, in: containers)
        if let item = Container(itemAt: skeleton.startLine, cursor: cursor) {
          gatherDefinitions(skeleton.children, in: containers + [item])
        }
      case .paragraph where skeleton.startLine > 0:
        let lines = skeleton.startLine...max(skeleton.startLine, skeleton.endLine)
        gatherDefinitions(lines, in: containers)
      case .heading:
        let start = text(skeleton.startLine, in: containers)
        guard BlockBuilder.hashHeadingContent(bytes, start) == nil else { continue }
        gatherDefinitions(underlinedLines(skeleton.startLine, in: containers), in: containers)
      default: break
      }
    }
  }

  /// Only a text that starts with a bracket can hold definitions.
  private mutating func gatherDefinitions(
    _ lines: ClosedRange<Int>, in containers: [Container]
  ) {
    let start = text(lines.lowerBound, in: containers)
    guard start.first.map({ bytes[$0] }) == Byte.openingBracket else { return }
    references.add(runningText(lines, in: containers), context: &inlineContext)
  }
}
