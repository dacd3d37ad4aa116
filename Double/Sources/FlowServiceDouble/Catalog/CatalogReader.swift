import FlowServiceRuntime

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Why there is no catalog.
public enum CatalogError: Error, CustomStringConvertible {
  /// The folder is not what the generator writes.
  case unreadable(path: String)

  /// What to do about it.
  public var description: String {
    switch self {
    case .unreadable(let path):
      """
      No model can be read at '\(path)'. Name the folder that the generator writes, the one with \
      index.json in it: Generated/model.
      """
    }
  }
}

extension Catalog {
  /// Reads the model that the generator writes beside its Swift.
  ///
  /// - Parameter folder: The folder with `index.json` in it.
  public init(modelFolder folder: URL) throws(CatalogError) {
    let index = try Self.json(folder.appending(path: "index.json"))
    // The index names its files from the folder above.
    func files(_ name: String) throws(CatalogError) -> [JSONValue] {
      var files: [JSONValue] = []
      for path in index[name]?.arrayValue ?? [] {
        let url = folder.deletingLastPathComponent().appending(path: path.stringValue ?? "")
        files.append(try Self.json(url))
      }
      return files
    }
    let sources = try files("sources").flatMap { $0["sources"]?.arrayValue ?? [] }
    let operations = try files("operations").flatMap { $0["operations"]?.arrayValue ?? [] }
    guard !sources.isEmpty, !operations.isEmpty else {
      throw CatalogError.unreadable(path: folder.path)
    }
    for source in sources { add(source: source) }
    for operation in operations { add(operation: operation) }
    for (id, entry) in connectionSpecs where !entry.isDocumented {
      connectionSpecs[id]?.document = Self.document(of: entry)
    }
  }

  private static func json(_ url: URL) throws(CatalogError) -> JSONValue {
    guard let data = try? Data(contentsOf: url),
      let value = try? JSONDecoder().decode(JSONValue.self, from: data)
    else { throw .unreadable(path: url.path) }
    return value
  }
}

extension Catalog {
  private mutating func add(source: JSONValue) {
    let ids = (source["connectionSpecifications"]?.arrayValue ?? []).compactMap {
      $0["id"]?.stringValue
    }
    let authentications = source["authentications"]?.arrayValue ?? []
    let names = authentications.compactMap { $0["specName"]?.stringValue }
    for id in ids where Self.isID(id) {
      var entry = connectionSpecs[id] ?? Entry(id: id, document: ["id": .string(id)])
      entry.authenticationNames.formUnion(names)
      let key = source["key"]?.stringValue ?? ""
      entry.document["name"] = .string(key.split(separator: "/").last.map(String.init) ?? key)
      entry.document["version"] = "1.0"
      entry.document["attributes"] = [
        "category": source["category"] ?? "", "connectorName": source["name"] ?? "",
        "isSource": true,
      ]
      let specs = authentications.map(Self.authenticationSpec)
      entry.document["authSpec"] = .array(
        (entry.document["authSpec"]?.arrayValue ?? []) + specs)
      connectionSpecs[id] = entry
    }
    for request in source["requests"]?.arrayValue ?? [] {
      for example in request["examples"]?.arrayValue ?? [] { addIDs(in: example["json"] ?? nil) }
    }
  }

  private mutating func add(operation: JSONValue) {
    for example in operation["examples"]?.arrayValue ?? [] { addIDs(in: example["json"] ?? nil) }
    let group = operation["group"]?.stringValue
    for example in operation["responseExamples"]?.arrayValue ?? [] {
      guard let json = example["json"] else { continue }
      addIDs(in: json)
      for document in json["items"]?.arrayValue ?? [json] {
        guard let id = document["id"]?.stringValue, Self.isID(id), document["name"] != nil else {
          continue
        }
        if group == "connectionSpecs" { addConnectionSpec(id, document) }
        if group == "flowSpecs" { addFlowSpec(id, document, isListed: json["items"] != nil) }
      }
    }
  }

  /// Takes a documented answer for what the service says.
  private mutating func addConnectionSpec(_ id: String, _ document: JSONValue) {
    let names = (document["authSpec"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
    var entry = connectionSpecs[id] ?? Entry(id: id, document: document)
    entry.authenticationNames.formUnion(names)
    entry.document = document
    entry.isDocumented = true
    connectionSpecs[id] = entry
  }

  /// Pages show a flow spec within a list or bare, with names that differ. What the service answers
  /// is a list, so that what a page shows in one counts.
  private mutating func addFlowSpec(_ id: String, _ document: JSONValue, isListed: Bool) {
    if isListed || flowSpecs[id]?.isDocumented != true {
      flowSpecs[id] = Entry(id: id, document: document, isDocumented: true)
    }
    for name in ["sourceConnectionSpecIds", "targetConnectionSpecIds"] {
      for specID in document[name]?.arrayValue ?? [] { addConnectionSpec(named: specID) }
    }
  }

  /// Bodies name specs that have no page of their own.
  private mutating func addIDs(in value: JSONValue) {
    switch value {
    case .object(let members):
      addConnectionSpec(named: members["connectionSpec"]?["id"])
      if let id = members["flowSpec"]?["id"]?.stringValue, Self.isID(id), flowSpecs[id] == nil {
        flowSpecs[id] = Entry(
          id: id, document: ["id": .string(id), "name": .string(id), "version": "1.0"])
      }
      for member in members.values { addIDs(in: member) }
    case .array(let elements):
      for element in elements { addIDs(in: element) }
    default:
      break
    }
  }

  private mutating func addConnectionSpec(named value: JSONValue?) {
    guard let id = value?.stringValue, Self.isID(id), connectionSpecs[id] == nil else { return }
    connectionSpecs[id] = Entry(
      id: id, document: ["id": .string(id), "name": .string(id), "version": "1.0"])
  }

  /// Some pages have placeholders or misprints where an ID should be.
  private static func isID(_ text: String) -> Bool {
    UUID(uuidString: text) != nil
  }

  private static func document(of entry: Entry) -> JSONValue {
    var document = entry.document
    let permission: (String) -> JSONValue = { name in
      [["@type": "lowLevel", "name": "EnterpriseSource", "permissions": [.string(name)]]]
    }
    document["permissionsInfo"] = ["view": permission("read"), "manage": permission("write")]
    return document
  }

  /// The JSON schema of credentials, of what the pages say of them.
  private static func authenticationSpec(_ authentication: JSONValue) -> JSONValue {
    let fields = authentication["fields"]?.arrayValue ?? []
    var properties: [String: JSONValue] = [:]
    var required: [JSONValue] = []
    for field in fields {
      guard let name = field["name"]?.stringValue else { continue }
      var schema: JSONValue = ["type": field["schema"]?["type"] ?? "string"]
      if let text = field["documentation"] { schema["description"] = text }
      if field["isSecret"] == true { schema["format"] = "password" }
      properties[name] = schema
      if field["isOptional"] != true { required.append(.string(name)) }
    }
    return [
      "name": authentication["specName"] ?? authentication["title"] ?? "",
      "type": authentication["specName"] ?? authentication["title"] ?? "",
      "spec": [
        "$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
        "description": "defines auth params", "properties": .object(properties),
        "required": .array(required),
      ],
    ]
  }
}
