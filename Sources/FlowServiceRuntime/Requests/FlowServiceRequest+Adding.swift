import HTTPTypes

extension FlowServiceRequest {
  /// Adds an item to the query, if there is a value for it.
  public mutating func addQueryItem(_ name: String, _ value: (some CustomStringConvertible)?) {
    guard let value else { return }
    query.append(FlowServiceQueryItem(name, value.description))
  }

  /// Adds a header field, if there is a value for it. A name that HTTP does not allow is left out.
  public mutating func addHeader(_ name: String, _ value: (some CustomStringConvertible)?) {
    guard let value, let name = HTTPField.Name(name) else { return }
    headers.append(HTTPField(name: name, value: value.description))
  }
}
