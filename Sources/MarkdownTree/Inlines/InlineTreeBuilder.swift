import Diagnostics

/// Turns the chain of pieces into inlines: neighbouring texts become one, offsets become places in
/// the page.
struct InlineTreeBuilder {
  let text: MappedText
  let chain: InlineChain
  private(set) var isTooDeep = false

  /// More emphasis and links than this within each other stay text.
  private static let depthLimit = 32

  init(text: MappedText, chain: InlineChain) {
    self.text = text
    self.chain = chain
  }

  mutating func build() -> [Inline] { inlines(from: chain.first, depth: 0) }

  private mutating func inlines(from first: Int, depth: Int) -> [Inline] {
    var result: [Inline] = []
    var pending: [UInt8] = []
    var pendingRange: Range<Int>?
    func flush() {
      guard let range = pendingRange else { return }
      result.append(
        Inline(
          .text(String(decoding: pending, as: UTF8.self)), range: text.sourceRange(of: range)))
      pending = []
      pendingRange = nil
    }
    func add(_ bytes: some Sequence<UInt8>, _ node: InlineChain.Node) {
      pending += bytes
      pendingRange = (pendingRange?.lowerBound ?? node.start)..<node.end
    }

    var index = first
    while index >= 0 {
      let node = chain[index]
      index = node.next
      let kind: Inline.Kind
      switch node.kind {
      case .text:
        if node.end > node.start { add(text.bytes[node.valueStart..<node.end], node) }
        continue
      case .characters(let characters):
        add(characters, node)
        continue
      case .code(let content): kind = .code(content)
      case .html: kind = .html(text.bytes.string(node.start..<node.end))
      case .softBreak: kind = .softBreak
      case .lineBreak: kind = .lineBreak
      case .emphasis, .strong, .strikethrough, .link, .image, .term:
        guard depth < InlineTreeBuilder.depthLimit else {
          isTooDeep = true
          add(text.bytes[node.start..<node.end], node)
          continue
        }
        let content = inlines(from: node.firstChild, depth: depth + 1)
        kind = InlineTreeBuilder.kind(node.kind, content)
      }
      flush()
      result.append(Inline(kind, range: text.sourceRange(of: node.start..<node.end)))
    }
    flush()
    return result
  }

  private static func kind(_ kind: InlineChain.Kind, _ content: [Inline]) -> Inline.Kind {
    switch kind {
    case .strong: .strong(content)
    case .strikethrough: .strikethrough(content)
    case .link(let destination, let title):
      .link(destination: destination, title: title, content: content)
    case .image(let source, let title): .image(source: source, title: title, content: content)
    case .term(let label): .term(label: label, content: content)
    case .emphasis, .text, .characters, .code, .html, .softBreak, .lineBreak: .emphasis(content)
    }
  }
}
