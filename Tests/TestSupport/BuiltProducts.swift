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

extension BuiltProducts {
  /// The modules of this build, for a compiler's `-I`.
  package static var modules: String { folder.appending(path: "Modules").path }

  /// The objects of a target of this build, for a program that links them.
  package static func objects(of target: String) -> [String] {
    let folder = folder.appending(path: target + ".build")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".swift.o") }.sorted().map {
      folder.appending(path: $0).path
    }
  }
}
