import ConnectorModel
import Diagnostics

/// Gives the fields of a model the names that the configuration has for them.
struct ConfiguredFieldNames {
  let names: FieldOverrides<String>
  /// The entries that some field matched.
  private(set) var used: Set<Int> = []
  private(set) var findings: [EmitterFinding] = []

  init(_ names: FieldOverrides<String>) { self.names = names }

  mutating func apply(to model: inout ConnectorModel) {
    guard !names.isEmpty else { return }
    for index in model.sources.indices {
      let source = model.sources[index].identity
      for item in model.sources[index].authentications.indices {
        name(
          &model.sources[index].authentications[item].fields, below: FieldPath.credentials,
          in: source)
      }
      for item in model.sources[index].requests.indices {
        name(&model.sources[index].requests[item].body, below: "", in: source)
      }
    }
    let identities = Dictionary(
      model.sources.map { ($0.provenance.page, $0.identity) },
      uniquingKeysWith: { first, _ in first })
    for index in model.payloads.indices {
      let source = identities[model.payloads[index].provenance.page]
      name(&model.payloads[index].body, below: "", in: source)
      name(&model.payloads[index].response, below: "", in: source)
    }
    for index in model.operations.indices {
      name(&model.operations[index].body, below: "", in: nil)
      name(&model.operations[index].response, below: "", in: nil)
    }
  }

  private mutating func name(
    _ schema: inout Schema?, below path: String, in source: SourceIdentity?
  ) {
    guard var named = schema else { return }
    name(&named, below: path, in: source)
    schema = named
  }

  private mutating func name(
    _ schema: inout Schema, below path: String, in source: SourceIdentity?
  ) {
    switch schema {
    case .object(var object):
      name(&object.properties, below: path, in: source)
      schema = .object(object)
    case .array(var element):
      name(&element, below: path, in: source)
      schema = .array(element)
    case .dictionary(var values):
      name(&values, below: path, in: source)
      schema = .dictionary(values)
    case .union(var options):
      for index in options.indices { name(&options[index], below: path, in: source) }
      schema = .union(options)
    case .string, .integer, .number, .boolean, .null, .enumeration, .jsonSchema, .authentication,
      .any:
      break
    }
  }

  private mutating func name(
    _ properties: inout [ModelProperty], below path: String, in source: SourceIdentity?
  ) {
    var isNamed = false
    for index in properties.indices {
      let place = FieldPath.path(properties[index].name, below: path)
      if let entry = names.index(of: place, in: source) {
        used.insert(entry)
        properties[index].swiftName = names.entries[entry].value
        isNamed = true
      }
      name(&properties[index].schema, below: place, in: source)
    }
    if isNamed { report(properties) }
  }

  /// Reports the fields that do not get the name that they would have.
  private mutating func report(_ properties: [ModelProperty]) {
    let given = FieldNaming.names(properties)
    let wanted = Set(properties.filter { $0.swiftName != nil }.map(FieldNaming.wish))
    for property in properties {
      let wish = FieldNaming.wish(of: property)
      guard wanted.contains(wish), let name = given[property.name], name != wish else { continue }
      findings.append(
        EmitterFinding(
          .swiftNameCollision, at: property.provenance, subject: property.name,
          "another field beside `\(property.name)` is called '\(wish)'",
          assumption: "called '\(name)'",
          remedy: "give them different names in the configuration"))
    }
  }
}
