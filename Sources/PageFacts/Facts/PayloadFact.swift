package import JSONReader

/// JSON that the page shows as a request and that no command of it sends: a record that another
/// system delivers, say.
package struct PayloadFact: Hashable, Sendable {
  package var section: SectionFact
  /// The prose that leads to the example.
  package var documentation: String
  package var json: JSONNode
  /// The fence.
  package var range: Range<Int>
  /// Whether a repair had another possible reading.
  package var isUncertain: Bool

  package init(
    section: SectionFact, documentation: String, json: JSONNode, range: Range<Int>,
    isUncertain: Bool
  ) {
    self.section = section
    self.documentation = documentation
    self.json = json
    self.range = range
    self.isUncertain = isUncertain
  }
}

/// JSON that is a further value of a field in the body of a request.
package struct FieldValueFact: Hashable, Sendable {
  package var section: SectionFact
  package var json: JSONNode
  /// The index in `PageFacts.requests` of a request that sends the field.
  package var request: Int
  /// The names of the fields that lead to it; `[]` stands for the elements of an array.
  package var path: [String]
  /// The fence.
  package var range: Range<Int>
  /// Whether a repair had another possible reading.
  package var isUncertain: Bool

  package init(
    section: SectionFact, json: JSONNode, request: Int, path: [String], range: Range<Int>,
    isUncertain: Bool
  ) {
    self.section = section
    self.json = json
    self.request = request
    self.path = path
    self.range = range
    self.isUncertain = isUncertain
  }

  /// `transformations[].params`
  package static func text(of path: [String]) -> String {
    path.reduce("") { $1 == "[]" ? $0 + $1 : $0.isEmpty ? $1 : $0 + "." + $1 }
  }
}
