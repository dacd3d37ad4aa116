import Foundation
import TestSupport
import Testing

@Suite("Usage") struct UsageTests {
  static let commands = [
    "generate", "check", "watch", "add", "inspect", "model", "lint", "diff", "report", "curl",
    "explain", "rules",
  ]

  /// The command with as many operands as it must have.
  static func arguments(_ command: String, _ operand: String) -> [String] {
    command == "diff" ? [command, operand, operand] : [command, operand]
  }

  @Test(
    "every command has help with examples, a version and the common options",
    arguments: commands)
  func common(command: String) throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let help = try fixture.run(command, "--help")
    #expect(help.status == 0)
    let head = help.output.components(separatedBy: "USAGE:")[0]
    let examples = head.components(separatedBy: "EXAMPLES\n").dropFirst().joined()
    #expect(examples.contains("connectorgen \(command)"))
    for option in ["--config", "--jobs", "--quiet", "--color", "--version", "--help"] {
      #expect(help.output.contains(option), "\(command) has no \(option)")
    }
    #expect(try fixture.run(command, "--version").output == "0.1.0\n")
    let color = try fixture.run(command, "--color", "sometimes")
    #expect(color.status == 64)
    #expect(color.errors.contains("'auto', 'always' or 'never'"))
    #expect(try fixture.run(command, "--jobs", "0").status == 64)
    let unknown = try fixture.run(Self.arguments(command, "something") + ["--qiet"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("Did you mean '--quiet'?"))
  }

  @Test("a configuration that is not there is an error", arguments: commands.dropLast(2))
  func configuration(command: String) throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let run = try fixture.run(Self.arguments(command, samplePath) + ["--config", "nowhere.yaml"])
    #expect(run.status == 2)
    #expect(run.errors.contains("nowhere.yaml: cannot be read"))
  }

  @Test("an unknown command is told, and what was meant") func unknownCommand() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let run = try fixture.run("genrate")
    #expect(run.status == 64)
    #expect(run.errors.contains("There is no command 'genrate'. Did you mean 'generate'?"))
    #expect(run.output == "")
    let page = try fixture.run("page.md")
    #expect(page.status == 64)
    #expect(page.errors.contains("There is no command 'page.md'.\n"))
    let option = try fixture.run("--quiet", "lint")
    #expect(option.status == 64)
    #expect(option.errors.contains("Write the command before its options"))
  }

  @Test("unknown keys of the configuration") func unknownKey() throws {
    let fixture = try Fixture([samplePath: samplePage, "connectorgen.yaml": "acess: public\n"])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("connectorgen.yaml:1:1: error:"))
    #expect(run.errors.contains("did you mean \"access\"?"))
  }

  @Test("colour only where it is asked for or a terminal takes it") func color() throws {
    let fixture = try Fixture(["page.md": "```json\n{\"a\": 1,}\n```\n"])
    defer { fixture.folder.remove() }
    for command in ["lint", "inspect"] {
      #expect(!(try fixture.run(command, "page.md").output.contains("\u{1B}[")))
      let always = try fixture.run(command, "page.md", "--color", "always")
      #expect(always.output.contains("\u{1B}["))
    }
  }

  @Test("on a terminal", .enabled(if: Terminal.canBeMade)) func terminal() throws {
    let fixture = try Fixture(["page.md": "```json\n{\"a\": 1,}\n```\n"])
    defer { fixture.folder.remove() }
    func run(_ environment: [String: String]) throws -> String {
      let terminal = try Terminal()
      let process = Process()
      process.executableURL = URL(filePath: BuiltProducts.connectorgen)
      process.arguments = ["lint", "page.md"]
      process.currentDirectoryURL = fixture.folder.url
      process.environment = environment
      process.standardOutput = terminal.output
      try process.run()
      process.waitUntilExit()
      return terminal.read()
    }
    #expect(try run(["TERM": "xterm"]).contains("\u{1B}[1;31m"))
    for environment in [["TERM": "dumb"], ["TERM": "xterm", "NO_COLOR": "1"]] {
      let text = try run(environment)
      #expect(text.contains("[malformed-json]"))
      #expect(!text.contains("\u{1B}["))
    }
  }

  @Test("quiet says nothing") func quiet() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate", "--quiet")
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
  }
}
