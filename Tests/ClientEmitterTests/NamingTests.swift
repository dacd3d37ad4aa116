import ConnectorModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ClientEmitter

@Suite struct NamingTests {
  @Test func `a taken name gets the first free number`() {
    var scope = NameScope(reserved: ["other"])
    #expect(scope.claim("basic") == "basic")
    #expect(scope.claim("basic") == "basic2")
    #expect(scope.claim("basic") == "basic3")
    #expect(scope.claim("other") == "other2")
  }

  @Test func `names side by side do not depend on their order`() {
    func names(_ texts: [String]) -> [String: String] {
      var scope = NameScope()
      return scope.claim(texts) { $0.lowercased() }
    }
    let expected = ["etag": "etag", "ETAG": "etag2", "eTag": "etag3"]
    #expect(names(["eTag", "etag", "ETAG"]) == expected)
    #expect(names(["ETAG", "eTag", "etag"]) == expected)
  }

  @Test(arguments: [
    ("Mappings", "Mapping"), ("Properties", "Property"), ("Addresses", "Address"),
    ("Boxes", "Box"), ("Searches", "Search"), ("Statuses", "Status"), ("Bases", "Base"),
    ("MappingSets", "MappingSet"), ("Data", nil), ("Status", nil), ("Class", nil),
    ("Analysis", nil), ("S", nil),
  ])
  func `a plural gives its singular`(plural: String, singular: String?) {
    #expect(TypeNaming.singular(plural) == singular)
  }

  @Test(arguments: [
    ("Basic Authentication for sftp", "SFTP", "Basic"),
    ("SSH PublicKey Authentication for sftp", "SFTP", "SSH PublicKey"),
    ("Basic Authentication for adls-gen2", "Azure Data Lake Storage Gen2", "Basic"),
    ("ConnectionString", "Snowflake", "ConnectionString"),
    ("Connection String Based Authentication", "MySQL", "Connection String"),
    ("Service Principal Key Based Authentication", "Dynamics", "Service Principal Key"),
    ("SAS URI Authentication", "Azure Blob", "SAS URI"),
    ("Snowflake Basic Authentication", "Snowflake", "Basic"),
    ("Google Ads OAuth", "Google Ads", "OAuth"),
    ("Streaming Connection", "HTTP API", "Streaming Connection"),
    ("Authentication", "X", "Authentication"), ("X", "X", "X"), ("for X", "X", "for"),
    ("", "X", ""),
  ])
  func `an authentication is named by what tells it apart`(
    specName: String, source: String, short: String
  ) {
    #expect(AuthenticationNaming.shortened(specName, source: source) == short)
  }

  @Test func `authentications of the same short name get the whole one`() {
    let source = Fixture.source(
      "databases/acme", name: "Acme",
      authentications: [
        Fixture.authentication("Basic Authentication", []),
        Fixture.authentication("Basic Authentication for acme", []),
        Fixture.authentication("Access Key", []),
      ])
    let (names, findings) = AuthenticationNaming.names(of: source, overrides: [:])
    #expect(
      names.map(\.caseName) == [
        "basicAuthentication", "basicAuthenticationForAcme", "accessKey",
      ])
    #expect(names[0].typeName == "BasicAuthentication")
    #expect(names[2].typeName == "AccessKeyAuthentication")
    #expect(findings.map(\.subject) == ["Basic Authentication", "Basic Authentication for acme"])
  }

  @Test func `sources of the same name get their category, all of them`() {
    let sources = [
      Fixture.source("crm/acme", name: "Acme"), Fixture.source("databases/acme", name: "ACME"),
      Fixture.source("databases/other", name: "Other"),
    ]
    let naming = SourceNaming(sources, module: "Module", overrides: [:])
    let names = ["crm/acme", "databases/acme"].compactMap { naming.names[$0] }
    #expect(names.map { $0.lowercased() } == ["acmecrm", "acmedatabases"])
    #expect(naming.names["databases/other"] == "Other")
    #expect(naming.findings.map(\.subject) == ["crm/acme", "databases/acme"])
    #expect(naming.findings.allSatisfy { $0.rule == .swiftNameCollision })
  }

  @Test func `a name of the configuration is taken`() {
    let naming = SourceNaming(
      [Fixture.source("databases/acme", name: "Acme")], module: "Module",
      overrides: ["databases/acme": "AcmeDB"])
    #expect(naming.names["databases/acme"] == "AcmeDB")
  }

  @Test func `an operation group leaves its name to a source`() {
    let operation = Fixture.operation(Fixture.key("GET", "/flows"), group: "flows", verb: "list")
    let naming = OperationNaming([operation], taken: ["Flows"], configured: OperationNames([]))
    #expect(naming.names[operation.key]?.group == "FlowsOperations")
  }

  @Test func `operations with the same verb are told apart by their paths`() {
    let service = "/data/foundation/connectors"
    let plain = Fixture.operation(
      Fixture.key("GET", service + "/landingzone"), group: "landingzone", verb: "retrieve")
    let credentials = Fixture.operation(
      Fixture.key("GET", service + "/landingzone/credentials"), group: "landingzone",
      verb: "retrieve")
    let naming = OperationNaming([credentials, plain], taken: [], configured: OperationNames([]))
    #expect(naming.names[plain.key]?.function == "retrieve")
    #expect(naming.names[credentials.key]?.function == "retrieveCredentials")
    #expect(naming.findings.isEmpty)
  }

  @Test(arguments: [
    ("create", "connections", "createBaseConnection"),
    ("list", "connections", "listBaseConnections"),
    ("explore", "connections", "exploreBaseConnection"),
    ("create", "sourceConnections", "createSourceConnection"),
    ("performAction", "connections", "performBaseConnectionAction"),
    ("list", "flowSpecs", "listFlowSpecs"), ("create", "mappingSets", "createMappingSet"),
  ])
  func `a source's function names verb and resource`(
    verb: String, group: String, name: String
  ) {
    #expect(OperationNaming.sourceFunction(verb: verb, group: group, detail: "") == name)
  }

  @Test func `findings point at the line of their page`() {
    let page = SourceFile(path: Fixture.page, text: "a\nbcd\ne")
    let finding = EmitterFinding(
      .swiftNameCollision, at: Fixture.provenance(2), subject: "s", "message")
    let client = EmittedClient(files: [], findings: [finding])
    #expect(client.diagnostics(of: [page])[Fixture.page]?.map(\.range) == [2..<5])
    #expect(client.diagnostics(of: []).isEmpty)
  }
}

/// The names that belong to the runtime library.
@Suite struct RuntimeNameTests {
  /// Whoever imports the client sees the runtime library's types beside it: a source of the same
  /// name would hide one of them.
  @Test func everyPublicTypeOfTheRuntimeIsReserved() throws {
    let folder = SharedFolder.project.appending(path: "Sources/FlowServiceRuntime")
    let declaration = /public (?:indirect )?(?:final )?(?:struct|enum|class|actor|protocol) (\w+)/
    var names: Set<String> = []
    for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init()
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for line in text.split(separator: "\n") {
        guard let match = try declaration.prefixMatch(in: line) else { continue }
        names.insert(String(match.1))
      }
    }
    #expect(names.count > 20)
    #expect(names.subtracting(RuntimeTypes.names).sorted() == [])
  }
}
