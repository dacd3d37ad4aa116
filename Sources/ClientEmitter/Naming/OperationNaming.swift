import ConnectorModel
import Diagnostics
import SwiftDeclarations

/// Names of the operations: the name space of their group, and the function in it.
struct OperationNaming {
  struct Names: Hashable {
    /// The name space: `Connections`.
    var group: String
    /// The function of the name space: `create`.
    var function: String
    /// What the function says beyond the verb, in words that the path adds.
    var detail: String
    /// The names of the body and the response in the name space.
    var body: String
    var response: String

    /// The response as a source names it.
    var qualifiedResponse: TypeReference { .named([group, response]) }
  }

  private(set) var names: [OperationKey: Names] = [:]
  /// The name spaces, which no type of a source may hide.
  private(set) var groups: Set<String> = []
  private(set) var findings: [EmitterFinding] = []
  /// The names that the configuration gives.
  let configured: OperationNames

  /// - Parameter taken: the names of the sources, which the groups must leave to them.
  init(_ operations: [ModelOperation], taken: Set<String>, configured: OperationNames) {
    self.configured = configured
    var groups: [String: [ModelOperation]] = [:]
    for operation in operations { groups[operation.group, default: []].append(operation) }
    var scope = NameScope(reserved: ReservedNames.moduleTypes.union(taken))
    for group in groups.keys.sorted() {
      let name = scope.claim(Self.groupName(group, taken: taken))
      self.groups.insert(name)
      add(groups[group] ?? [], to: name)
    }
  }

  private mutating func add(_ operations: [ModelOperation], to group: String) {
    var counts: [String: Int] = [:]
    for operation in operations { counts[operation.verb, default: 0] += 1 }
    var functions = NameScope(reserved: ReservedNames.members)
    var types = NameScope(reserved: ReservedNames.moduleTypes)
    let sorted = operations.sorted { $0.key < $1.key }
    // Who asked for a name gets it.
    let asked = sorted.filter { configured.name(of: $0.key) != nil }
    for operation in asked + sorted.filter({ configured.name(of: $0.key) == nil }) {
      let key = operation.key
      let isAlone = counts[operation.verb, default: 0] < 2
      let detail = isAlone ? "" : Self.detail(of: key, group: operation.group)
      let wish =
        configured.name(of: key).map { ReservedNames.avoiding(ReservedNames.members, $0) }
        ?? FieldNaming.member(operation.verb + detail)
      let function = functions.claim(wish)
      let base = EmittedName.type(function)
      names[key] = Names(
        group: group, function: function, detail: detail, body: types.claim(base + "Body"),
        response: types.claim(base + "Response"))
      if function != wish, let provenance = operation.provenances.first {
        findings.append(
          EmitterFinding(
            .swiftNameCollision, at: provenance, subject: "\(key.method) \(key.path)",
            "another operation would be called '\(wish)', too", assumption: "called '\(function)'"))
      }
    }
  }

  /// A name that stands for something else already, in Swift or as a source's, gets `Operations`
  /// behind it.
  private static func groupName(_ group: String, taken: Set<String>) -> String {
    let name = EmittedName.type(group)
    let plain = name.hasSuffix("Value") ? String(name.dropLast("Value".count)) : name
    if SwiftName.isReservedType(plain) { return plain + "Operations" }
    let isTaken = taken.contains(name) || ReservedNames.moduleTypes.contains(name)
    return isTaken ? name + "Operations" : name
  }

  /// The fixed parts of the path behind the resource, as words of a name.
  private static func detail(of key: OperationKey, group: String) -> String {
    let parts = key.path.split(separator: "/").map { String($0) }
    guard let resource = parts.firstIndex(of: group) else {
      return EmittedName.type(parts.last { $0 != "{}" } ?? "")
    }
    let rest = parts[(resource + 1)...].filter { $0 != "{}" }
    return rest.map { EmittedName.type($0) }.joined()
  }

  /// The name of a source's function for an operation, which names the resource, too:
  /// `createSourceConnection`. What the service calls a connection is a base connection to everyone
  /// else.
  static func sourceFunction(verb: String, group: String, detail: String) -> String {
    var resource = group == "connections" ? "BaseConnections" : EmittedName.type(group)
    if verb != "list", !verb.hasSuffix("All") {
      resource = TypeNaming.singular(resource) ?? resource
    }
    // `performAction` on a connection is `performBaseConnectionAction`.
    let head = verb.prefix { !$0.isUppercase }
    return FieldNaming.member(head + resource + verb.dropFirst(head.count) + detail)
  }
}
