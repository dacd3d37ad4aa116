import JSONReader

/// Adds examples to shapes.
struct ShapeReader {
  /// The page that the examples stand on.
  var page: Int
  /// What of the examples is said otherwise on the page, by the range of the value or its key.
  var corrections: [Range<Int>: [Provenance.Correction]] = [:]

  /// What is nested deeper than this is no documented structure.
  private static let depthLimit = 100
  /// An object with more members is a table of data; a type for it would be of no use to anybody.
  private static let memberLimit = 5000

  /// Adds a whole document.
  func add(_ node: JSONNode, to shape: Shape) {
    add(node, to: shape, of: shape.total, key: nil, depth: 0)
  }

  private func place(_ node: JSONNode) -> Place { Place(page: page, range: node.range) }

  /// Adds what stands by itself and belongs inside of a document.
  ///
  /// - Parameters:
  ///   - key: The key that it is the value of.
  ///   - depth: How deep that is.
  func add(_ node: JSONNode, to shape: Shape, key: String?, depth: Int) {
    add(node, to: shape, of: shape.total, key: key, depth: depth)
  }

  private func add(
    _ node: JSONNode, to shape: Shape, of document: Int, key: String?, depth: Int
  ) {
    if node.isUncertain { shape.isUncertain = true }
    switch node.kind {
    case .string(let text):
      shape.note(.string, at: place(node))
      shape.note(value: text)
    case .number(let spelling):
      addNumber(spelling, node, to: shape)
    case .boolean(let value):
      shape.note(.boolean, at: place(node))
      shape.note(value: value ? "true" : "false")
    case .null:
      shape.note(.null, at: place(node))
    case .array(let elements):
      shape.note(.array, at: place(node))
      guard !elements.isEmpty else { return }
      guard depth < Self.depthLimit else {
        shape.dataReason = "nested too deeply"
        return
      }
      let element = shape.element ?? Shape()
      shape.element = element
      for value in elements {
        add(value, to: element, of: document, key: nil, depth: depth + 1)
      }
    case .object(let members):
      shape.note(.object, at: place(node))
      shape.note(document: document)
      addObject(members, to: shape, of: document, key: key, depth: depth)
    }
  }

  private func addNumber(_ spelling: String, _ node: JSONNode, to shape: Shape) {
    switch NumberSpelling.kind(of: spelling) {
    case .integer:
      shape.note(.integer, at: place(node))
    case .wideInteger:
      shape.note(.integer, at: place(node))
      shape.wideIntegers += 1
    case .number:
      shape.note(.number, at: place(node))
    case .exact:
      shape.note(.number, at: place(node))
      shape.exactNumbers += 1
    }
    shape.note(value: spelling)
  }

  private func addObject(
    _ members: [JSONMember], to shape: Shape, of document: Int, key: String?, depth: Int
  ) {
    guard depth < Self.depthLimit else {
      shape.dataReason = "nested too deeply"
      return
    }
    if key == "auth", ValueRecognition.isAuthentication(members) { shape.authentications += 1 }
    if ValueRecognition.isJSONSchema(members, key: key) {
      if depth == 0 || ValueRecognition.isUsersSchema(members) {
        shape.dataReason = "a schema of the user's own"
      } else {
        shape.jsonSchemas += 1
      }
    }
    let isMessage = ValueRecognition.isMessage(members)
    let hasRows = ValueRecognition.isPreview(members)
    var seen: Set<String> = []
    for member in members {
      if shape.properties.count >= Self.memberLimit, shape.property(named: member.key) == nil {
        shape.dataReason = "more members than a documented structure has"
        return
      }
      let property = shape.property(
        member.key, at: Place(page: page, range: member.keyRange))
      // A key that stands twice is still one field.
      if seen.insert(member.key).inserted { property.presence += 1 }
      if !corrections.isEmpty {
        property.facts.note(corrections[member.keyRange] ?? [])
        property.facts.note(corrections[member.value.range] ?? [])
      }
      add(member.value, to: property.shape, of: document, key: member.key, depth: depth + 1)
      if hasRows, member.key == "data", member.value.elements != nil {
        property.shape.dataReason = "rows of the user's own data"
      }
      if isMessage, member.key == "body", member.value.members != nil {
        property.shape.dataReason = "a message of the user's own"
      }
    }
  }
}
