import FlowServiceDouble
import Foundation

/// The folder of the whole project.
let projectFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "../../../.."
).standardizedFileURL

extension Catalog {
  /// What the pages of this project say.
  static let documented = Result {
    try Catalog(modelFolder: projectFolder.appending(path: "Generated/model"))
  }
}

extension DoubleSettings {
  /// Runs that end soon, however long it takes: they go on with each second look.
  static var quick: DoubleSettings {
    var settings = DoubleSettings()
    settings.runStep = .seconds(3_600)
    settings.looksPerRunStep = 2
    return settings
  }
}

/// A double that runs as long as a closure.
func withDouble<Result: Sendable>(
  _ settings: DoubleSettings = .quick,
  _ body: @escaping @Sendable (_ baseURL: String, _ control: DoubleControl) async throws -> Result
) async throws -> Result {
  let server = DoubleServer(settings: settings, catalog: try Catalog.documented.get())
  return try await server.whileRunning { try await body($0, server.control) }
}
