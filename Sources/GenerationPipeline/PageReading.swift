package import Diagnostics
import Linting
package import MarkdownTree
package import PageFacts

/// A page with all that was read out of it.
package struct PageReading: Sendable {
  package var document: MarkdownDocument
  /// What the page says.
  package var facts: PageFacts
  /// What is right, where overlays of the configuration are about the page.
  package var corrected: CorrectedFacts?
  /// The overlays that are about the page, in the order of the corrected facts' outcomes: indices
  /// in the configuration.
  package var overlays: [Int]

  package var source: SourceFile { document.source }

  /// What the client is made of.
  package var usedFacts: PageFacts { corrected?.facts ?? facts }

  /// - Parameter overlays: those of all pages.
  package init(_ input: PageInput, labels: Labels, overlays: [Overlay] = []) {
    let source = SourceFile(path: input.path, bytes: input.bytes)
    document = MarkdownReader.read(source)
    let path = Fingerprint.canonical(input.place ?? input.path)
    self.overlays = overlays.indices.filter { overlays[$0].page.matches(path) }
    (facts, corrected) = PageReader.read(
      document, page: input.page, labels: labels, overlays: self.overlays.map { overlays[$0] })
  }

  /// The same without what is said from outside the page.
  package var documented: PageReading {
    var copy = self
    copy.corrected = nil
    copy.overlays = []
    return copy
  }
}

extension PageReading {
  /// Reads pages on up to `jobs` tasks; the result is in the order of `inputs` whatever their number.
  package static func readAll(
    _ inputs: [PageInput], labels: Labels, overlays: [Overlay] = [], jobs: Int
  ) async -> [PageReading] {
    var readings: [PageReading?] = Array(repeating: nil, count: inputs.count)
    await withTaskGroup(of: (Int, PageReading).self) { group in
      var next = 0
      func start() {
        guard next < inputs.count else { return }
        let index = next
        next += 1
        group.addTask {
          (index, PageReading(inputs[index], labels: labels, overlays: overlays))
        }
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
