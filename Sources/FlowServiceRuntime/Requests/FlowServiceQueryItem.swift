/// A name and value of a query.
public struct FlowServiceQueryItem: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value, also of a secret, as it is sent; `nil` for a name without `=`.
  public var value: String?
  /// Whether the value never shows.
  var isSecret = false

  /// Makes an item of a query.
  public init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// Makes an item of a query whose value is sent as it is and never shows.
  public init(_ name: String, secret value: Secret<String>) {
    self.name = name
    self.value = value.exposed
    isSecret = true
  }

  var encoded: String {
    let name = PercentEncoding.queryName(name)
    return value.map { name + "=" + PercentEncoding.queryValue($0) } ?? name
  }
}

extension FlowServiceQueryItem: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// Name and value, not percent-encoded; never what was made of a secret.
  public var description: String { shownValue.map { name + "=" + $0 } ?? name }

  /// Name and value, not percent-encoded; never what was made of a secret.
  public var debugDescription: String { description }

  /// Name and value; never what was made of a secret.
  public var customMirror: Mirror {
    Mirror(self, children: ["name": name, "value": shownValue as Any])
  }

  private var shownValue: String? { isSecret ? redactedText : value }
}
