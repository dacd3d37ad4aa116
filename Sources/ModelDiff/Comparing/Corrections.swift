import ConnectorModel

/// What overlays correct of a part of a model, each correction once, with its first place.
struct Corrections {
  struct Entry {
    var correction: Provenance.Correction
    var place: Provenance
  }

  private(set) var list: [Entry] = []
  private var known: Set<Provenance.Correction> = []

  func without(_ other: Corrections) -> Corrections {
    var rest = self
    rest.list.removeAll { other.known.contains($0.correction) }
    return rest
  }

  mutating func add(_ source: Source) {
    add(source.provenance)
    for specification in source.connectionSpecifications { add(specification.provenance) }
    for authentication in source.authentications {
      add(authentication.provenance)
      for field in authentication.fields { add(field) }
      for pattern in authentication.patterns { add(pattern.provenance) }
    }
    for request in source.requests {
      add(request.provenance)
      for parameter in request.pathParameters + request.queryParameters + request.headerParameters {
        add(parameter.corrections, at: request.provenance)
      }
      add(request.body)
      for example in request.examples { add(example.provenance) }
      for example in request.fieldExamples { add(example.provenance) }
    }
  }

  mutating func add(_ operation: ModelOperation) {
    for provenance in operation.provenances { add(provenance) }
    if let place = operation.provenances.first {
      for parameter in operation.pathParameters + operation.queryParameters
        + operation.headerParameters
      {
        add(parameter.corrections, at: place)
      }
    }
    add(operation.body)
    add(operation.response)
    for example in operation.examples { add(example.provenance) }
    for example in operation.fieldExamples { add(example.provenance) }
    for example in operation.responseExamples { add(example.provenance) }
  }

  mutating func add(_ payload: Payload) {
    add(payload.provenance)
    add(payload.body)
    add(payload.response)
    for example in payload.examples { add(example.provenance) }
    for example in payload.responseExamples { add(example.provenance) }
  }

  private mutating func add(_ property: Property) {
    add(property.provenance)
    add(property.schema)
  }

  private mutating func add(_ schema: Schema?) {
    switch schema {
    case .object(let object): for property in object.properties { add(property) }
    case .array(let inner), .dictionary(let inner): add(inner)
    case .union(let options): for option in options { add(option) }
    default: break
    }
  }

  private mutating func add(_ provenance: Provenance) {
    if !provenance.corrections.isEmpty { add(provenance.corrections, at: provenance) }
  }

  private mutating func add(_ corrections: [Provenance.Correction], at place: Provenance) {
    for correction in corrections where known.insert(correction).inserted {
      list.append(Entry(correction: correction, place: place))
    }
  }
}
