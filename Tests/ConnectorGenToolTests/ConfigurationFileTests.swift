import TestSupport
import Testing

@Suite("connectorgen.yaml") struct ConfigurationFileTests {
  @Test("a source gets the name that the configuration gives it") func sourceName() throws {
    let fixture = try Fixture([
      samplePath: samplePage, "connectorgen.yaml": "names:\n  sources:\n    Example: Sample\n",
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try fixture.snapshot("Generated")["Sources/Databases/Sample.swift"] != nil)
  }

  @Test("what no stage acts on is refused, not passed over") func unapplied() throws {
    let fixture = try Fixture([
      samplePath: samplePage, "connectorgen.yaml": "names:\n  fields:\n    host: server\n",
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("connectorgen.yaml:3:"))
    #expect(run.errors.contains("names.fields is not applied by this version"))
    #expect(try fixture.snapshot("Generated").isEmpty)
  }
}
