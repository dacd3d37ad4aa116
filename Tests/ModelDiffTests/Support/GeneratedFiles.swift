import ClientEmitter
import ConnectorModel
import GenerationPipeline

/// All files that are written for some pages.
struct GeneratedFiles {
  var model: ConnectorModel
  private var bytes: [String: [UInt8]] = [:]

  init(_ readings: [PageReading]) {
    let generation = Generation(readings)
    model = generation.model
    let options = EmitterOptions(callModule: Self.callModule)
    for file in generation.client(options).files { bytes[file.path] = file.bytes }
  }

  static let callModule = "DocumentedCalls"

  static let readings = Task { await Pages.readings(try Pages.all(in: Pages.corpus)) }
  /// Those of the project's own pages.
  static let own = Task { GeneratedFiles(try await readings.value) }

  var paths: Set<String> { Set(bytes.keys) }

  func text(_ path: String) -> String { String(decoding: bytes[path] ?? [], as: UTF8.self) }

  /// The lines of Swift that are no comments.
  func code(_ path: String) -> [Substring] {
    text(path).split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
  }

  /// The paths of files that are not the same in both, or in one of them only.
  func differences(from other: GeneratedFiles) -> Set<String> {
    paths.union(other.paths).filter { bytes[$0] != other.bytes[$0] }
  }
}
