import Foundation

/// What this build made of the runtime library, so that emitted code can be compiled against it.
enum BuildProducts {
  struct Outcome {
    var status: Int32
    var output: String
  }

  /// The folder with the modules and objects of this build.
  static let folder: URL = {
    var url = URL(filePath: CommandLine.arguments.first ?? "/").resolvingSymlinksInPath()
    while url.path != "/" {
      let module = url.appending(path: "Modules/FlowServiceRuntime.swiftmodule")
      if FileManager.default.fileExists(atPath: module.path) { return url }
      url = url.deletingLastPathComponent()
    }
    return url
  }()

  static var exist: Bool { folder.path != "/" }

  /// The modules of this build, for a compiler's `-I`.
  static var modules: String { folder.appending(path: "Modules").path }

  /// The objects that a program with the runtime library links.
  static var objects: [String] {
    ["FlowServiceRuntime", "HTTPTypes"].flatMap { module in
      let folder = folder.appending(path: "\(module).build")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.filter { $0.hasSuffix(".swift.o") }.sorted().map {
        folder.appending(path: $0).path
      }
    }
  }

  /// Compiles sources as the package compiles `Generated`: Swift 6, warnings are errors.
  static func compile(
    _ sources: [String], to program: URL? = nil, options: [String] = []
  ) throws -> Outcome {
    var arguments = [
      "swiftc", "-swift-version", "6", "-warnings-as-errors", "-Onone",
      "-enable-upcoming-feature", "ExistentialAny",
      "-enable-upcoming-feature", "MemberImportVisibility",
      "-enable-upcoming-feature", "InternalImportsByDefault",
      "-I", modules, "-package-name", "emitted",
    ]
    arguments += options + sources
    if let program {
      arguments += ["-module-name", "Emitted", "-o", program.path] + objects
    } else {
      arguments += ["-module-name", "Emitted", "-typecheck"]
    }
    return try run(arguments)
  }

  /// Runs a command to its end, with both of its outputs in one text.
  static func run(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }
}

/// A folder that goes away with the test, unless `KEEP_EMITTED` is set.
struct TemporaryFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "emitted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Writes files with paths below the folder and returns those of them that are Swift.
  func write(_ files: [(path: String, bytes: [UInt8])]) throws -> [String] {
    var sources: [String] = []
    for file in files {
      let target = url.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: target)
      if file.path.hasSuffix(".swift") { sources.append(target.path) }
    }
    return sources
  }

  deinit {
    guard ProcessInfo.processInfo.environment["KEEP_EMITTED"] == nil else { return }
    try? FileManager.default.removeItem(at: url)
  }
}
