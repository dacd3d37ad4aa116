package import Foundation

/// A command that was run to its end, or to its time limit.
package struct CommandRun: Sendable {
  package var status: Int32
  package var output: String
  package var errors: String

  /// - Parameters:
  ///   - arguments: the command, found on PATH, and its arguments.
  ///   - input: what the command reads from standard input.
  ///   - environment: added to the test's own.
  ///   - seconds: after which the command is ended.
  package init(
    _ arguments: [String], in folder: URL? = nil, input: String = "",
    environment: [String: String] = [:], seconds: Double = 600
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    var variables = ProcessInfo.processInfo.environment
    variables["SWIFT_BACKTRACE"] = "enable=no"
    variables.merge(environment) { _, new in new }
    process.environment = variables
    // Files instead of pipes: nothing can fill up and hang.
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let inputFile = scratch.url.appending(path: "in")
    let outputFile = scratch.url.appending(path: "out")
    let errorFile = scratch.url.appending(path: "err")
    try Data(input.utf8).write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    let deadline = Date(timeIntervalSinceNow: seconds)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.005) }
    let isLate = process.isRunning
    if isLate { process.terminate() }
    process.waitUntilExit()
    status = isLate ? 124 : process.terminationStatus
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
  }
}

/// A folder that a test writes to.
package struct TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "connectorgen-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  package var path: String { url.path(percentEncoded: false) }

  /// Writes a file below the folder.
  package func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  package func write(_ bytes: [UInt8], to path: String) throws {
    let place = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  package func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  package func remove() {
    try? FileManager.default.removeItem(at: url)
  }
}
