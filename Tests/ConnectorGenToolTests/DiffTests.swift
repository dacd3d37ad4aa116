import Foundation
import TestSupport
import Testing

@Suite("connectorgen diff") struct DiffTests {
  /// A repository whose first commit has the sample page.
  private func repository(_ files: [String: String] = [samplePath: samplePage]) throws -> Fixture {
    let fixture = try Fixture(files)
    try git(fixture, "init", "--quiet", "--initial-branch", "main")
    try commit(fixture)
    return fixture
  }

  private func git(_ fixture: Fixture, _ arguments: String...) throws {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    let run = try CommandRun(
      ["git"] + identity + arguments, in: fixture.folder.url,
      environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"])
    try #require(run.status == 0, "\(run.errors)")
  }

  private func commit(_ fixture: Fixture) throws {
    try git(fixture, "add", "--all")
    try git(fixture, "commit", "--quiet", "--message", "Change")
  }

  private let changed = samplePage.replacing(
    "| `port` | (Optional) The port. It defaults to `22`. |",
    with: "| `port` | (Optional) The port. It defaults to `2222`. |")

  @Test("compares a revision with the work tree, and touches neither") func revision() throws {
    let fixture = try repository()
    defer { fixture.folder.remove() }
    let same = try fixture.run("diff", "git:HEAD", "docs-input")
    #expect(same.status == 0, "\(same.errors)")
    #expect(same.output == "no changes\n")
    try fixture.folder.write(changed, to: samplePath)
    let before = try fixture.snapshot(".")
    let run = try fixture.run("diff", "git:HEAD", "docs-input")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.hasPrefix("1 breaking"))
    #expect(run.output.contains("[default-changed: wire]"))
    #expect(run.output.contains("docs-input/sources/tutorials/api/create/databases/example.md:"))
    #expect(try fixture.snapshot(".") == before)
  }

  @Test("compares revisions, paths of them, pages and models") func forms() throws {
    let fixture = try repository()
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate", "--quiet").status == 0)
    try fixture.folder.write(
      try fixture.run("model", "--quiet").output, to: "old.json")
    try commit(fixture)
    let forms = [
      "docs-input", samplePath, "Generated", "Generated/model", "Generated/model/index.json",
      "old.json", "git:HEAD", "git:HEAD~1", "git:main:docs-input", "git:HEAD:Generated",
      "git:HEAD:Generated/model", "git:HEAD:Generated/model/index.json", "git:HEAD:old.json",
      "git:HEAD:./docs-input/", "git:HEAD:\(samplePath)",
    ]
    for form in forms {
      let run = try fixture.run("diff", form, "docs-input", "--fail-on", "any")
      #expect(run.status == 0, "\(form): \(run.output)\(run.errors)")
      #expect(run.output == "no changes\n", "\(form)")
    }
    try fixture.folder.write(changed, to: samplePath)
    for form in forms where form != "docs-input" && form != samplePath {
      let run = try fixture.run("diff", form, "docs-input")
      #expect(run.status == 1, "\(form): \(run.errors)")
      #expect(run.output.contains("default-changed"), "\(form)")
    }
  }

  @Test("reads a revision with its own configuration") func configuration() throws {
    let page = samplePath.replacing("docs-input", with: "pages")
    let fixture = try repository([
      page: samplePage, "connectorgen.yaml": "inputs:\n  - pages\n",
    ])
    defer { fixture.folder.remove() }
    try fixture.folder.write("inputs:\n  - docs-input\n", to: "connectorgen.yaml")
    try fixture.folder.write(samplePage, to: samplePath)
    let run = try fixture.run("diff", "git:HEAD", "docs-input", "--fail-on", "any")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    try fixture.folder.write("inputz: []\n", to: "connectorgen.yaml")
    try commit(fixture)
    try fixture.folder.write("", to: "connectorgen.yaml")
    let broken = try fixture.run("diff", "git:HEAD", "docs-input")
    #expect(broken.status == 2)
    #expect(broken.errors.contains("git:HEAD:connectorgen.yaml"))
  }

  @Test("says which input cannot be used") func badInput() throws {
    let fixture = try repository()
    defer { fixture.folder.remove() }
    try fixture.folder.write(
      try fixture.run("model", "--quiet").output.replacing("\"format\": 1", with: "\"format\": 99"),
      to: "new.json")
    try fixture.folder.write("{", to: "broken.json")
    try fixture.folder.write("", to: "empty/notes.txt")
    try fixture.folder.write(
      #"{"format": 1, "sources": ["model/gone.json"]}"#, to: "m/model/index.json")
    let cases: [(input: String, message: String)] = [
      ("git:nope", "there is no such revision"),
      ("git:", "is no revision"),
      ("git:-x", "is no revision"),
      ("git:HEAD:nowhere", "there is no such file or folder in git:HEAD"),
      ("nowhere", "there is no such file or folder"),
      ("empty", "neither a model nor a Markdown page"),
      ("new.json", "has format 99, not 1"),
      ("broken.json", "is no model"),
      ("m", "missing"),
    ]
    for (input, message) in cases {
      for arguments in [[input, "docs-input"], ["docs-input", input]] {
        let run = try fixture.run("diff", arguments[0], arguments[1])
        #expect(run.status == 2, "\(input)")
        #expect(run.output.isEmpty, "\(input)")
        #expect(run.errors.contains(message), "\(input): \(run.errors)")
      }
    }
    #expect(try fixture.run("diff", "docs-input").status == 64)
    #expect(try fixture.run("diff", "a", "b", "--fail-on", "sometimes").status == 64)
  }

  @Test("says that there is no repository or no git") func noGit() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let outside = try CommandRun(
      [BuiltProducts.connectorgen, "diff", "git:HEAD", "docs-input"], in: fixture.folder.url,
      environment: ["GIT_CEILING_DIRECTORIES": fixture.folder.url.deletingLastPathComponent().path])
    #expect(outside.status == 2)
    #expect(outside.errors.contains("in no git repository"))
    let without = try CommandRun(
      [
        "env", "PATH=\(fixture.folder.path)", BuiltProducts.connectorgen, "diff", "git:HEAD",
        "docs-input",
      ],
      in: fixture.folder.url)
    #expect(without.status == 2)
    #expect(without.errors.contains("git is not installed"))
  }

  @Test("reads revisions from a folder below the root, and pages of odd names") func below() throws
  {
    let odd = "docs-input/sources/tutorials/api/create/databases/ä b\"c.md"
    let fixture = try repository([samplePath: samplePage, odd: "# Only words\n"])
    defer { fixture.folder.remove() }
    let run = try CommandRun(
      [BuiltProducts.connectorgen, "diff", "git:HEAD:sources", "sources", "--fail-on", "any"],
      in: fixture.folder.url.appending(path: "docs-input"))
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output == "no changes\n")
  }

  @Test("accepts a change once") func accept() throws {
    let fixture = try repository()
    defer { fixture.folder.remove() }
    try fixture.folder.write(changed, to: samplePath)
    let written = try fixture.run(
      "diff", "git:HEAD", "docs-input", "--write-accepted", "accepted.jsonl")
    #expect(written.status == 1)
    let accepted = try fixture.run("diff", "git:HEAD", "docs-input", "--accept", "accepted.jsonl")
    #expect(accepted.status == 0, "\(accepted.output)\(accepted.errors)")
    #expect(accepted.output.contains("accepted"))
    #expect(accepted.errors.isEmpty)
    // Another default is another change, and the old entry is of no use any more.
    try fixture.folder.write(changed.replacing("2222", with: "2223"), to: samplePath)
    let other = try fixture.run("diff", "git:HEAD", "docs-input", "--accept", "accepted.jsonl")
    #expect(other.status == 1)
    #expect(other.errors.contains("accepted.jsonl:1: warning: there is no such change any more"))
    try fixture.folder.write("nonsense\n", to: "accepted.jsonl")
    let broken = try fixture.run("diff", "git:HEAD", "docs-input", "--accept", "accepted.jsonl")
    #expect(broken.status == 2)
    #expect(broken.errors.contains("accepted.jsonl:1"))
  }

  @Test("shows one source, and fails on what it is told to") func options() throws {
    let second = samplePath.replacing("example.md", with: "second.md")
    let fixture = try repository([
      samplePath: samplePage, second: samplePage.replacing("Example", with: "Second"),
    ])
    defer { fixture.folder.remove() }
    try fixture.folder.write(changed, to: samplePath)
    #expect(try fixture.run("diff", "git:HEAD", "docs-input", "--fail-on", "never").status == 0)
    let only = try fixture.run("diff", "git:HEAD", "docs-input", "--source", "second")
    #expect(only.status == 0)
    #expect(only.output == "no changes\n")
    for name in ["Example", "databases/example", "example"] {
      #expect(try fixture.run("diff", "git:HEAD", "docs-input", "--source", name).status == 1)
    }
    let unknown = try fixture.run("diff", "git:HEAD", "docs-input", "--source", "exampel")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean \"example\"?"))
    try fixture.folder.write(
      samplePage.replacing("The host of your server.", with: "Your host."), to: samplePath)
    #expect(try fixture.run("diff", "git:HEAD", "docs-input").status == 0)
    #expect(try fixture.run("diff", "git:HEAD", "docs-input", "--fail-on", "any").status == 1)
  }

  @Test("explains its rules") func explain() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let run = try fixture.run("explain", "became-required")
    #expect(run.status == 0)
    #expect(run.output.contains("Breaks on the wire: if it is sent."))
  }
}
