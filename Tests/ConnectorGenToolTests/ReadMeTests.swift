import Foundation
import TestSupport
import Testing

@Suite("README") struct ReadMeTests {
  @Test("its excerpts are lines of the files that they are said to be of") func excerpts() throws {
    let text = try String(
      contentsOf: SharedFolder.project.appending(path: "README.md"), encoding: .utf8)
    let mark = "<!-- excerpt of "
    var count = 0
    for part in text.components(separatedBy: mark).dropFirst() {
      let path = part.prefix { $0 != " " }
      let file = try String(
        contentsOf: SharedFolder.project.appending(path: String(path)), encoding: .utf8)
      let lines = Set(file.split(separator: "\n"))
      let fence = part.components(separatedBy: "```")[1].split(separator: "\n").dropFirst()
      for line in fence {
        count += 1
        #expect(lines.contains(line), "\(path) has no line \(line)")
      }
    }
    #expect(count > 5)
  }

  /// The pages of the documentation, by their path below the project.
  private static var documents: [String] {
    let project = SharedFolder.project
    let names = (try? FileManager.default.contentsOfDirectory(atPath: project.path + "/docs")) ?? []
    return ["README.md", "CONTRIBUTING.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
  }

  @Test("links lead to files that are there", arguments: documents)
  func links(document: String) throws {
    let file = SharedFolder.project.appending(path: document)
    let text = try String(contentsOf: file, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)#\s]+)[^)]*\)/) {
      let link = String(match.1)
      guard !link.contains("://"), link != "…" else { continue }
      let target = file.deletingLastPathComponent().appending(path: link).path
      #expect(FileManager.default.fileExists(atPath: target), "\(document) links to \(link)")
    }
  }

  @Test(
    "commands that documents show have the options that are shown",
    arguments: documents + ["docs/workflows/regenerate.yml"])
  func commands(document: String) throws {
    let reference = try CommandRun([BuiltProducts.connectorgen, "manual", "--markdown"]).output
    var options: [Substring: Set<Substring>] = [:]
    let sections = reference.components(separatedBy: "\n## ")
    for section in sections {
      let name = section.prefix { $0 != "\n" }.split(separator: " ").last ?? ""
      options[name] = Set(section.matches(of: /--[a-z][a-z-]*/).map(\.0))
    }
    let common = options["commands"] ?? []
    let text = try String(
      contentsOf: SharedFolder.project.appending(path: document), encoding: .utf8
    ).replacing("\\\n", with: " ")
    var count = 0
    for match in text.matches(of: /connectorgen ([a-z]+)((?: +[^|`\n]+)?)/) {
      guard let known = options[match.1] else { continue }
      count += 1
      let shown = match.2.split(separator: " #").first ?? ""
      for option in shown.matches(of: /--[a-z][a-z-]*/).map(\.0) {
        #expect(known.contains(option) || common.contains(option), "\(document): \(match.0)")
      }
    }
    // Where nothing is found, nothing is tested.
    #expect(count > 0 || document != "README.md")
  }

  @Test("the page of all rules is what the rules say") func rules() throws {
    let run = try CommandRun([BuiltProducts.connectorgen, "rules", "--markdown"])
    let page = try String(
      contentsOf: SharedFolder.project.appending(path: "docs/rules.md"), encoding: .utf8)
    #expect(run.output == page, "make rules writes it anew")
  }
}
