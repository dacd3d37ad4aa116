#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Any JSON value.
///
/// Numbers keep their value: whole ones are `integer`, others `number`, and those that neither
/// holds exactly `decimal`, up to its 38 digits. Two numbers are equal if their values are.
public enum JSONValue: Sendable {
  /// `null`
  case null
  /// `true` or `false`; never a number.
  case boolean(Bool)
  /// A whole number.
  case integer(Int64)
  /// A number whose shortest decimal form is what stands in the text.
  case number(Double)
  /// A number with more digits than the others hold.
  case decimal(Decimal)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Values by name. JSON gives the order of names no meaning, and neither does this.
  case object([String: JSONValue])
}

extension JSONValue {
  /// Whether this is `null`.
  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  /// The value of `true` or `false`.
  public var booleanValue: Bool? {
    if case .boolean(let value) = self { return value }
    return nil
  }

  /// The value of a number that is whole and small enough.
  public var integerValue: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    default: nil
    }
  }

  /// The value of a number, as near as a `Double` comes to it.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .decimal(let value): Double("\(value)")
    default: nil
    }
  }

  /// The text of a string.
  public var stringValue: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  /// The elements of an array.
  public var arrayValue: [JSONValue]? {
    if case .array(let value) = self { return value }
    return nil
  }

  /// The members of an object.
  public var objectValue: [String: JSONValue]? {
    if case .object(let value) = self { return value }
    return nil
  }

  /// The member of an object; nothing if this is no object. Setting a member makes it one.
  public subscript(name: String) -> JSONValue? {
    get { objectValue?[name] }
    set {
      var members = objectValue ?? [:]
      members[name] = newValue
      self = .object(members)
    }
  }

  /// The element of an array; nothing if there is none.
  public subscript(index: Int) -> JSONValue? {
    guard let elements = arrayValue, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension JSONValue: Hashable {
  /// Whether two values are equal, numbers by value.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.integer(let left), .integer(let right)): return left == right
    case (.number(let left), .number(let right)): return left == right
    case (.string(let left), .string(let right)): return left == right
    case (.array(let left), .array(let right)): return left == right
    case (.object(let left), .object(let right)): return left == right
    default:
      guard let left = left.exactValue, let right = right.exactValue else { return false }
      return left == right
    }
  }

  /// Adds the value to a hash, equal numbers equally.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer, .number, .decimal: hasher.combine(doubleValue)
    case .string(let value): hasher.combine(value)
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }

  /// The value of a number with all its digits.
  private var exactValue: Decimal? {
    switch self {
    case .integer(let value): Decimal(value)
    case .number(let value): Decimal(string: "\(value)")
    case .decimal(let value): value
    default: nil
    }
  }
}

extension JSONValue: Codable {
  /// Decodes any value.
  public init(from decoder: any Decoder) throws {
    // A wrong guess makes the decoder build an error, which takes the longer the deeper the value
    // stands: what nests is guessed first. What a guess finds wrong within is thrown.
    if let container = try? decoder.container(keyedBy: Name.self) {
      self = .object(try Self.members(of: container))
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if var elements = try? decoder.unkeyedContainer() {
      self = .array(try Self.elements(of: &elements))
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else {
      self = try Self.number(in: container)
    }
  }

  /// Any name of a member.
  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private static func members(
    of container: KeyedDecodingContainer<Name>
  ) throws -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    for name in container.allKeys {
      members[name.stringValue] = try container.decode(JSONValue.self, forKey: name)
    }
    return members
  }

  private static func elements(of container: inout any UnkeyedDecodingContainer) throws
    -> [JSONValue]
  {
    var elements: [JSONValue] = []
    while !container.isAtEnd {
      elements.append(try container.decode(JSONValue.self))
    }
    return elements
  }

  private static func number(in container: any SingleValueDecodingContainer) throws -> JSONValue {
    let decimal = try? container.decode(Decimal.self)
    guard let value = try? container.decode(Double.self) else {
      return .decimal(try container.decode(Decimal.self))
    }
    guard let decimal, !decimal.isNaN, decimal != Decimal(string: "\(value)") else {
      return .number(value)
    }
    return .decimal(decimal)
  }

  /// Encodes the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .decimal(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON on one line.
  public var description: String {
    guard let bytes = try? JSONCoding.encode(self, redacted: false, pretty: false) else {
      return "not a JSON value"
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Makes `null`.
  public init(nilLiteral: ()) { self = .null }

  /// Makes a boolean.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }

  /// Makes a whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }

  /// Makes a number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Makes a string.
  public init(stringLiteral value: String) { self = .string(value) }

  /// Makes an array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Makes an object. The last of several members of one name counts.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
