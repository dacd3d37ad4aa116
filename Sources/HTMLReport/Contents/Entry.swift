import ClientEmitter
import ConnectorModel
import Diagnostics
import GenerationPipeline
import Linting
import ModelDiff
import PageFacts

/// What the report has an article and a line of the overview for: a source, a page that is about
/// no source, or a group of operations.
struct Entry {
  enum Kind: String, CaseIterable {
    case source
    case page
    case operations

    var label: String {
      switch self {
      case .source: "Sources"
      case .page: "Other pages"
      case .operations: "Operations"
      }
    }
  }

  /// One side of a comparison; the only one where nothing is compared.
  struct Side {
    /// Whether this side has the entry at all.
    var isThere = false
    var reading: PageReading?
    var file: EmittedClient.File?
    var source: Source?
    var operations: [Operation] = []
    /// What the page shows as requests and no command sends.
    var payloads: [Payload] = []
    /// The page's tables.
    var tables: [PageTable] = []
  }

  var kind: Kind
  var anchor: String
  var title: String
  /// The folder of a source, what a page is for; sorts the overview.
  var category: String
  /// Empty for what is no longer there.
  var current: Side
  var previous: Side?
  var findings: [Finding] = []
  /// What overlays of the configuration say otherwise than the page, and the findings settled by that.
  var corrections: [FactCorrection] = []
  var corrected: [Finding] = []
  var changes: [Change] = []

  /// What became of it, where there is something to compare with.
  enum State: String {
    case added
    case removed
    case changed
    case same
  }

  var state: State {
    guard let previous else { return .same }
    if !previous.isThere { return .added }
    if !current.isThere { return .removed }
    let isSame =
      changes.isEmpty && previous.file?.bytes == current.file?.bytes
      && (previous.reading == nil
        || previous.reading?.source.bytes == current.reading?.source.bytes)
    return isSame ? .same : .changed
  }

  /// The side that is described: the current one, unless all of it is gone.
  var shown: Side { state == .removed ? previous ?? current : current }

  /// A folder's name as a heading: `cloud-storage` becomes `Cloud storage`, `crm` becomes `CRM`.
  static func label(ofCategory category: String) -> String {
    let words = category.split(separator: "-").joined(separator: " ")
    guard words.count > 3 else { return words.uppercased() }
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
