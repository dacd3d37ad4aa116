package import Diagnostics
package import MarkdownTree
package import PageFacts

/// A page with all that was read out of it.
package struct PageReading: Sendable {
  package var document: MarkdownDocument
  package var facts: PageFacts

  package var source: SourceFile { document.source }

  package init(_ input: PageInput, labels: Labels) {
    let source = SourceFile(path: input.path, bytes: input.bytes)
    document = MarkdownReader.read(source)
    facts = PageReader.read(document, page: input.page, labels: labels)
  }
}

extension PageReading {
  /// Reads pages on up to `jobs` tasks; the result is in the order of `inputs` whatever their number.
  package static func readAll(
    _ inputs: [PageInput], labels: Labels, jobs: Int
  ) async -> [PageReading] {
    var readings: [PageReading?] = Array(repeating: nil, count: inputs.count)
    await withTaskGroup(of: (Int, PageReading).self) { group in
      var next = 0
      func start() {
        guard next < inputs.count else { return }
        let index = next
        next += 1
        group.addTask { (index, PageReading(inputs[index], labels: labels)) }
      }
      for _ in 0..<min(max(jobs, 1), inputs.count) { start() }
      while let (index, reading) = await group.next() {
        readings[index] = reading
        start()
      }
    }
    return readings.compactMap(\.self)
  }
}
