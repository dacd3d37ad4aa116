import CCMarkGFM
import ClientEmitter
import Diagnostics
import Foundation
import GenerationPipeline
import MarkdownTree
import PageFacts

/// Measures the stages against cmark-gfm on the same bytes in the same run, as a ratio: a machine that
/// is twice as slow gives the same numbers.
@main enum Benchmarks {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "docs-input"
    let pages = try pages(below: folder)
    let bytes = pages.reduce(0) { $0 + $1.bytes.count }
    print("\(pages.count) pages, \(bytes) bytes below \(folder); best of \(runs) runs")

    let reference = best { for page in pages { parse(page.bytes) } }
    print(line("cmark-gfm: parse", reference, reference))
    let tree = best { for page in pages { _ = MarkdownReader.read(SourceFile(page)) } }
    print(line("Markdown tree", tree, reference))
    let facts = best { for page in pages { _ = PageReading(page, labels: .builtIn) } }
    print(line("page facts", facts, reference))
    let readings = pages.map { PageReading($0, labels: .builtIn) }
    let model = best { _ = Generation(readings) }
    print(line("model", model, reference))
    let generation = Generation(readings)
    let emitted = best { _ = generation.client(.init()) }
    print(line("Swift", emitted, reference))
  }

  private static let runs = 5

  private static func best(_ work: () -> Void) -> Duration {
    let clock = ContinuousClock()
    return (0..<runs).map { _ in clock.measure(work) }.min() ?? .zero
  }

  private static func line(_ name: String, _ time: Duration, _ reference: Duration) -> String {
    let ratio = time / reference
    let milliseconds = time / .milliseconds(1)
    let padded = name.padding(toLength: 20, withPad: " ", startingAt: 0)
    return padded + String(format: "%9.2f ms %8.1f ×", milliseconds, ratio)
  }

  private static func pages(below folder: String) throws -> [PageInput] {
    let root = URL(filePath: folder)
    var pages: [PageInput] = []
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init()
    where path.hasSuffix(".md") {
      let data = try Data(contentsOf: root.appending(path: path))
      pages.append(PageInput(path: path, page: path, bytes: [UInt8](data)))
    }
    return pages.sorted { $0.page < $1.page }
  }

  /// What any program on cmark-gfm does at least.
  private static func parse(_ bytes: [UInt8]) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    cmark_node_free(cmark_parser_finish(parser))
  }
}

extension SourceFile {
  init(_ page: PageInput) { self.init(path: page.path, bytes: page.bytes) }
}
