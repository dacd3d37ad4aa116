import FlowServiceRuntime
import Hummingbird

/// The other services that the tutorials call, as far as they call them.
struct PlatformRoutes {
  let state: FlowServiceState
  let settings: DoubleSettings

  func add(to group: RouterGroup<DoubleContext>) {
    group.post("schemaregistry/tenant/schemas", use: createSchema)
    group.post("catalog/dataSets", use: createDataSet)
    group.post("conversion/mappingSets", use: createMappingSet)
    // Some pages have the path without its service.
    group.post("mappingSets", use: createMappingSet)
    group.get("connectors/encryption/keys") { _, context in
      Response.json(.array(await state.records(of: "encryption keys", in: context.sandbox)))
    }
    group.post("connectors/encryption/keys", use: createKeys)
    group.get("connectors/landingzone") { request, _ in
      _ = try request.query.required("type")
      return Response.json(["containerName": "dlz-user-container", "containerTTL": "7"])
    }
    group.get("connectors/landingzone/credentials") { request, _ in
      _ = try request.query.required("type")
      return Response.json(landingZoneCredentials())
    }
    group.post("connectors/landingzone/credentials") { request, _ in
      _ = try request.query.required("type")
      _ = try request.query.required("action")
      return Response.json(landingZoneCredentials())
    }
  }

  @Sendable private func createSchema(
    _ request: Request, _ context: DoubleContext
  ) async throws -> Response {
    var schema = try await request.json(limit: settings.bodyLimit)
    guard schema["title"]?.stringValue?.isEmpty == false else {
      throw ServiceError.invalid("The body has no 'title'.")
    }
    let number = Resource.newID().replacing("-", with: "")
    let id = "https://ns.adobe.com/double/schemas/" + number
    schema["$id"] = .string(id)
    schema["meta:altId"] = .string("_double.schemas." + number)
    schema["meta:resourceType"] = "schemas"
    schema["version"] = "1.0"
    schema["imsOrg"] = .string(settings.organizationID)
    await state.keepRecord(schema, id: id, of: "schemas", in: context.sandbox)
    return Response.json(schema, status: .created)
  }

  @Sendable private func createDataSet(
    _ request: Request, _ context: DoubleContext
  ) async throws -> Response {
    let dataSet = try await request.json(limit: settings.bodyLimit)
    guard dataSet["name"]?.stringValue?.isEmpty == false,
      dataSet["schemaRef"]?["id"]?.stringValue?.isEmpty == false
    else { throw ServiceError.invalid("The body has no 'name' or no 'schemaRef.id'.") }
    let id = String(Resource.newID().replacing("-", with: "").prefix(24))
    await state.keepRecord(dataSet, id: id, of: "dataSets", in: context.sandbox)
    return Response.json([.string("@/dataSets/" + id)], status: .created)
  }

  @Sendable private func createMappingSet(
    _ request: Request, _ context: DoubleContext
  ) async throws -> Response {
    var mappingSet = try await request.json(limit: settings.bodyLimit)
    guard let mappings = mappingSet["mappings"]?.arrayValue, !mappings.isEmpty else {
      throw ServiceError.invalid("The body has no 'mappings'.")
    }
    let id = Resource.newID().replacing("-", with: "")
    mappingSet["version"] = 0
    await state.keepRecord(mappingSet, id: id, of: "mappingSets", in: context.sandbox)
    let now = Resource.now
    return Response.json([
      "id": .string(id), "version": 0, "createdDate": .integer(now),
      "modifiedDate": .integer(now), "createdBy": "double@AdobeID", "modifiedBy": "double@AdobeID",
    ])
  }

  @Sendable private func createKeys(
    _ request: Request, _ context: DoubleContext
  ) async throws -> Response {
    let body = try await request.json(limit: settings.bodyLimit)
    guard let algorithm = body["encryptionAlgorithm"]?.stringValue,
      body["params"]?["passPhrase"]?.stringValue?.isEmpty == false
    else {
      throw ServiceError.invalid("The body has no 'encryptionAlgorithm' or 'params.passPhrase'.")
    }
    let id = Resource.newID()
    let keys: JSONValue = [
      "publicKey": .string("no real key " + id), "publicKeyId": .string(id),
      "expiryTime": .string(String(Resource.now / 1000 + 31_536_000)),
    ]
    var record = keys
    record["encryptionAlgorithm"] = .string(algorithm)
    await state.keepRecord(record, id: id, of: "encryption keys", in: context.sandbox)
    return Response.json(keys)
  }

  private func landingZoneCredentials() -> JSONValue {
    let token = "sig=no-real-signature-" + Resource.newID()
    return [
      "containerName": "dlz-user-container", "SASToken": .string(token),
      "storageAccountName": "double",
      "SASUri": .string("https://double.invalid/dlz-user-container?" + token),
    ]
  }
}
