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

  @Test("the page of all rules is what the rules say") func rules() throws {
    let run = try CommandRun([BuiltProducts.connectorgen, "rules", "--markdown"])
    let page = try String(
      contentsOf: SharedFolder.project.appending(path: "docs/rules.md"), encoding: .utf8)
    #expect(run.output == page, "make rules writes it anew")
  }
}
