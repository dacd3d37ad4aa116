import Foundation
import PackagePlugin

/// `swift package generate-connectors`: `connectorgen generate` in the package's folder, with the
/// arguments that it was given.
@main
struct GenerateConnectors: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let process = Process()
    process.executableURL = try context.tool(named: "connectorgen").url
    process.arguments = ["generate"] + arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Failure(status: process.terminationStatus)
    }
  }
}

/// The tool has said what is wrong.
struct Failure: Error, CustomStringConvertible {
  var status: Int32

  var description: String { "connectorgen ended with the status \(status)" }
}
