import JSONReader

/// What has been seen at one place of a kind of document, over all its examples.
///
/// A class, since examples are added to it one by one and deep inside; it never leaves the builder.
final class Shape {
  enum Kind: Int, CaseIterable {
    case integer
    case number
    case string
    case boolean
    case array
    case object
    case null
  }

  /// How often each kind was seen.
  var counts: [Int] = Array(repeating: 0, count: Kind.allCases.count)
  /// Where each kind was seen first.
  var places: [Place?] = Array(repeating: nil, count: Kind.allCases.count)
  /// Integers that no `Double` holds.
  var wideIntegers = 0
  /// Numbers that neither `Int64` nor `Double` holds.
  var exactNumbers = 0
  /// The numbers of the documents that have an object here; the first few.
  var documents: [Int] = []
  /// Distinct strings, numbers and booleans as text, in order of first appearance; the first few.
  var values: [String] = []
  var element: Shape?
  /// In order of first appearance.
  var properties: [PropertyShape] = []
  var indices: [String: Int] = [:]

  /// Objects that are a whole `auth`.
  var authentications = 0
  /// Objects that look like a JSON Schema.
  var jsonSchemas = 0
  /// Why this is the user's own data, if it is.
  var dataReason: String?
  var isUncertain = false

  /// More values than this are no list of allowed ones.
  static let valueLimit = 64
  /// In so many documents an object has to be seen before what all have counts for a promise. Those
  /// beyond are not told apart.
  static let documentLimit = 3

  func count(_ kind: Kind) -> Int { counts[kind.rawValue] }

  func note(_ kind: Kind, at place: Place) {
    counts[kind.rawValue] += 1
    if places[kind.rawValue] == nil { places[kind.rawValue] = place }
  }

  /// How many values were seen; at the root one for each document.
  var total: Int { counts.reduce(0, +) }

  func note(document: Int) {
    if documents.count < Self.documentLimit, !documents.contains(document) {
      documents.append(document)
    }
  }

  func note(value: String) {
    if values.count < Self.valueLimit, !values.contains(value) { values.append(value) }
  }

  func property(_ name: String, at place: Place) -> PropertyShape {
    if let index = indices[name] { return properties[index] }
    let property = PropertyShape(name: name, place: place)
    indices[name] = properties.count
    properties.append(property)
    return property
  }

  /// Those that examples have in the order of the examples, then the others by name: rows that
  /// change places must not move arguments.
  var orderedProperties: [PropertyShape] {
    let unsent = properties.filter(\.facts.isUnsent)
    guard !unsent.isEmpty else { return properties }
    return properties.filter { !$0.facts.isUnsent }
      + unsent.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  func property(named name: String) -> PropertyShape? { indices[name].map { properties[$0] } }

  /// What was seen at the end of a path, with `[]` for the elements of an array.
  func descendant(at path: [String]) -> Shape? {
    var shape = self
    for name in path {
      guard let next = name == "[]" ? shape.element : shape.property(named: name)?.shape else {
        return nil
      }
      shape = next
    }
    return shape
  }

  /// Adds all that the other one has seen.
  func merge(_ other: Shape) {
    for kind in Kind.allCases {
      counts[kind.rawValue] += other.counts[kind.rawValue]
      if places[kind.rawValue] == nil { places[kind.rawValue] = other.places[kind.rawValue] }
    }
    wideIntegers += other.wideIntegers
    exactNumbers += other.exactNumbers
    authentications += other.authentications
    jsonSchemas += other.jsonSchemas
    dataReason = dataReason ?? other.dataReason
    isUncertain = isUncertain || other.isUncertain
    other.documents.forEach(note(document:))
    other.values.forEach(note(value:))
    if let theirs = other.element {
      let mine = element ?? Shape()
      mine.merge(theirs)
      element = mine
    }
    for theirs in other.properties {
      let mine = property(theirs.name, at: theirs.place)
      mine.presence += theirs.presence
      mine.shape.merge(theirs.shape)
      mine.facts.merge(theirs.facts)
    }
  }
}

/// A member of the objects at one place.
final class PropertyShape {
  let name: String
  /// Where it stands first.
  let place: Place
  let shape = Shape()
  /// In how many objects it stands.
  var presence = 0
  /// What tables say of it.
  var facts = DocumentedFacts()

  init(name: String, place: Place) {
    self.name = name
    self.place = place
  }
}

/// The words of a row.
struct RowText {
  var text: String
  /// The row.
  var place: Place
}

/// What the rows of tables say of one value, merged.
struct DocumentedFacts {
  var text: RowText?
  var aliases: [String] = []
  var isOptional = false
  var defaultValue: String?
  var allowedValues: [String] = []
  var example: String?
  var isSecret = false
  var type: String?
  /// Where the first row stands.
  var place: Place?
  /// Whether only rows know of it.
  var isUnsent = false
  /// What of it is said otherwise on the pages.
  var corrections: [Provenance.Correction] = []

  var documentation: String? { text?.text }

  mutating func merge(_ other: DocumentedFacts) {
    text = text ?? other.text
    for alias in other.aliases where !aliases.contains(alias) { aliases.append(alias) }
    isOptional = isOptional || other.isOptional
    defaultValue = defaultValue ?? other.defaultValue
    var known = Set(allowedValues)
    for value in other.allowedValues where known.insert(value).inserted {
      allowedValues.append(value)
    }
    example = example ?? other.example
    isSecret = isSecret || other.isSecret
    type = type ?? other.type
    place = place ?? other.place
    note(other.corrections)
  }

  mutating func note(_ more: [Provenance.Correction]) {
    for correction in more where !corrections.contains(correction) {
      corrections.append(correction)
    }
  }
}
