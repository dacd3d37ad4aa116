import Foundation
import TestSupport
import Testing

@Suite("connectorgen add") struct AddTests {
  private static let home = "docs-input/sources/tutorials/api/create"

  /// A project with two categories.
  private func project(_ more: [String: String] = [:]) throws -> Fixture {
    var pages = [
      samplePath: samplePage,
      "\(Self.home)/cloud-storage/bucket.md": samplePage(
        about: "Bucket", id: "0c1f8e12-7d0b-4b5c-8a9b-51f3f3a6d111"),
    ]
    pages.merge(more) { _, new in new }
    return try Fixture(pages)
  }

  private func text(_ page: String, linkingTo destination: String) -> String {
    page + "\nSee the [overview](\(destination)).\n"
  }

  @Test("says what is understood, new and missing, and writes nothing") func says() throws {
    let fixture = try project(["new.md": samplePage(about: "Fresh")])
    defer { fixture.folder.remove() }
    let before = try fixture.snapshot("docs-input")
    let run = try fixture.run("add", "new.md", "--to", "databases")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    for line in [
      "Source           Fresh (databases)", "Authentication   Basic Authentication · line",
      "host           string, required", "password       string, required, secret",
      "integer, optional", "default 22",
      "Place            \(Self.home)/databases/new.md · as --to says",
      "New              the source Fresh", "Clashes          none", "Missing          nothing",
      "add    Generated/Sources/Databases/Fresh.swift", "change Generated/API.txt",
    ] {
      #expect(run.output.contains(line), "no \(line) in\n\(run.output)")
    }
    #expect(!run.output.contains("Generated/Sources/CloudStorage"))
    #expect(try fixture.snapshot("docs-input") == before)
    #expect(try fixture.snapshot("Generated").isEmpty)
  }

  @Test("the files that it says would change are those that change") func changes() throws {
    let fixture = try project(["new.md": samplePage(about: "Fresh")])
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate").status == 0)
    let add = try fixture.run("add", "new.md", "--to", "databases", "--write")
    #expect(add.status == 0, "\(add.errors)")
    let said = add.output.split(separator: "\n").filter { $0.contains(" Generated/") }.map {
      String($0.drop { $0 == " " })
    }
    let dry = try fixture.run("generate", "--dry-run")
    #expect(!said.isEmpty)
    #expect(dry.output.split(separator: "\n").map(String.init).sorted() == said.sorted())
  }

  @Test("of a page that is there it says what changes for callers") func replaces() throws {
    let fixture = try project(["example.md": samplePage.replacing("password", with: "passPhrase")])
    defer { fixture.folder.remove() }
    let run = try fixture.run("add", "example.md", "--force")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Changes"))
    #expect(run.output.contains("(breaks source and wire)"), "\(run.output)")
    try fixture.folder.write(samplePage + "\nMore words.\n", to: "example.md")
    let same = try fixture.run("add", "example.md", "--force")
    #expect(same.output.contains("Changes          nothing for callers"), "\(same.output)")
    try fixture.folder.write(samplePage(about: "Fresh"), to: "new.md")
    #expect(!(try fixture.run("add", "new.md", "--to", "databases").output.contains("Changes")))
  }

  @Test(
    "what is no Markdown is not taken in",
    arguments: [
      ("page.html", samplePage, "its name ends in .html"), ("page.json", "{}", "ends in .json"),
      ("page.md", "\n<!DOCTYPE html>\n<title>x</title>", "is HTML"),
      ("page.md", "# A\u{0}B", "is no text"),
    ])
  func noMarkdown(name: String, text: String, reason: String) throws {
    let fixture = try project([name: text])
    defer { fixture.folder.remove() }
    let before = try fixture.snapshot("docs-input")
    let run = try fixture.run("add", name, "--to", "databases", "--write")
    #expect(run.status == 2)
    #expect(run.errors.contains("\(name): ") && run.errors.contains(reason), "\(run.errors)")
    #expect(run.output == "")
    #expect(try fixture.snapshot("docs-input") == before)
  }

  @Test(
    "a page under another ending becomes one that is found",
    arguments: ["new.txt", "new", "new.MD"])
  func ending(name: String) throws {
    let fixture = try project([name: samplePage(about: "Fresh")])
    defer { fixture.folder.remove() }
    let run = try fixture.run("add", name, "--to", "databases", "--write")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(try fixture.folder.read("\(Self.home)/databases/new.md") == samplePage(about: "Fresh"))
  }

  @Test(
    "finds the place",
    arguments: [
      ("its links", "See [it](../../../connectors/cloud-storage/fresh.md).", "new.md"),
      ("its words", "Fresh is a cloud storage. Cloud storage is good.", "new.md"),
      ("its folder", "Nothing.", "found/cloud-storage/new.md"),
      ("its path", "Nothing.", "other/sources/tutorials/api/create/cloud-storage/new.md"),
    ])
  func place(evidence: String, words: String, path: String) throws {
    let fixture = try project([path: samplePage(about: "Fresh") + "\n" + words + "\n"])
    defer { fixture.folder.remove() }
    let run = try fixture.run("add", path, "--write")
    #expect(run.status == 0, "\(evidence): \(run.output)\(run.errors)")
    #expect(try fixture.snapshot("\(Self.home)/cloud-storage").keys.contains("new.md"))
    #expect(run.output.contains("Fresh (cloud-storage)"))
  }

  @Test("finds the place by an address in the front matter, also from standard input")
  func frontMatter() throws {
    let fixture = try project()
    defer { fixture.folder.remove() }
    let page = samplePage(about: "Fresh").replacing(
      "title:",
      with: "canonical: https://example.org/sources/api-tutorials/create/databases/fresh\ntitle:")
    let run = try fixture.run("add", "-", "--write", input: page)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(try fixture.folder.read("\(Self.home)/databases/fresh.md") == page)
  }

  @Test("does not guess a place") func noPlace() throws {
    let fixture = try project(["new.md": samplePage(about: "Fresh")])
    defer { fixture.folder.remove() }
    let before = try fixture.snapshot("docs-input")
    let run = try fixture.run("add", "new.md", "--write")
    #expect(run.status == 2)
    #expect(run.output.contains("Place            not clear; say it with --to"))
    #expect(try fixture.snapshot("docs-input") == before)
  }

  @Test("clashes: specification ID, name of the source, name in Swift, place") func clashes() throws
  {
    let fixture = try project([
      "other.md": samplePage(about: "Other", id: "b7bf2577-4520-42c9-bae9-cad01560f7bc"),
      "example.md": samplePage(about: "Example", id: "8f6c2f4d-2f0e-4c61-8d8a-3d9f2f5d7777"),
    ])
    defer { fixture.folder.remove() }
    let other = try fixture.run("add", "other.md", "--to", "databases")
    #expect(other.status == 1)
    #expect(other.output.contains("is also that of"))
    #expect(other.output.contains("(sources/tutorials/api/create/databases/example.md:14)"))
    let name = try fixture.run("add", "example.md", "--to", "cloud-storage")
    #expect(name.status == 1)
    #expect(name.output.contains("Example is also the name of another source"))
    #expect(name.output.contains("another source would be called 'Example' in Swift"))
    let place = try fixture.run("add", "example.md", "--to", "databases", "--write")
    #expect(place.status == 2)
    #expect(place.output.contains("another page is at \(samplePath)\n"))
    #expect(try fixture.folder.read(samplePath) == samplePage)
    let force = try fixture.run("add", "example.md", "--to", "databases", "--write", "--force")
    #expect(force.status == 0, "\(force.output)\(force.errors)")
    #expect(try fixture.folder.read(samplePath) != samplePage)
  }

  @Test("a specName that is called after another source") func specName() throws {
    let fixture = try project([
      samplePath: samplePage.replacing("\"Basic Authentication\"", with: "\"Example login\""),
      "new.md": samplePage(about: "Fresh").replacing(
        "\"Basic Authentication\"", with: "\"Example login\""),
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("add", "new.md", "--to", "databases")
    #expect(run.status == 1)
    #expect(run.output.contains("the specName Example login is that of Example"))
  }

  @Test("what is missing") func missing() throws {
    let page = samplePage(about: "Fresh")
    let bare = page.replacing("5e12a6e8-1a56-4b9f-9c1d-7f3f1b0f7a11", with: "{SPEC_ID}")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("| `") }.joined(separator: "\n")
    let fixture = try project([
      "bare.md": bare, "prose.md": "# Create a Prose base connection\n\nNothing to send.\n",
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("add", "bare.md", "--to", "databases")
    #expect(run.output.contains("connection specification"))
    #expect(run.output.contains("words about host, password, port of Basic Authentication"))
    let prose = try fixture.run("add", "prose.md", "--to", "databases")
    #expect(prose.output.contains("Missing          "))
    #expect(!prose.output.contains("Missing          nothing"))
  }

  @Test("all of several pages or none") func several() throws {
    let fixture = try project([
      "new/a.md": samplePage(about: "First"),
      "new/example.md": samplePage(about: "Second", id: "8f6c2f4d-2f0e-4c61-8d8a-3d9f2f5d7777"),
    ])
    defer { fixture.folder.remove() }
    let before = try fixture.snapshot("docs-input")
    #expect(try fixture.run("add", "new", "--to", "databases", "--write").status == 2)
    #expect(try fixture.snapshot("docs-input") == before)
    let both = try fixture.run("add", "new", "--to", "databases", "--write", "--force")
    #expect(try fixture.snapshot("docs-input").count == before.count + 1, "\(both.output)")
    #expect(try fixture.run("add", "new", "--to", "databases/one.md").status == 64)
  }

  @Test("the first page of a project") func first() throws {
    let fixture = try Fixture(["new.md": samplePage(about: "Fresh")])
    defer { fixture.folder.remove() }
    let run = try fixture.run(
      "add", "new.md", "--to", "sources/tutorials/api/create/databases", "--write")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(try fixture.snapshot("docs-input").count == 1)
    #expect(try fixture.run("generate").status == 0)
  }
}
