package import Foundation

/// The Swift toolchain on PATH.
package enum Toolchain {
  /// The folder with the compiler's own modules, `…/usr/lib/swift`.
  package static func resources() throws -> URL {
    struct Target: Decodable {
      struct Paths: Decodable { var runtimeResourcePath: String }
      var paths: Paths
    }
    let information = try CommandRun(["swiftc", "-print-target-info"])
    let target = try JSONDecoder().decode(Target.self, from: Data(information.output.utf8))
    return URL(filePath: target.paths.runtimeResourcePath)
  }

  /// The documentation compiler.
  package static func docc() throws -> String {
    try resources().appending(path: "../../bin/docc").standardizedFileURL.path
  }
}
