import Testing

@testable import ConnectorModel

@Suite struct OperationNamingTests {
  static let flowService = "/data/foundation/flowservice"

  @Test(arguments: [
    ("POST", flowService + "/connections", "connections/create"),
    ("GET", flowService + "/connections", "connections/list"),
    ("GET", flowService + "/connections/{}", "connections/retrieve"),
    ("PATCH", flowService + "/connections/{}", "connections/update"),
    ("PATCH", flowService + "/connections", "connections/updateAll"),
    ("DELETE", flowService + "/connections/{}", "connections/delete"),
    ("PUT", flowService + "/flowSpecs/{}", "flowSpecs/replace"),
    ("GET", flowService + "/connections/{}/explore", "connections/explore"),
    ("GET", flowService + "/connections/{}/test", "connections/test"),
    ("GET", flowService + "/connections/{}/configs", "connections/retrieveConfigs"),
    ("GET", flowService + "/connectionSpecs/{}/explore", "connectionSpecs/explore"),
    ("POST", flowService + "/flows/{}/action", "flows/performAction"),
    ("POST", flowService + "/flows/search", "flows/search"),
    ("GET", flowService + "/flows/{}/runs", "flows/retrieveRunsForID"),
    ("GET", flowService + "/flows/{}/runs/{}", "flows/retrieveRunsByIDForID"),
    ("GET", flowService + "/flows/runs/{}", "flows/retrieveRunsByID"),
    ("GET", flowService + "/runs", "runs/list"),
    ("POST", "/data/foundation/conversion/mappingSets", "mappingSets/create"),
    ("POST", "/data/foundation/mappingSets", "foundationMappingSets/create"),
    ("POST", "/data/foundation/schemaregistry/tenant/schemas", "schemas/create"),
    ("POST", "/data/foundation/catalog/dataSets", "dataSets/create"),
    ("GET", "/data/foundation/connectors/landingzone", "landingzone/retrieve"),
    (
      "GET", "/data/foundation/connectors/landingzone/credentials",
      "landingzone/retrieveCredentials"
    ),
    (
      "POST", "/data/foundation/connectors/landingzone/credentials",
      "landingzone/createCredentials"
    ),
    ("POST", "/data/foundation/connectors/encryption/keys", "encryption/createKeys"),
    ("GET", "/data/foundation/connectors/encryption/keys", "encryption/retrieveKeys"),
    ("GET", "/data/foundation/export/batches/{}", "exportBatches/retrieve"),
    ("GET", "/data/core/ups/audiences", "coreUps/retrieveAudiences"),
    ("HEAD", flowService + "/flows/{}", "flows/checkByID"),
  ])
  func platform(method: String, path: String, name: String) {
    let key = OperationKey(method: method, server: Endpoint.platform, path: path)
    let found = OperationNaming.name(of: key)
    #expect("\(found.group)/\(found.verb)" == name)
  }

  @Test func otherServers() {
    func name(_ server: String, _ path: String) -> String {
      let name = OperationNaming.name(of: OperationKey(method: "POST", server: server, path: path))
      return "\(name.group)/\(name.verb)"
    }
    #expect(name("https://dcs.adobedc.net", "/collection/{}") == "collection/submit")
    #expect(name("https://dcs.adobedc.net", "/collection/batch/{}") == "collection/createBatchByID")
    #expect(name("", "{}") == "endpoint/submit")
    #expect(name("https://example.com", "/") == "root/create")
  }

  @Test func pathParametersAreNamedByTheirResource() {
    func names(_ path: String) -> [String] {
      OperationNaming.pathParameterNames(
        of: OperationKey(method: "GET", server: Endpoint.platform, path: path))
    }
    #expect(names(Self.flowService + "/connections/{}/explore") == ["connectionId"])
    #expect(names("/flows/{}/runs/{}") == ["flowId", "runId"])
    #expect(names("/policies/{}") == ["policyId"])
    #expect(names("/access/{}/{}") == ["accessId", "accessId2"])
    #expect(names("{}") == ["url"])
  }

  @Test func shortPathsHaveNamesOfTheirOwn() {
    let words = ["connections", "explore", "search", "action"]
    let resource = Self.flowService + "/flows"
    var paths = [resource, resource + "/{}", resource + "/{}/{}"]
    for word in words {
      paths += [
        "\(resource)/\(word)", "\(resource)/\(word)/{}", "\(resource)/{}/\(word)",
        "\(resource)/{}/\(word)/{}", "\(resource)/{}/{}/\(word)",
      ]
    }
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] {
      let names = paths.map { path in
        OperationNaming.name(
          of: OperationKey(method: method, server: Endpoint.platform, path: path))
      }
      #expect(Set(names).count == names.count, "\(method)")
    }
  }
}
