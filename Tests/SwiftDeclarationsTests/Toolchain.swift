import Foundation
import TestSupport

/// The toolchain's own programs, as judges of what is rendered.
enum Toolchain {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// A folder that is removed when the body is done.
  static func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "SwiftDeclarationsTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// Runs a program found in `PATH`.
  static func run(_ arguments: [String]) throws -> Outcome {
    try withTemporaryFolder { folder in
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = arguments
      // Files, as a pipe that nobody empties would stop the program.
      let output = folder.appending(path: "output")
      let errors = folder.appending(path: "errors")
      for file in [output, errors] {
        try Data().write(to: file)
      }
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus,
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
  }

  /// The lines in which two texts differ; empty for equal ones.
  static func difference(_ old: String, _ new: String) throws -> String {
    if old.utf8.elementsEqual(new.utf8) { return "" }
    return try withTemporaryFolder { folder in
      let files = [folder.appending(path: "rendered"), folder.appending(path: "expected")]
      try Data(old.utf8).write(to: files[0])
      try Data(new.utf8).write(to: files[1])
      return try run(["diff", "-u", files[0].path, files[1].path]).output
    }
  }

  private static var formatConfiguration: String {
    SharedFolder.project.appending(path: ".swift-format").path
  }

  /// What `swift format` makes of a text.
  static func formatted(_ text: String) throws -> Outcome {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "Sample.swift")
      try Data(text.utf8).write(to: file)
      return try run(["swift", "format", "--configuration", formatConfiguration, file.path])
    }
  }

  /// What `swift format lint --strict` says about a text.
  static func linted(_ text: String) throws -> Outcome {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "Sample.swift")
      try Data(text.utf8).write(to: file)
      return try run([
        "swift", "format", "lint", "--strict", "--configuration", formatConfiguration, file.path,
      ])
    }
  }

  /// What the compiler's parser says about a text.
  static func parsed(_ text: String) throws -> Outcome {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "Sample.swift")
      try Data(text.utf8).write(to: file)
      return try run(["swiftc", "-frontend", "-parse", "-swift-version", "6", file.path])
    }
  }

  /// What the compiler says about the types of a text.
  static func typeChecked(_ text: String) throws -> Outcome {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "Sample.swift")
      try Data(text.utf8).write(to: file)
      return try run([
        "swiftc", "-frontend", "-typecheck", "-swift-version", "6", "-parse-as-library", file.path,
      ])
    }
  }

  /// What a program prints.
  static func compiledAndRun(_ text: String) throws -> Outcome {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "main.swift")
      let program = folder.appending(path: "program")
      try Data(text.utf8).write(to: file)
      let compiled = try run(["swiftc", "-Onone", file.path, "-o", program.path])
      guard compiled.status == 0 else { return compiled }
      return try run([program.path])
    }
  }
}
