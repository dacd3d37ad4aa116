/// Changes to a JSON value, one after the other (RFC 6902): the body of an update.
///
/// ```swift
/// let patch: JSONPatch = [
///   .replace("/name", with: "Contacts, daily"),
///   .replace("/auth/params/password", with: newPassword),  // a Secret
///   .remove("/description"),
/// ]
/// ```
public struct JSONPatch: Sendable, Encodable, ExpressibleByArrayLiteral {
  /// The changes in their order.
  public var operations: [Operation]

  /// Makes a patch of changes.
  public init(_ operations: [Operation] = []) {
    self.operations = operations
  }

  /// Makes a patch of changes.
  public init(arrayLiteral elements: Operation...) {
    self.init(elements)
  }

  /// Encodes an array of changes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(operations)
  }
}

extension JSONPatch {
  /// One change.
  public struct Operation: Sendable, Encodable {
    private enum Kind: String, Encodable {
      case add, remove, replace, move, copy, test
    }

    private enum CodingKeys: String, CodingKey {
      case kind = "op"
      case path, from, value
    }

    private var kind: Kind
    private var path: JSONPointer
    private var from: JSONPointer?
    private var value: (any Encodable & Sendable)?

    /// Sets what is not there yet, or adds an element to an array: before the one at the index, or
    /// at ``JSONPointer/end``.
    public static func add(_ path: JSONPointer, _ value: some Encodable & Sendable) -> Operation {
      Operation(kind: .add, path: path, value: value)
    }

    /// Sets what is there to another value.
    public static func replace(
      _ path: JSONPointer, with value: some Encodable & Sendable
    ) -> Operation {
      Operation(kind: .replace, path: path, value: value)
    }

    /// Takes away what is there.
    public static func remove(_ path: JSONPointer) -> Operation {
      Operation(kind: .remove, path: path)
    }

    /// Takes what is at one place to another one.
    public static func move(from: JSONPointer, to path: JSONPointer) -> Operation {
      Operation(kind: .move, path: path, from: from)
    }

    /// Sets one place to what is at another one.
    public static func copy(from: JSONPointer, to path: JSONPointer) -> Operation {
      Operation(kind: .copy, path: path, from: from)
    }

    /// Makes the whole patch fail unless this is there.
    public static func test(_ path: JSONPointer, is value: some Encodable & Sendable) -> Operation {
      Operation(kind: .test, path: path, value: value)
    }

    /// Encodes the change. A value of `nil` encodes to `null`.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(kind, forKey: .kind)
      try container.encodeIfPresent(from, forKey: .from)
      try container.encode(path, forKey: .path)
      if let value { try container.encode(value, forKey: .value) }
    }
  }
}

extension FlowServiceRequest {
  /// The request with a patch for its body, where the type of the body does not have what is to be
  /// changed:
  ///
  /// ```swift
  /// let request = Flows.update(flowID: id, ifMatch: eTag, []).sending(patch)
  /// ```
  public func sending(_ patch: JSONPatch) -> FlowServiceRequest {
    var request = self
    request.body = .json(patch)
    return request
  }
}
