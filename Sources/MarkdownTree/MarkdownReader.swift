package import Diagnostics

/// Reads a page's Markdown with the constructs of the documentation.
package enum MarkdownReader {
  package static func read(_ source: SourceFile) -> MarkdownDocument {
    let byteOrderMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var diagnostics = TextChecks.findings(in: source)
    var frontMatterReader = FrontMatterReader(source, start: byteOrderMark)
    let head = frontMatterReader.read()
    diagnostics += frontMatterReader.diagnostics

    var mask = BlockMask(
      source, firstLine: head.map { $0.closingLine + 1 } ?? 1, byteOrderMark: byteOrderMark)
    var skeleton = BlockSkeleton.read(mask.text)
    // A fence that a container or HTML hides has nothing to do with the others.
    var lines = skeleton.fenceLines
    if !mask.fenceMends.allSatisfy(lines.has) {
      mask.keepFenceMends(lines.has)
      skeleton = BlockSkeleton.read(mask.text)
      lines = skeleton.fenceLines
    }
    if !mask.fenceMends.allSatisfy(lines.has) {
      mask.keepFenceMends { _ in false }
      skeleton = BlockSkeleton.read(mask.text)
    }
    let hiding = skeleton.tagsOverMarkers(mask, source)
    if !hiding.isEmpty {
      for line in hiding.joined() { mask.hideTag(on: line) }
      skeleton = BlockSkeleton.read(mask.text)
    }
    var builder = BlockBuilder(
      source: source, mask: mask, tagLines: Set(hiding.map(\.lowerBound)),
      byteOrderMark: byteOrderMark)
    builder.gatherDefinitions(skeleton)
    let blocks = builder.blocks(skeleton.children, in: [])
    diagnostics += builder.diagnostics

    var document = MarkdownDocument(
      source: source, frontMatter: head?.0, blocks: blocks, diagnostics: [])
    diagnostics += AnchorCheck.findings(in: document)
    document.diagnostics = diagnostics.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    return document
  }
}
