import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("connectorgen.yaml") struct ConfigurationFileTests {
  /// A page with mistakes: an ID with a digit too many, a field's name in a table, a scheme.
  private static let brokenPage = samplePage(
    about: "Broken", id: "5e12a6e8-1a56-4b9f-9c1d-7f3f1b0f7a111"
  ).replacing("| `port` | (Opt", with: "| `prot` | (Opt")
    .replacing("'https://platform", with: "'http://platform")
  private static let brokenPath = samplePath.replacing("example.md", with: "broken.md")
  private static let right = "5e12a6e8-1a56-4b9f-9c1d-7f3f1b0f7a11"
  private static let url = "http://platform.adobe.io/data/foundation/flowservice/connections"

  /// All four kinds of what is said from outside the pages.
  private static let everything = """
    calls: Calls
    names:
      sources:
        Example: Sample
      fields:
        host: server
        Broken:
          auth.params.password: passphrase
      operations:
        POST /connections: connect
        databases/example:
          POST /connections: open
    types:
      port: json
    overlays:
      - page: docs-input/**/broken.md
        subject: connectionSpec.id
        value: \(right)
        reason: the ID has a digit too many
      - page: docs-input/**/broken.md
        subject: prot
        rule: documented-but-unused-field
        value: port
      - page: docs-input/**/broken.md
        subject: POST \(url)
        value: \(url.replacing("http:", with: "https:"))
      - page: docs-input/**/broken.md
        subject: default of port
        value: 23

    """

  private func fixture(_ configuration: String = Self.everything) throws -> Fixture {
    try Fixture([
      samplePath: samplePage, Self.brokenPath: Self.brokenPage, "connectorgen.yaml": configuration,
    ])
  }

  private func text(_ fixture: Fixture, _ path: String) throws -> String {
    String(decoding: try fixture.snapshot("Generated")[path] ?? Data(), as: UTF8.self)
  }

  @Test("a source gets the name that the configuration gives it") func sourceName() throws {
    let fixture = try fixture("names:\n  sources:\n    Example: Sample\n")
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try fixture.snapshot("Generated")["Sources/Databases/Sample.swift"] != nil)
  }

  @Test("names, types and overlays are in all that is generated") func generated() throws {
    let fixture = try fixture()
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try fixture.run("check").status == 0)
    let api = try text(fixture, "API.txt")
    for line in [
      "Sample.open(", "Broken.connect(", "Connections.connect(",
      "Sample.BasicAuthentication.server: String {", "Broken.BasicAuthentication.server: String {",
      "Broken.BasicAuthentication.passphrase: Secret<String> {",
      "Sample.BasicAuthentication.password: Secret<String> {",
      "Broken.BasicAuthentication.port: JSONValue? {",
    ] {
      #expect(api.contains("\n" + line), "\(line)")
    }
    let source = try text(fixture, "Sources/Databases/Broken.swift")
    #expect(source.contains("id: \"\(Self.right)\""))
    #expect(source.contains("7f3f1b0f7a111`. The reason: the ID has a digit too many."))
    #expect(source.contains("The service assumes `23` without it."))
    #expect(source.contains("Corrected: `default of port` is `23`, while the page says `22`."))
    let calls = try text(fixture, "Calls/CreateDatabasesBrokenPage.swift")
    #expect(calls.contains("Broken.connect("))
    #expect(calls.contains("passphrase: \"{PASSWORD}\""))
    let model = try text(fixture, "model/sources/databases/broken.json")
    #expect(model.contains("\"documented\": \"prot\""))
    #expect(model.contains("\"reason\": \"the ID has a digit too many\""))
    #expect(try fixture.run("model", "--quiet").output.contains("\"documented\": \"prot\""))
    // The pages are as they were, and so is what they say.
    let facts = try fixture.run("inspect", "--format", "json", Self.brokenPath)
    #expect(facts.output.contains("7f3f1b0f7a111") && facts.output.contains("\"prot\""))
    #expect(facts.output.contains("invalid-uuid"))
    let shown = try fixture.run("inspect", Self.brokenPath)
    #expect(shown.output.contains("name of prot is port, while the page says prot"))
  }

  @Test(
    "what is generated with all of it compiles, with the calls", arguments: ["public", "package"])
  func compiles(access: String) throws {
    let fixture = try fixture(Self.everything + "access: \(access)\nmodule: Client\n")
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate", "--quiet").status == 0)
    let options = """
      -swift-version 6 -warnings-as-errors -enable-upcoming-feature ExistentialAny \
      -enable-upcoming-feature MemberImportVisibility \
      -enable-upcoming-feature InternalImportsByDefault -package-name p -I \(BuiltProducts.modules)
      """
    let run = try fixture.shell(
      """
      cd Generated && swiftc \(options) -parse-as-library -module-name Client -emit-module \
      -emit-module-path ../Client.swiftmodule $(find . -name '*.swift' -not -path './Calls/*') && \
      swiftc \(options) -I .. -module-name Calls -typecheck Calls/*.swift
      """, seconds: 300)
    #expect(run.status == 0, "\(run.errors)\(run.output)")
  }

  @Test("what overlays settle is counted and not shown") func settled() throws {
    let fixture = try fixture("{}")
    defer { fixture.folder.remove() }
    let before = try fixture.run("lint")
    #expect(before.status == 1)
    #expect(before.output.contains("2 errors, 2 warnings in 1 of 2 pages"))
    try fixture.folder.write(Self.everything, to: "connectorgen.yaml")
    let after = try fixture.run("lint")
    #expect(after.status == 0, "\(after.output)")
    #expect(after.output == "no findings in 2 pages (4 corrected)\n")
  }

  @Test("overlays that correct nothing any more are told at their place") func stale() throws {
    let fixture = try fixture(
      """
      overlays:
        - page: docs-input/**/broken.md
          subject: default of prot
          value: 22
        - page: docs-input/**/broken.md
          subject: default of prott
          value: 23
        - page: docs-input/gone.md
          subject: source.name
          value: Gone

      """)
    defer { fixture.folder.remove() }
    let run = try fixture.run("lint", "--fail-on", "never")
    let lines = run.output.split(separator: "\n").filter { $0.hasPrefix("connectorgen.yaml:") }
    #expect(
      lines == [
        "connectorgen.yaml:3:14: warning: \(Self.brokenPath) says so itself [stale-overlay]",
        "connectorgen.yaml:6:14: warning: \(Self.brokenPath) has no `default of prott` [stale-overlay]",
        "connectorgen.yaml:9:14: warning: no page matches docs-input/gone.md [stale-overlay]",
      ])
    #expect(run.output.contains("did you mean \"default of prot\"?"))
    // Only somebody who reads all pages can tell that one is gone.
    let part = try fixture.run("lint", samplePath)
    #expect(!part.output.contains("stale-overlay"), "\(part.output)")
    #expect(try fixture.run("generate").status == 0)
  }

  @Test("a page that is changed to something else is told, and what it says counts")
  func changedPage() throws {
    let overlay = """
      overlays:
        - page: docs-input/**/broken.md
          subject: default of prot
          documented: 22
          value: 23
          reason: tried out

      """
    let fixture = try fixture(overlay)
    defer { fixture.folder.remove() }
    func source() throws -> String { try text(fixture, "Sources/Databases/Broken.swift") }
    #expect(try fixture.run("generate").status == 0)
    #expect(try source().contains("The service assumes `23` without it."))
    #expect(try !fixture.run("lint", "--fail-on", "never").output.contains("stale-overlay"))
    try fixture.folder.write(Self.brokenPage.replacing("`22`", with: "`24`"), to: Self.brokenPath)
    let run = try fixture.run("lint", "--fail-on", "never", Self.brokenPath)
    let lines = run.output.split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("connectorgen.yaml:") })
    #expect(line.hasPrefix("connectorgen.yaml:3:14: warning: \(Self.brokenPath):"), "\(line)")
    #expect(
      line.hasSuffix(
        " says \"24\" now, while the overlay corrects 22 [stale-overlay]"), "\(line)")
    #expect(run.output.contains("or else write `documented: \"24\"`"))
    #expect(try fixture.run("generate").status == 0)
    #expect(try source().contains("The service assumes `24` without it."))
    #expect(try !source().contains("Corrected"))
    // As the advice says.
    try fixture.folder.write(
      overlay.replacing("documented: 22", with: "documented: \"24\""), to: "connectorgen.yaml")
    #expect(try !fixture.run("lint", "--fail-on", "never").output.contains("stale-overlay"))
    #expect(try fixture.run("generate").status == 0)
    #expect(
      try source().contains("`default of prot` is `23`, while the page says `24`."))
  }

  @Test("diff tells what a page says below an overlay") func changeBelow() throws {
    let overlay = "overlays: [{page: 'docs-input/**', subject: default of prot, value: 23}]\n"
    let fixture = try fixture(overlay)
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate").status == 0)
    #expect(try fixture.run("diff", "Generated", "docs-input").output == "no changes\n")
    try fixture.folder.write(Self.brokenPage.replacing("`22`", with: "`24`"), to: Self.brokenPath)
    let run = try fixture.run("diff", "Generated", "docs-input", "--fail-on", "breaking")
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        """
            · the page says something else of `default of prot`, which an overlay corrects \
        [corrections-changed]
              \(Self.brokenPath):13
              - 22
              + 24

        """), "\(run.output)")
    try fixture.folder.write("{}", to: "connectorgen.yaml")
    let gone = try fixture.run("diff", "Generated", "docs-input", "--fail-on", "never")
    #expect(gone.output.contains("[default-changed: wire]"), "\(gone.output)")
    #expect(gone.output.contains("no overlay corrects `default of prot` any more"))
  }

  @Test("what cannot be applied is refused, and nothing is written") func refused() throws {
    let fixture = try fixture("types:\n  auth.params.port: string\n")
    defer { fixture.folder.remove() }
    for command in ["generate", "check"] {
      let run = try fixture.run(command)
      #expect(run.status == 2)
      #expect(run.errors.contains("connectorgen.yaml:2:3: error: "))
      #expect(run.errors.contains("\(Self.brokenPath):40:"), "\(run.errors)")
      #expect(run.errors.contains("[type-contradicted]"))
    }
    #expect(try fixture.snapshot("Generated").isEmpty)
    let model = try fixture.run("model")
    #expect(model.status == 2)
    #expect(model.output == "")
    #expect(model.errors.contains("[type-contradicted]"))
    try fixture.folder.write("old", to: "report.html")
    let report = try fixture.run("report")
    #expect(report.status == 2)
    #expect(report.errors.contains("[type-contradicted]"))
    #expect(report.errors.contains("report.html is left as it was"))
    #expect(try fixture.folder.read("report.html") == "old")
    let shown = try fixture.run("inspect", Self.brokenPath)
    #expect(shown.status == 2)
    #expect(shown.output.contains("Broken"))
    try fixture.folder.write(
      "overlays: [{page: \(samplePath), subject: auth, value: x}]\n", to: "connectorgen.yaml")
    let overlay = try fixture.run("generate")
    #expect(overlay.status == 2)
    #expect(overlay.errors.contains("[overlay-refused]"), "\(overlay.errors)")
    #expect(try fixture.run("lint").output.contains("[overlay-refused]"))
  }

  @Test("a subject that only a finding has is refused") func subjectOfFinding() throws {
    let page = samplePage.replacing("| `auth.params.host` | The host. |\n", with: "")
    let fixture = try Fixture([
      samplePath: page,
      "connectorgen.yaml":
        "overlays: [{page: \(samplePath), subject: POST, value: x}]\n",
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("lint", "--fail-on", "never")
    #expect(run.output.contains("has no `POST` [stale-overlay]"), "\(run.output)")
  }

  @Test("names for nothing are told with what may be meant") func unmatched() throws {
    let fixture = try fixture(
      """
      names:
        sources:
          Exmaple: Sample
        fields:
          hots: server
          Brokne:
            host: server
        operations:
          POST /conections: connect
      types:
        auth.params.prt: integer

      """)
    defer { fixture.folder.remove() }
    let run = try fixture.run("lint", "--fail-on", "never")
    for (line, meant) in [
      (3, "Example"), (5, "host"), (7, "Broken"), (9, "POST /connections"),
      (11, "auth.params.port"),
    ] {
      #expect(run.output.contains("\nconnectorgen.yaml:\(line):") || line == 3, "\(run.output)")
      #expect(run.output.contains("did you mean \"\(meant)\"?"), "\(meant)")
    }
    #expect(run.output.components(separatedBy: "[unmatched-configuration]").count == 6)
  }

  @Test("diff takes each revision with its own configuration") func revisions() throws {
    let fixture = try fixture()
    defer { fixture.folder.remove() }
    let commit = try fixture.shell(
      """
      git init --quiet && git add --all && \
      git -c user.name=A -c user.email=a@example.com commit --quiet --message A
      """)
    #expect(commit.status == 0, "\(commit.errors)")
    #expect(try fixture.run("diff", "git:HEAD", "docs-input").output == "no changes\n")
    try fixture.folder.write(
      Self.everything.replacing("host: server", with: "host: address")
        .replacing("value: 23", with: "value: 24"), to: "connectorgen.yaml")
    let run = try fixture.run("diff", "git:HEAD", "docs-input", "--fail-on", "never")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Sample.BasicAuthentication.address"), "\(run.output)")
    #expect(run.output.contains("[default-changed: wire]"), "\(run.output)")
    try fixture.folder.write("types: {port: string}\n", to: "connectorgen.yaml")
    let refused = try fixture.run("diff", "git:HEAD", "docs-input")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("[type-contradicted]"))
  }

  @Test("watch takes a changed overlay, and writes nothing while one cannot be applied")
  func watch() throws {
    let fixture = try fixture()
    defer { fixture.folder.remove() }
    let run = try fixture.shell(
      """
      "$TOOL" watch >log 2>&1 & watch=$!
      wait_for() { for i in $(seq 300); do [ $(wc -l <log) -ge $1 ] && return; sleep 0.1; done; }
      wait_for 1; sed 's/value: 23/value: 24/' connectorgen.yaml >new; mv new connectorgen.yaml
      wait_for 2; grep -c 'assumes `24`' Generated/Sources/Databases/Broken.swift
      sed 's/port: json/port: string/' connectorgen.yaml >new; mv new connectorgen.yaml
      for i in $(seq 300); do grep -q 'left as it was' log && break; sleep 0.1; done
      kill -INT $watch; wait $watch; cat log
      """, seconds: 120)
    #expect(run.output.hasPrefix("1\n"), "\(run.output)")
    #expect(run.output.contains("the configuration cannot be applied; Generated is left as it was"))
    #expect(run.output.contains("4 corrected"))
  }

  @Test("add shows a page with the overlays of its place") func add() throws {
    let fixture = try Fixture([
      samplePath: samplePage, "broken.md": Self.brokenPage,
      "connectorgen.yaml": Self.everything,
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("add", "broken.md", "--to", "databases")
    #expect(run.output.contains("(4 corrected)"), "\(run.output)")
  }

  @Test("a configuration elsewhere names paths from its own folder") func folder() throws {
    let fixture = try Fixture(["sub/" + samplePath: samplePage, "sub/a.yaml": "jobs: 1\n"])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate", "--config", "sub/a.yaml")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try fixture.snapshot("sub/Generated")["API.txt"] != nil)
    try fixture.folder.write("exclude: ['docs-input/**']\n", to: "sub/a.yaml")
    let empty = try fixture.run("lint", "--config", "sub/a.yaml")
    #expect(empty.status == 2)
    #expect(empty.errors.contains("sub/a.yaml: no page matches"))
  }

  @Test("the examples of the rules do what they say", arguments: Rule.configurationUseRules)
  func ruleExamples(rule: Rule) throws {
    let fixture = try Fixture(["docs-input/sources/tutorials/api/create/databases/sample.md": ""])
    defer { fixture.folder.remove() }
    let page = samplePage.replacing("Example", with: "Sample")
    for (example, isBad) in [(rule.badExample, true), (rule.goodExample, false)] {
      try fixture.folder.write(page, to: "docs-input/sample.md")
      try fixture.folder.write(example, to: "connectorgen.yaml")
      let run = try fixture.run("lint", "--fail-on", "never")
      #expect(run.output.contains("[\(rule.identifier)]") == isBad, "\(run.output)\(run.errors)")
    }
  }
}
