/// The type of a field, where what the pages say of it is not right.
package struct TypeOverride: Hashable, Sendable {
  package enum FieldType: String, Hashable, Sendable, CaseIterable {
    case string
    case integer
    case number
    case boolean
    /// Any JSON value.
    case json
  }

  /// The field's wire name or dotted path.
  package var field: String
  /// The source that it is for; all where nil.
  package var source: String?
  package var type: FieldType
  /// Where the field stands in the configuration, for the finding that there is no such field.
  package var range: Range<Int>

  package init(
    field: String, of source: String? = nil, type: FieldType, range: Range<Int> = 0..<0
  ) {
    self.field = field
    self.source = source
    self.type = type
    self.range = range
  }
}
