import Foundation
import TestSupport
import Testing

@Suite("Manual page and completions") struct ManualTests {
  private static func has(_ program: String) -> Bool {
    (try? CommandRun(["sh", "-c", "command -v \(program)"]))?.status == 0
  }

  @Test("every command and option is in the manual page") func complete() throws {
    let page = try CommandRun([BuiltProducts.connectorgen, "manual"]).output
    for command in UsageTests.commands {
      #expect(page.contains(".Ss connectorgen \(command)\n"))
    }
    for option in ["output folder", "dry-run", "fail-on", "write-baseline", "config", "color"] {
      #expect(page.contains("Fl Fl \(option.split(separator: " ")[0])"))
    }
    #expect(page.contains(".Sh EXIT STATUS\n"))
  }

  @Test("mandoc finds nothing to complain about", .enabled(if: has("mandoc")))
  func mandoc() throws {
    let page = try CommandRun([BuiltProducts.connectorgen, "manual"]).output
    let lint = try CommandRun(["mandoc", "-T", "lint", "-W", "style"], input: page)
    #expect(lint.status == 0, "\(lint.output)\(lint.errors)")
    let shown = try CommandRun(["mandoc", "-T", "utf8"], input: page)
    #expect(shown.output.replacing(/.\u{8}/, with: "").contains("--write-baseline file"))
  }

  @Test("the page of all commands is what the commands say") func reference() throws {
    let run = try CommandRun([BuiltProducts.connectorgen, "manual", "--markdown"])
    let page = try String(
      contentsOf: SharedFolder.project.appending(path: "docs/commands.md"), encoding: .utf8)
    #expect(run.output == page, "make commands writes it anew")
  }

  @Test("completions are sound in each shell", arguments: ["bash", "zsh", "fish"])
  func sound(shell: String) throws {
    let script = try CommandRun(
      [BuiltProducts.connectorgen, "--generate-completion-script", shell])
    #expect(script.status == 0)
    #expect(script.output.contains("write-baseline"))
    guard Self.has(shell) else { return }
    let check = try CommandRun([shell, "-n"], input: script.output)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test(
    "bash completes commands, values and paths", .enabled(if: has("bash")),
    arguments: [
      ("insp", "inspect"), ("lint --format sa", "sarif"), ("generate --dry", "--dry-run"),
      ("inspect pag", "page.md"), ("explain malformed-j", "malformed-json"),
    ])
  func bash(line: String, expected: String) throws {
    let fixture = try Fixture(["page.md": samplePage])
    defer { fixture.folder.remove() }
    let script = """
      source <("$TOOL" --generate-completion-script bash)
      COMP_LINE='connectorgen \(line)' COMP_POINT=${#COMP_LINE}
      COMP_WORDS=(connectorgen \(line)) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      function=$(complete -p connectorgen | sed 's/.*-F \\([^ ]*\\).*/\\1/')
      "$function" connectorgen "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try CommandRun(
      ["bash", "-c", script], in: fixture.folder.url,
      environment: ["TOOL": BuiltProducts.connectorgen])
    let replies = run.output.split(separator: "\n").map {
      String($0).trimmingCharacters(in: .whitespaces)
    }
    #expect(replies.contains(expected), "\(run.output)\(run.errors)")
  }
}
