package import Foundation

/// The folder of ground truth beside the project, which only its developers have. Tests that use it
/// skip where it is absent.
package enum SharedFolder {
  /// The project's own folder.
  package static var project: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  package static var url: URL { project.deletingLastPathComponent().appending(path: "shared") }

  package static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }
}
