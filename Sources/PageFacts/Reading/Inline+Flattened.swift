import MarkdownTree

extension [Inline] {
  /// All inlines, those inside others too, in order.
  var flattened: [Inline] {
    var all: [Inline] = []
    for inline in self {
      all.append(inline)
      switch inline.kind {
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .link(_, _, let content), .image(_, _, let content), .term(_, let content):
        all += content.flattened
      default: break
      }
    }
    return all
  }
}
