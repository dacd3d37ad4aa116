import FlowServiceRuntime
import Foundation

/// A request of a page, as arguments of curl.
struct DocumentedCommand: Sendable, CustomStringConvertible {
  /// The page and the line of the code block.
  var place: String
  var arguments: [String]

  var description: String { place }
}

extension DocumentedCommand {
  /// The same requests as the generator reads them, with what it mended.
  static func mended() throws -> [DocumentedCommand] {
    let folder = projectFolder.appending(path: "Generated/model/operations")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.flatMap { file in
      let data = try Data(contentsOf: folder.appending(path: file))
      let model = try JSONDecoder().decode(JSONValue.self, from: data)
      return (model["operations"]?.arrayValue ?? []).flatMap { operation in
        (operation["examples"]?.arrayValue ?? []).compactMap(Self.init(example:))
      }
    }
  }

  private init?(example: JSONValue) {
    guard let method = example["method"]?.stringValue, let url = example["url"]?.stringValue,
      let page = example["provenance"]?["page"]?.stringValue
    else { return nil }
    place = "\(page):\(example["provenance"]?["line"]?.integerValue ?? 0)"
    arguments = ["-X", method, url]
    for header in example["headers"]?.arrayValue ?? [] {
      let name = header["name"]?.stringValue ?? ""
      arguments += ["-H", name + ": " + (header["value"]?.stringValue ?? "")]
    }
    if let body = example["json"] { arguments += ["-d", body.description] }
  }
}

/// The curl commands of the pages: the code blocks as they stand, run by bash with a `curl` that
/// only writes down what it is called with.
struct DocumentedCommands {
  var commands: [DocumentedCommand] = []
  /// The blocks with `curl` in them that bash does not take, or that call it without a URL.
  var brokenBlocks: [String] = []

  init() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      """
      #!/bin/bash
      printf '%s\\0' "$@" >"$RECORD/$(ls "$RECORD" | wc -l)"
      """, to: "bin/curl")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "bin/curl").path)
    let blocks = try Self.blocks()
    for (index, block) in blocks.enumerated() {
      let record = folder.url.appending(path: "record-\(index)")
      try FileManager.default.createDirectory(at: record, withIntermediateDirectories: false)
      let run = try CommandRun(
        ["bash", "--norc"], input: block.text,
        environment: [
          "PATH": folder.path + "/bin:/usr/bin:/bin", "RECORD": record.path,
        ], seconds: 20)
      let calls = try FileManager.default.contentsOfDirectory(atPath: record.path).sorted()
      let arguments = try calls.map { call in
        try Data(contentsOf: record.appending(path: call)).split(separator: 0).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      // A missing backslash makes bash look for a command called -d.
      guard run.status == 0, !arguments.isEmpty else {
        brokenBlocks.append(block.place)
        continue
      }
      commands += arguments.map { DocumentedCommand(place: block.place, arguments: $0) }
    }
  }

  /// The code blocks that call curl.
  private static func blocks() throws -> [(place: String, text: String)] {
    let pages = projectFolder.appending(path: "docs-input")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: pages.path).sorted()
    var blocks: [(String, String)] = []
    for path in paths where path.hasSuffix(".md") {
      let text = String(decoding: try Data(contentsOf: pages.appending(path: path)), as: UTF8.self)
      var block: [Substring]?
      var start = 0
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let content = line.drop { $0 == " " }
        guard content.hasPrefix("```") else {
          block?.append(line)
          continue
        }
        if let lines = block {
          let text = lines.joined(separator: "\n")
          if text.contains("curl ") { blocks.append(("\(path):\(start)", text)) }
          block = nil
        } else {
          block = []
          start = number + 1
        }
      }
    }
    return blocks
  }
}
