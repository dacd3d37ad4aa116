import Foundation
import TestSupport
import Testing

/// What the pages of the documentation refer to.
@Suite("The pages of the documentation") struct DocumentationPageTests {
  @Test("link to files and headings that are there") func links() throws {
    var count = 0
    for page in try DocumentationPage.pages() {
      for (number, text) in page.prose {
        for part in text.components(separatedBy: "](").dropFirst() {
          let target = String(part.prefix { $0 != ")" })
          if target.contains("://") { continue }
          count += 1
          #expect(try Self.exists(target, from: page), "\(page.path):\(number): \(target)")
        }
      }
    }
    #expect(count > 30)
  }

  @Test("name commands and options that the tool has") func commands() throws {
    var help: [String: String] = [:]
    var count = 0
    for command in try Self.commands() where command.words[0] == "connectorgen" {
      count += 1
      guard command.words.count > 1, !command.words[1].hasPrefix("-") else { continue }
      let name = command.words[1]
      if help[name] == nil {
        let run = try CommandRun([BuiltProducts.connectorgen, "help", name])
        help[name] =
          run.status == 0 && run.output.contains("connectorgen \(name)") ? run.output : ""
      }
      let text = help[name] ?? ""
      #expect(!text.isEmpty, "\(command.place): there is no connectorgen \(name)")
      for word in command.words.dropFirst(2) where word.hasPrefix("--") && word != "--" {
        let option = word.prefix { $0 != "=" }
        #expect(text.contains(option), "\(command.place): \(name) has no \(option)")
      }
    }
    #expect(count > 40)
  }

  @Test("name targets that the Makefile has") func targets() throws {
    let makefile = try DocumentationPage("Makefile").lines
    var count = 0
    for command in try Self.commands() where command.words[0] == "make" {
      count += 1
      for target in command.words.dropFirst() where !target.contains("=") {
        #expect(
          makefile.contains { $0.hasPrefix(target + ":") }, "\(command.place): make \(target)")
      }
    }
    #expect(count > 5)
  }

  private struct Command {
    var place: String
    var words: [String]
  }

  /// The commands of all shell fences, without their comments and without what follows them.
  private static func commands() throws -> [Command] {
    var commands: [Command] = []
    for fence in try DocumentationPage.pages().flatMap(\.fences) where fence.language == "sh" {
      for (index, line) in fence.lines.enumerated() {
        let words = line.split(separator: " ").prefix { !["#", "|", "&&", ">"].contains($0) }
        guard !words.isEmpty else { continue }
        commands.append(
          Command(place: "\(fence.path):\(fence.line + index)", words: words.map(String.init)))
      }
    }
    return commands
  }

  /// Whether a link leads somewhere.
  private static func exists(_ target: String, from page: DocumentationPage) throws -> Bool {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = (page.path as NSString).deletingLastPathComponent
    let path =
      parts[0].isEmpty
      ? page.path : ((folder as NSString).appendingPathComponent(String(parts[0])))
    let url = SharedFolder.project.appending(path: path).standardizedFileURL
    guard url.path.hasPrefix(SharedFolder.project.standardizedFileURL.path + "/"),
      FileManager.default.fileExists(atPath: url.path)
    else { return false }
    guard parts.count > 1 else { return true }
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    return text.split(separator: "\n").contains { line in
      line.hasPrefix("#") && anchor(of: line.drop { $0 == "#" || $0 == " " }) == parts[1]
    }
  }

  /// What a heading is called in links: `## Sent again?` is `sent-again`.
  private static func anchor(of heading: Substring) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || "- _".contains($0) }
      .replacing(" ", with: "-")
  }
}
