import HTTPTypes

extension FlowServiceRequest {
  /// Adds an item to the query, if there is a value for it.
  ///
  /// The value of a ``Secret`` is sent as it is, and shows neither in `curl(for:)` nor in errors.
  public mutating func addQueryItem(_ name: String, _ value: (some CustomStringConvertible)?) {
    guard let value else { return }
    if let secret = value as? any TextOfSecret {
      query.append(FlowServiceQueryItem(name, secret: secret.exposedText))
    } else {
      query.append(FlowServiceQueryItem(name, value.description))
    }
  }

  /// Adds a header field, if there is a value for it. A name that HTTP does not allow is left out.
  ///
  /// The value of a ``Secret`` is sent as it is, and shows neither in ``headers`` nor in `curl(for:)`
  /// nor in errors.
  public mutating func addHeader(_ name: String, _ value: (some CustomStringConvertible)?) {
    guard let value, let name = HTTPField.Name(name) else { return }
    if let secret = value as? any TextOfSecret {
      secretHeaders.append(SecretHeader(name: name, value: secret.exposedText))
    } else {
      headers.append(HTTPField(name: name, value: value.description))
    }
  }
}

/// A secret of whatever type, which would describe itself as `<redacted>`.
///
/// It is looked for when the program runs: an overload for secrets would not be chosen where the
/// type is not known, as in a generic function.
private protocol TextOfSecret {
  var exposedText: Secret<String> { get }
}

extension Secret: TextOfSecret {
  fileprivate var exposedText: Secret<String> { Secret<String>("\(exposed)") }
}
