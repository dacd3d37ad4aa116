import FlowServiceDouble
import FlowServiceRuntime

/// Puts there what a documented request takes for granted: the resources that it names.
struct Seed {
  let control: DoubleControl

  func plant(for call: CurlCall) async {
    await plantResource(of: call)
    guard let body = call.body else { return }
    await plantReferences(in: body)
  }

  /// What the path names.
  private func plantResource(of call: CurlCall) async {
    let parts = call.path.split(separator: "?")[0].split(separator: "/").map(String.init)
    guard let index = parts.firstIndex(of: "flowservice"), parts.count > index + 2,
      let kind = ResourceKind(rawValue: parts[index + 1])
    else { return }
    var content = await content(of: kind)
    if let ifMatch = call.header("if-match") { content["etag"] = .string(ifMatch) }
    for instruction in call.body?.arrayValue ?? [] where instruction["op"] == "replace" {
      let path = instruction["path"]?.stringValue ?? ""
      content.fill(path.split(separator: "/")[...])
    }
    let isDraft = call.path.contains("op=publish")
    await control.seed(kind, id: parts[index + 2], content, state: isDraft ? "draft" : nil)
  }

  /// What the body names, at any depth.
  private func plantReferences(in value: JSONValue) async {
    for element in value.arrayValue ?? [] { await plantReferences(in: element) }
    for (name, member) in value.objectValue ?? [:] {
      let ids = (member.arrayValue ?? [member]).compactMap(\.stringValue)
      for id in ids {
        switch name {
        case "baseConnectionId": await plant(.connections, id)
        case "sourceConnectionIds": await plant(.sourceConnections, id)
        case "targetConnectionIds": await plant(.targetConnections, id)
        case "dataSetId": await control.seedRecord([:], id: id, of: "dataSets")
        case "mappingId": await control.seedRecord(["version": 9], id: id, of: "mappingSets")
        case "publicKeyId": await control.seedRecord([:], id: id, of: "encryption keys")
        default: break
        }
      }
      await plantReferences(in: member)
    }
  }

  private func plant(_ kind: ResourceKind, _ id: String) async {
    await control.seed(kind, id: id, ["name": "Seed"])
  }

  /// A resource that stands every check, so that it can be changed.
  private func content(of kind: ResourceKind) async -> JSONValue {
    let specs = (try? Catalog.documented.get()) ?? Catalog()
    let entry = specs.connectionSpecs.values.min { $0.id < $1.id }
    let spec: JSONValue = ["id": .string(entry?.id ?? "")]
    let authentication = entry?.authenticationNames.min() ?? ""
    let id = "00000000-0000-4000-8000-000000000001"
    switch kind {
    case .connections:
      return [
        "name": "Seed", "description": "", "connectionSpec": spec,
        "auth": ["specName": .string(authentication), "params": [:]],
      ]
    case .sourceConnections: return ["name": "Seed", "connectionSpec": spec]
    case .targetConnections:
      await control.seedRecord([:], id: id, of: "dataSets")
      return ["name": "Seed", "connectionSpec": spec, "params": ["dataSetId": .string(id)]]
    case .flows:
      await plant(.sourceConnections, id)
      await plant(.targetConnections, id)
      return [
        "name": "Seed", "description": "",
        "flowSpec": ["id": .string(specs.flowSpecs.keys.min() ?? "")],
        "sourceConnectionIds": [.string(id)], "targetConnectionIds": [.string(id)],
        "transformations": [["name": "Copy", "params": [:]]],
        "scheduleParams": ["startTime": 1, "frequency": "hour", "interval": 1],
      ]
    case .runs: return [:]
    }
  }
}

extension JSONValue {
  /// Puts something at a path of names where nothing is, so that it can be replaced.
  fileprivate mutating func fill(_ path: ArraySlice<Substring>) {
    guard let name = path.first.map(String.init), arrayValue == nil else { return }
    var member = self[name] ?? (path.count > 1 ? [:] : "to be replaced")
    member.fill(path.dropFirst())
    self[name] = member
  }
}
