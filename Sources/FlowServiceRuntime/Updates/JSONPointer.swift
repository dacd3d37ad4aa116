/// A place within a JSON value (RFC 6901), such as `/scheduleParams/frequency`.
public struct JSONPointer: Hashable, Sendable {
  /// The pointer as it is written, `~` and `/` within names escaped; empty for the whole value.
  public let text: String

  /// Takes a pointer as it is written. A slash at its start may be left out.
  public init(_ text: String) {
    self.text = text.isEmpty || text.hasPrefix("/") ? text : "/" + text
  }

  /// Makes a pointer of names, one within the other. They may be any text.
  public init(names: [String]) {
    text = names.map { "/" + Self.escaped($0) }.joined()
  }

  /// The whole value.
  public static let root = JSONPointer("")

  /// The member of that name.
  public func appending(_ name: String) -> JSONPointer {
    JSONPointer(text + "/" + Self.escaped(name))
  }

  /// The element at that index.
  public func appending(_ index: Int) -> JSONPointer {
    JSONPointer(text + "/" + String(index))
  }

  /// The place after the last element of an array, where one can be added.
  public var end: JSONPointer { JSONPointer(text + "/-") }

  private static func escaped(_ name: String) -> String {
    var result = ""
    for character in name.unicodeScalars {
      switch character {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}

extension JSONPointer: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  CustomStringConvertible
{
  /// Takes a pointer as it is written.
  public init(stringLiteral value: String) { self.init(value) }

  /// Makes a pointer of names.
  public init(arrayLiteral elements: String...) { self.init(names: elements) }

  /// The pointer as it is written.
  public var description: String { text }
}

extension JSONPointer: Codable {
  /// Decodes a pointer as it is written.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the pointer as it is written.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
