import JSONReader

/// Tells special values from ordinary objects, by what they hold.
enum ValueRecognition {
  /// Whether these are the members of an `auth`: a spec name and parameters, and beside them at most
  /// a few plain values, which say more of the authentication: `"type": "OAuth2.0"`.
  static func isAuthentication(_ members: [JSONMember]) -> Bool {
    guard members.count >= 2, members.count <= 10 else { return false }
    var hasName = false
    var hasParameters = false
    for member in members {
      switch member.key {
      case "specName": hasName = member.value.string != nil
      case "params": hasParameters = member.value.members != nil
      default:
        guard Authentication.Constant(member) != nil else { return false }
      }
    }
    return hasName && hasParameters
  }

  /// Whether these are the members of a JSON Schema.
  ///
  /// - Parameter key: the key that the object is the value of.
  static func isJSONSchema(_ members: [JSONMember], key: String?) -> Bool {
    var hasTypeName = false
    var hasStructure = false
    for member in members {
      switch (member.key, member.value.kind) {
      case ("$schema", .string): return true
      case ("type", .string(let type)): hasTypeName = typeNames.contains(type)
      case ("properties", .object), ("items", .object), ("patternProperties", .object),
        ("additionalProperties", .object), ("definitions", .object), ("$defs", .object):
        hasStructure = true
      case ("allOf", .array(let elements)), ("anyOf", .array(let elements)),
        ("oneOf", .array(let elements)):
        hasStructure = hasStructure || elements.contains { $0.members != nil }
      case ("enum", .array):
        hasStructure = true
      default: break
      }
    }
    let isCalledSchema = key.map { $0 == "schema" || $0 == "spec" || $0.hasSuffix("Schema") }
    return hasTypeName && (hasStructure || isCalledSchema ?? false)
  }

  private static let typeNames: Set<String> = [
    "object", "array", "string", "number", "integer", "boolean", "null",
  ]

  /// Whether a schema has the marks of the experience data model, and so is data itself.
  static func isUsersSchema(_ members: [JSONMember]) -> Bool {
    members.contains { $0.key.hasPrefix("meta:") }
  }

  /// Whether the members of a response say that the request failed.
  static func isProblem(_ node: JSONNode) -> Bool {
    let isNamed = ["title", "detail", "type"].contains { node[$0]?.string != nil }
    guard isNamed, let status = node["status"] else { return false }
    let spelling: String
    switch status.kind {
    case .string(let text): spelling = text
    case .number(let text): spelling = text
    default: return false
    }
    return Int(spelling).map { 400..<600 ~= $0 } ?? false
  }

  /// Whether an object is a message in its envelope: a header of the service's, and what was sent.
  static func isMessage(_ members: [JSONMember]) -> Bool {
    members.contains { $0.key == "header" && $0.value.members != nil }
  }

  /// Whether an object shows rows of data (`data`) beside what they look like.
  static func isPreview(_ members: [JSONMember]) -> Bool {
    members.contains { $0.key == "schema" || $0.key == "format" }
  }
}
