import Diagnostics
import PageFacts

extension Configuration {
  /// The same with its paths and patterns as somebody outside of its folder writes them.
  ///
  /// - Parameter folder: the configuration's folder.
  package func below(_ folder: String) -> Configuration {
    guard folder != ".", !folder.isEmpty else { return self }
    func path(_ path: String) -> String {
      path.hasPrefix("/") ? path : folder + (folder.hasSuffix("/") ? "" : "/") + path
    }
    var copy = self
    copy.inputs = inputs.map { $0.below(folder) }
    copy.exclude = exclude.map { $0.below(folder) }
    copy.output = path(output)
    copy.baseline = baseline.map(path)
    for index in severities.indices {
      copy.severities[index].paths = severities[index].paths.map { $0.below(folder) }
    }
    for index in suppressions.indices {
      copy.suppressions[index].paths = suppressions[index].paths.map { $0.below(folder) }
    }
    for index in overlays.indices { copy.overlays[index].page = overlays[index].page.below(folder) }
    return copy
  }
}
