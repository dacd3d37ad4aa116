package import Foundation

/// Where this build put its products.
package enum BuiltProducts {
  /// The folder of the test bundle, `.build/debug`.
  package static let folder: URL = {
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    var folder = URL(filePath: executable).deletingLastPathComponent()
    while folder.path.count > 1 {
      let tool = folder.appending(path: "connectorgen")
      if FileManager.default.isExecutableFile(atPath: tool.path) { return folder }
      folder = folder.deletingLastPathComponent()
    }
    return SharedFolder.project.appending(path: ".build/debug")
  }()

  package static var connectorgen: String { folder.appending(path: "connectorgen").path }
}
