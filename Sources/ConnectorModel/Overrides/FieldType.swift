package import Diagnostics

/// A type that a field is given from outside the pages.
package enum FieldType: String, Hashable, Sendable {
  case string
  case integer
  case number
  case boolean
  /// Any JSON value.
  case json

  var schema: Schema {
    switch self {
    case .string: .string
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case .json: .any(reason: "the configuration says so")
    }
  }

  /// The first kind of value among the examples that is not of this type. `null` says nothing of
  /// the type.
  func contradiction(in shape: Shape) -> Shape.Kind? {
    Shape.Kind.allCases.first { kind in
      guard shape.count(kind) > 0, kind != .null else { return false }
      switch (self, kind) {
      case (.json, _), (.string, .string), (.integer, .integer), (.boolean, .boolean): return false
      case (.number, .integer), (.number, .number):
        // What a `Double` does not hold would not be the same on the wire again.
        return shape.wideIntegers > 0 || shape.exactNumbers > 0
      default: return true
      }
    }
  }
}

/// What became of the types that fields were given.
package struct FieldTypeReport: Hashable, Sendable {
  /// An example that has a value of another type, so that the page's type stays.
  package struct Contradiction: Hashable, Sendable {
    /// The index of the entry.
    package var entry: Int
    package var path: String
    /// What the example sends: `string`.
    package var kind: String
    /// The page's path as findings show it.
    package var page: String
    package var location: SourceLocation
  }

  /// The entries that some field matched.
  package var used: Set<Int> = []
  package var contradictions: [Contradiction] = []

  mutating func merge(_ other: FieldTypeReport) {
    used.formUnion(other.used)
    for contradiction in other.contradictions where !contradictions.contains(contradiction) {
      contradictions.append(contradiction)
    }
  }
}
