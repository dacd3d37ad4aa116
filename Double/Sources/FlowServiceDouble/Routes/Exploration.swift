import FlowServiceRuntime

/// What the source has: the same few files and tables, whatever the source is.
struct Exploration {
  private var objectType: String
  private var object: String?
  private var isPreview: Bool
  private var determinesProperties: Bool

  init(_ query: Query) throws(ServiceError) {
    objectType = try query.required("objectType")
    object = query["object"]
    isPreview = query["preview"] == "true"
    determinesProperties = query["determineProperties"] == "true"
    if ["folder", "file", "table"].contains(objectType) { object = try query.required("object") }
  }

  func answer() throws(ServiceError) -> JSONValue {
    switch objectType {
    case "root", "folder", "rest": listing
    case "file", "table": structure
    default:
      throw .invalid("There is no objectType '\(objectType)': root, folder, file, table or rest.")
    }
  }

  private var listing: JSONValue {
    let folder = object.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? "/"
    let entry: (String, String, Bool) -> JSONValue = { type, name, isReadable in
      [
        "type": .string(type), "name": .string(name), "path": .string(folder + name),
        "canPreview": .boolean(isReadable), "canFetchSchema": .boolean(isReadable),
      ]
    }
    return [
      entry("file", "accounts.csv", true), entry("file", "orders.csv", true),
      entry("folder", "archive", false),
    ]
  }

  private var structure: JSONValue {
    var structure: JSONValue = [
      "format": "flat",
      "schema": [
        "columns": .array(
          ["id", "firstName", "lastName", "email"].map {
            ["name": .string($0), "type": "string", "xdm": ["type": "string"]]
          })
      ],
      "data": [],
    ]
    if isPreview {
      structure["data"] = [
        ["id": "1", "firstName": "Ada", "lastName": "Example", "email": "ada@example.com"],
        ["id": "2", "firstName": "Bob", "lastName": "Example", "email": "bob@example.com"],
      ]
    }
    if determinesProperties {
      structure["properties"] = [
        "fileType": "delimited", "compressionType": "gzip", "columnDelimiter": ",",
      ]
    }
    return structure
  }
}
