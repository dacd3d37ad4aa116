/// A condition on what a list shows, for its query parameter `property`.
///
/// ```swift
/// let filter = PropertyFilter("name", is: "CRMToAEP")
/// let request = FlowSpecs.list(property: filter.text)  // property=name==%22CRMToAEP%22
/// ```
///
/// The property is a path such as `params.tableName`; after the name of an array come brackets, as in
/// `sourceConnectionIds[]`.
public struct PropertyFilter: Hashable, Sendable, CustomStringConvertible {
  /// How a property and a value are compared.
  public enum Comparison: String, Hashable, Sendable {
    /// The property has the value.
    case equal = "=="
    /// The property is less than the value.
    case less = "<"
    /// The property is less than the value or has it.
    case lessOrEqual = "<="
    /// The property is greater than the value.
    case greater = ">"
    /// The property is greater than the value or has it.
    case greaterOrEqual = ">="
  }

  /// The condition as the service reads it, not percent-encoded: that is done when it becomes part
  /// of a URL.
  public var text: String

  /// The condition as the service reads it.
  public var description: String { text }

  /// That a property has a value.
  public init(_ property: String, is value: String) {
    text = property + Comparison.equal.rawValue + Self.quoted(value)
  }

  /// That a property has one of some values; nothing if there are none. No condition says that: who
  /// has no values has nothing to ask for.
  public init?(_ property: String, isOneOf values: [String]) {
    if values.isEmpty { return nil }
    let values = values.map { Self.isPlain($0) ? $0 : Self.quoted($0) }
    text = property + Comparison.equal.rawValue + values.joined(separator: ",")
  }

  /// How a property compares with a number.
  public init(_ property: String, _ comparison: Comparison, _ value: some BinaryInteger) {
    text = property + comparison.rawValue + value.description
  }

  /// The value in quotes, so that a comma or a blank in it belongs to it. No page says how to write
  /// a quote within; a backslash before it is what such languages use.
  private static func quoted(_ value: String) -> String {
    var result = "\""
    for character in value {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }

  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty
      && value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
  }
}

extension FlowServiceRequest {
  /// The request with one more condition on what it lists. All its conditions must hold.
  public func filtered(by filter: PropertyFilter) -> FlowServiceRequest {
    var request = self
    request.query.append(FlowServiceQueryItem("property", filter.text))
    return request
  }
}
