import Diagnostics
import GenerationPipeline

/// What was read out of pages, kept as long as their bytes stay the same.
struct ReadingCache {
  private var readings: [PageFinder.Place: PageReading] = [:]

  /// Reads the pages that are new or changed.
  ///
  /// - Returns: the readings of all pages, the paths of those that were read now, and how many
  ///   pages of the last time are gone.
  mutating func read(
    _ pages: [PageInput], _ session: Session
  ) async -> (readings: [PageReading], changed: [String], gone: Int) {
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
    let gone = readings.keys.count { kept[$0] == nil }
    readings = kept
    return (Array(kept.values), changed.map(\.path), gone)
  }

  /// Forgets all: the words by which pages are read, or the overlays, have changed.
  mutating func clear() { readings = [:] }
}
