import MarkdownTree

extension PageReading {
  /// Code and front matter: comments in them are text.
  var codeRanges: [Range<Int>] {
    var ranges: [Range<Int>] = document.frontMatter.map { [$0.range] } ?? []
    collect(document.blocks) { block in
      switch block.kind {
      case .fencedCode, .indentedCode: ranges.append(block.range)
      default: break
      }
    }
    return ranges
  }

  /// Fenced code and tables: a comment directly before one of them is about all of it.
  var blockRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    collect(document.blocks) { block in
      switch block.kind {
      case .fencedCode, .table: ranges.append(block.range)
      default: break
      }
    }
    return ranges
  }

  private func collect(_ blocks: [Block], _ visit: (Block) -> Void) {
    for block in blocks {
      visit(block)
      switch block.kind {
      case .list(let list): for item in list.items { collect(item.blocks, visit) }
      case .blockQuote(let blocks): collect(blocks, visit)
      case .callout(let callout): collect(callout.blocks, visit)
      case .tabs(let group): for tab in group.tabs { collect(tab.blocks, visit) }
      case .fold(let fold): collect(fold.blocks, visit)
      default: break
      }
    }
  }
}
