import FlowServiceRuntime

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The collections of the service.
public enum ResourceKind: String, Hashable, Sendable, CaseIterable {
  /// Base connections.
  case connections
  /// Where data comes from.
  case sourceConnections
  /// Where data goes.
  case targetConnections
  /// Dataflows.
  case flows
  /// Runs of dataflows.
  case runs
}

/// Something that was created.
struct Resource: Sendable {
  var id: String
  /// The place in the order of creation.
  var number: Int
  /// What the client says of it.
  var content: JSONValue
  var state: String
  var etag = ""
  var createdAt: Int64 = 0
  var updatedAt: Int64 = 0

  init(id: String, number: Int, content: JSONValue, isDraft: Bool) {
    self.id = id
    self.number = number
    self.content = content
    self.state = isDraft ? "draft" : "enabled"
    touch()
    createdAt = updatedAt
  }

  /// Gives the resource another version.
  mutating func touch() {
    // The quotes belong to the value.
    etag = "\"" + Self.newID() + "\""
    updatedAt = Self.now
  }

  static func newID() -> String { UUID().uuidString.lowercased() }

  static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

  /// What creating and updating answer.
  var receipt: JSONValue { ["id": .string(id), "etag": .string(etag)] }

  /// What looking it up answers, without what only its kind has.
  func document(sandbox: String, organizationID: String) -> JSONValue {
    var document = content
    let added: [String: JSONValue] = [
      "id": .string(id), "createdAt": .integer(createdAt), "updatedAt": .integer(updatedAt),
      "createdBy": "double@AdobeID", "updatedBy": "double@AdobeID",
      "createdClient": "double-client", "updatedClient": "double-client",
      "sandboxId": .string(Self.sandboxID(sandbox)), "sandboxName": .string(sandbox),
      "imsOrgId": .string(organizationID), "state": .string(state), "version": .string(etag),
      "etag": .string(etag),
    ]
    for (name, value) in added { document[name] = value }
    return document
  }

  /// An ID that a name always has.
  private static func sandboxID(_ name: String) -> String {
    let sum = name.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }
    let digits = String(sum, radix: 16)
    let padded = String(repeating: "0", count: max(0, 12 - digits.count)) + digits.suffix(12)
    return "00000000-0000-4000-8000-" + padded
  }
}
