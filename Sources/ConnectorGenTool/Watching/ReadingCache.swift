import Diagnostics
import GenerationPipeline

/// What was read out of pages, kept as long as their bytes stay the same.
struct ReadingCache {
  private var readings: [PageFinder.Place: PageReading] = [:]

  /// Reads the pages that are new or changed.
  ///
  /// - Returns: the readings of all pages, and the paths of those that were read now.
  mutating func read(
    _ pages: [PageInput], _ session: Session
  ) async -> (readings: [PageReading], changed: [String]) {
    var kept: [PageFinder.Place: PageReading] = [:]
    var changed: [PageInput] = []
    for page in pages {
      let place = PageFinder.Place(path: page.path, page: page.page)
      if let known = readings[place], known.source.bytes == page.bytes {
        kept[place] = known
      } else {
        changed.append(page)
      }
    }
    for (page, reading) in zip(changed, await session.read(changed)) {
      kept[PageFinder.Place(path: page.path, page: page.page)] = reading
    }
    readings = kept
    return (Array(kept.values), changed.map(\.path))
  }

  /// Forgets all: the words by which pages are read have changed.
  mutating func clear() { readings = [:] }
}
