import ConnectorModel
import Diagnostics
import Foundation
import SwiftDeclarations
import Testing

@testable import ClientEmitter

/// Names that the configuration gives fields and operations.
@Suite struct ConfiguredNameTests {
  private static let create = Fixture.key("POST", "/data/foundation/flowservice/connections")

  private static func model(_ fields: [ModelProperty]) -> ConnectorModel {
    let body = Fixture.object(
      Fixture.field("name"), Fixture.field("auth", .authentication),
      Fixture.field("mappings", .array(Fixture.object(Fixture.field("id")))))
    let operation = Fixture.operation(
      create, group: "connections", verb: "create", body: body,
      response: Fixture.object(Fixture.field("id")))
    let list = Fixture.operation(
      Fixture.key("GET", "/data/foundation/flowservice/connections"), group: "connections",
      verb: "list", response: Fixture.object(Fixture.field("id")))
    let sources = ["Acme", "Other"].map { name in
      var source = Fixture.source(
        "databases/\(name.lowercased())", name: name,
        authentications: [Fixture.authentication("Basic", fields)])
      source.requests = [Fixture.request(operation, title: "Create", body: body)]
      return source
    }
    return ConnectorModel(
      sources: sources, operations: [operation, list], errorCodes: [], pages: [])
  }

  private func emit(
    _ fields: [ModelProperty] = [Fixture.field("host"), Fixture.field("port", .integer)],
    names: [FieldOverrides<String>.Entry] = [], operations: [OperationName] = []
  ) -> (api: [String], client: EmittedClient) {
    let client = ClientEmitter.emit(
      Self.model(fields),
      options: EmitterOptions(fieldNames: FieldOverrides(names), operationNames: operations))
    let bytes = client.files.first { $0.path == "API.txt" }?.bytes ?? []
    return (String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init), client)
  }

  @Test func `a field is called so wherever it is, or in one source`() {
    let (api, client) = emit(names: [
      .init("host", "server"), .init("auth.params.port", of: "Acme", "portNumber"),
    ])
    #expect(api.contains("Acme.BasicAuthentication.server: String { get set }"))
    #expect(api.contains("Other.BasicAuthentication.server: String { get set }"))
    #expect(api.contains("Acme.BasicAuthentication.portNumber: Int { get set }"))
    #expect(api.contains("Other.BasicAuthentication.port: Int { get set }"))
    #expect(client.usedFieldNames == [0, 1])
    #expect(client.findings.isEmpty)
  }

  @Test func `the type of a field is called after its name`() {
    let (api, _) = emit(names: [.init("mappings", "rules"), .init("mappings[].id", "identifier")])
    #expect(api.contains("Connections.CreateBody.rules: [Rule] { get set }"))
    #expect(api.contains("Connections.CreateBody.Rule.identifier: String { get set }"))
    #expect(api.contains("Connections.CreateResponse.id: String { get set }"))
  }

  @Test func `who asked for a name gets it, and the other field is reported`() {
    let (api, client) = emit(names: [.init("port", "host")])
    #expect(api.contains("Acme.BasicAuthentication.host: Int { get set }"))
    #expect(api.contains("Acme.BasicAuthentication.host2: String { get set }"))
    let own = client.findings.filter { $0.rule == .swiftNameCollision && $0.subject == "host" }
    #expect(own.count == 2)
    #expect(own.allSatisfy { $0.assumption == "called 'host2'" })
  }

  @Test func `two fields with one configured name are reported`() {
    let (_, client) = emit(names: [.init("port", "x"), .init("host", "x")])
    #expect(client.findings.map(\.subject) == ["port", "port"])
    #expect(client.findings.allSatisfy { $0.assumption == "called 'x2'" })
  }

  @Test func `an entry that nothing matches is not used`() {
    #expect(
      emit(names: [.init("hots", "x"), .init("host", of: "Nobody", "y")]).client.usedFieldNames
        .isEmpty)
  }

  @Test func `an operation is called so in its group and in all sources, or in one`() {
    let (api, client) = emit(operations: [
      OperationName(Self.create, "connect"), OperationName(Self.create, of: "Acme", "connectAcme"),
    ])
    func has(_ start: String) -> Bool { api.contains { $0.hasPrefix(start) } }
    #expect(has("Connections.connect(") && has("Connections.ConnectBody ("))
    #expect(has("Acme.connectAcme(") && has("Acme.ConnectAcmeBody ("))
    #expect(has("Other.connect(") && !has("Other.createBaseConnection("))
    #expect(has("Connections.list("))
    #expect(client.findings.isEmpty)
  }

  @Test func `an operation displaced by a configured name is reported`() {
    let (api, client) = emit(operations: [OperationName(Self.create, "list")])
    #expect(api.contains { $0.hasPrefix("Connections.list2(") })
    #expect(
      client.findings.map(\.subject) == ["GET /data/foundation/flowservice/connections"])
  }

  @Test(.enabled(if: BuildProducts.exist))
  func `names that mean something in Swift compile`() throws {
    let fields = [Fixture.field("a"), Fixture.field("b"), Fixture.field("c"), Fixture.field("d")]
    let client = emit(
      fields,
      names: [
        .init("a", "class"), .init("b", "self"), .init("c", "hashValue"), .init("d", "my_Name"),
        .init("mappings", "String"),
      ],
      operations: [
        OperationName(Self.create, "init"), OperationName(Self.create, of: "Acme", "import"),
      ]
    ).client
    let folder = try TemporaryFolder()
    let sources = try folder.write(client.files.map { ($0.path, $0.bytes) })
    let compiled = try BuildProducts.compile(sources)
    #expect(compiled.status == 0, "\(compiled.output)")
  }

  @Test func `what an overlay corrected says so in its comment`() {
    var field = Fixture.field("host", defaultValue: "a")
    field.provenance.corrections = [
      .init(subject: "default of host", documented: "b */ `c`", value: "a", reason: "old */ text"),
      .init(subject: "type of host", documented: nil, value: nil, reason: nil),
    ]
    let text = emit([field]).client.files.filter { $0.path.hasSuffix("Acme.swift") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let joined = text.split(separator: "\n").map { $0.drop { " /".contains($0) } }
      .joined(separator: " ")
    #expect(joined.contains("Corrected: `default of host` is `a`, while the page says"))
    #expect(joined.contains("The reason: old"))
    #expect(joined.contains("`type of host` is nothing, while the page says nothing."))
  }
}
