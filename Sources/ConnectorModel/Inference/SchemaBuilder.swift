import JSONReader
import PageFacts

/// Makes a schema of what was seen.
struct SchemaBuilder {
  /// A place where examples disagree about the type.
  struct Conflict {
    var path: String
    var kinds: [Shape.Kind]
    /// Where each kind stands first.
    var places: [Place]
    /// How often each kind stands there.
    var counts: [Int]

    /// Where the least common kind stands first; of equally common ones the one that stands last.
    var rarePlace: Place? {
      zip(counts, places).min {
        ($0.0, -$0.1.page, -$0.1.range.lowerBound) < ($1.0, -$1.1.page, -$1.1.range.lowerBound)
      }?.1
    }
  }

  /// A field whose examples are not of the type that it was to be given.
  struct Contradiction {
    var entry: Int
    var path: String
    var kind: Shape.Kind
    var place: Place
  }

  /// How places become provenances.
  var provenance: (Place) -> Provenance
  /// The types that fields are given from outside the pages.
  var types = FieldOverrides<FieldType>()
  /// The source that the fields belong to, if they are one's own.
  var source: SourceIdentity?
  /// What stands before the paths of the fields.
  var root = ""
  /// Whether the examples are answers of the service. A body that lacks what the example has may be
  /// refused, and so it is asked for; an answer may lack it whenever there is nothing to say.
  var isResponse = false
  private(set) var conflicts: [Conflict] = []
  private(set) var usedTypes: Set<Int> = []
  private(set) var contradictions: [Contradiction] = []

  init(provenance: @escaping (Place) -> Provenance) { self.provenance = provenance }

  mutating func schema(of shape: Shape) -> Schema {
    let schema = schema(of: shape, path: "", isOpen: false)
    if shape.count(.null) > 0, schema != .null { return .any(reason: "null in some examples") }
    return schema
  }

  /// The members of the objects of a shape as fields, whatever they look like.
  mutating func fields(of shape: Shape) -> [Property] {
    shape.orderedProperties.map { property($0, of: shape, path: "", isOpen: false) }
  }

  /// - Parameter isOpen: whether different types are no disagreement here.
  private mutating func schema(of shape: Shape, path: String, isOpen: Bool) -> Schema {
    if let reason = shape.dataReason {
      let isList = shape.count(.array) > 0 && shape.count(.object) == 0
      let any = Schema.any(reason: reason)
      return isList && onlyKind(of: shape) == .array ? .array(any) : any
    }
    var schemas: [Schema] = []
    var kinds: [Shape.Kind] = []
    if let numeric = numericSchema(of: shape) {
      schemas.append(numeric)
      kinds.append(shape.count(.number) > 0 ? .number : .integer)
    }
    if shape.count(.string) > 0 {
      schemas.append(.string)
      kinds.append(.string)
    }
    if shape.count(.boolean) > 0 {
      schemas.append(.boolean)
      kinds.append(.boolean)
    }
    if shape.count(.array) > 0 {
      schemas.append(.array(elementSchema(of: shape, path: path)))
      kinds.append(.array)
    }
    if shape.count(.object) > 0 {
      schemas.append(objectSchema(of: shape, path: path, isAlone: schemas.isEmpty))
      kinds.append(.object)
    }
    if kinds.count > 1, !isOpen {
      conflicts.append(
        Conflict(
          path: path, kinds: kinds, places: kinds.compactMap { shape.places[$0.rawValue] },
          counts: kinds.map(shape.count)))
    }
    return Self.combined(schemas, hasNull: shape.count(.null) > 0)
  }

  private static func combined(_ schemas: [Schema], hasNull: Bool) -> Schema {
    for case .any(let reason) in schemas { return .any(reason: reason) }
    guard let first = schemas.first else {
      return hasNull ? .null : .any(reason: "no example shows it")
    }
    return schemas.count == 1 ? first : .union(schemas)
  }

  private func onlyKind(of shape: Shape) -> Shape.Kind? {
    let kinds = Shape.Kind.allCases.filter { $0 != .null && shape.count($0) > 0 }
    return kinds.count == 1 ? kinds.first : nil
  }

  private func numericSchema(of shape: Shape) -> Schema? {
    if shape.exactNumbers > 0 || shape.wideIntegers > 0 && shape.count(.number) > 0 {
      return .any(reason: "a number with more digits than a Double holds")
    }
    if shape.count(.number) > 0 { return .number }
    return shape.count(.integer) > 0 ? .integer : nil
  }

  private mutating func elementSchema(of shape: Shape, path: String) -> Schema {
    guard let element = shape.element else { return .any(reason: "only ever an empty array") }
    let schema = schema(of: element, path: path + "[]", isOpen: false)
    if element.count(.null) > 0, schema != .null, !schema.isAny {
      return .any(reason: "null among the elements")
    }
    return schema
  }

  // MARK: - Objects

  private mutating func objectSchema(of shape: Shape, path: String, isAlone: Bool) -> Schema {
    let objects = shape.count(.object)
    if shape.authentications == objects, isAlone { return .authentication }
    if shape.jsonSchemas == objects, isAlone { return .jsonSchema }
    if shape.jsonSchemas > 0 { return .any(reason: "an embedded JSON Schema in some examples") }
    guard !shape.properties.isEmpty else { return .any(reason: "only ever an empty object") }
    if shape.properties.allSatisfy({ Identifiers.isKeyOfData($0.name) }) {
      return .dictionary(dictionaryValues(of: shape, path: path))
    }
    // In a JSON Patch the type of `value` is that of what `path` names.
    let isPatch = shape.indices["op"] != nil && shape.indices["path"] != nil
    var properties: [Property] = []
    properties.reserveCapacity(shape.properties.count)
    for property in shape.orderedProperties {
      properties.append(
        self.property(
          property, of: shape, path: path, isOpen: isPatch && property.name == "value"))
    }
    return .object(ObjectSchema(properties: properties))
  }

  private mutating func dictionaryValues(of shape: Shape, path: String) -> Schema {
    let merged = Shape()
    for property in shape.properties { merged.merge(property.shape) }
    let schema = schema(of: merged, path: path + ".*", isOpen: false)
    if merged.count(.null) > 0, schema != .null, !schema.isAny {
      return .any(reason: "null among the values")
    }
    return schema
  }

  private mutating func property(
    _ property: PropertyShape, of parent: Shape, path: String, isOpen: Bool
  ) -> Property {
    let shape = property.shape
    let facts = property.facts
    let isNested = !path.isEmpty
    let path = path.isEmpty ? property.name : path + "." + property.name
    var schema: Schema
    if facts.isUnsent {
      schema = Self.documentedSchema(facts.type) ?? .any(reason: "no example sends it")
    } else {
      schema = self.schema(of: shape, path: path, isOpen: isOpen)
    }
    var isNullable = shape.count(.null) > 0
    if schema == .null, let documented = Self.documentedSchema(facts.type) {
      schema = documented
      isNullable = true
    }
    if schema == .string, facts.allowedValues.count >= 2 {
      schema = .enumeration(Self.allValues(facts.allowedValues, shape.values))
    }
    // A secret of any type is one still.
    let isSecret =
      schema.isText
      && (facts.isSecret
        || SecretNames.isSecret(name: property.name, description: facts.documentation ?? ""))
    if let type = type(of: property, path: path) { schema = type.schema }
    let reason = optionalReason(property, of: parent, isNested: isNested)
    return Property(
      name: property.name, aliases: facts.aliases, schema: schema, isOptional: reason != nil,
      optionalReason: reason, isNullable: isNullable, isSecret: isSecret,
      defaultValue: facts.defaultValue, allowedValues: facts.allowedValues,
      example: facts.example ?? (isSecret ? nil : Self.example(shape)),
      documentation: facts.documentation, provenance: provenance(of: property),
      isUncertain: shape.isUncertain)
  }

  private func provenance(of property: PropertyShape) -> Provenance {
    var place = provenance(property.place)
    place.corrections = property.facts.corrections
    return place
  }

  /// The type that a field is given from outside the pages, unless an example says otherwise.
  private mutating func type(of property: PropertyShape, path: String) -> FieldType? {
    let path = FieldPath.path(path, below: root)
    guard let entry = types.index(of: path, in: source) else { return nil }
    usedTypes.insert(entry)
    let type = types.entries[entry].value
    guard let kind = type.contradiction(in: property.shape) else { return type }
    contradictions.append(
      Contradiction(
        entry: entry, path: path, kind: kind,
        place: property.shape.places[kind.rawValue] ?? property.place))
    return nil
  }

  private func optionalReason(
    _ property: PropertyShape, of parent: Shape, isNested: Bool
  ) -> String? {
    if property.facts.isUnsent { return "no example sends it" }
    if property.facts.isOptional { return "the page says so" }
    if property.facts.defaultValue != nil { return "the page gives a default" }
    let (presence, objects) = (property.presence, parent.count(.object))
    if presence < objects {
      if isNested { return "in \(presence) of \(objects) objects" }
      return isResponse
        ? "in \(presence) of \(objects) answers" : "sent by \(presence) of \(objects) examples"
    }
    if isResponse, parent.documents.count < Shape.documentLimit,
      !isCertain(property, isNested: isNested)
    {
      // How many they are is left out, so that one more of them changes no field.
      return "shown by fewer than \(Shape.documentLimit) answers"
    }
    return nil
  }

  /// Whether an answer has a field without which it would be of no use: what a resource and its
  /// version are known by, and the elements of a list.
  private func isCertain(_ property: PropertyShape, isNested: Bool) -> Bool {
    switch property.name.lowercased() {
    case "id", "$id", "etag": true
    case "items": !isNested && onlyKind(of: property.shape) == .array
    default: false
    }
  }

  /// The type that the words of a page name.
  static func documentedSchema(_ type: String?) -> Schema? {
    switch type {
    case "string": .string
    case "integer": .integer
    case "number": .number
    case "boolean": .boolean
    case "array": .array(.any(reason: "no example shows an element"))
    default: nil
    }
  }

  /// The documented values, then those that only examples show.
  static func allValues(_ documented: [String], _ shown: [String]) -> [String] {
    var values = documented
    for value in shown where !values.contains(value) && !NameMatching.hasPlaceholder(value) {
      values.append(value)
    }
    return values
  }

  /// The first value that is no placeholder.
  static func example(_ shape: Shape) -> String? {
    shape.values.first { !NameMatching.hasPlaceholder($0) && !$0.isEmpty }
  }
}

extension Schema {
  var isAny: Bool {
    if case .any = self { true } else { false }
  }

  /// Whether values are strings.
  var isText: Bool {
    switch self {
    case .string, .enumeration: true
    default: false
    }
  }
}
