/// A code with which the service names an error, such as `1404-412`.
///
/// The set is open: a code that came later is one like any other.
public struct ErrorCode: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The code as the service writes it.
  public let rawValue: String

  /// Takes a code as the service writes it.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Takes a code as the service writes it.
  public init(stringLiteral value: String) {
    rawValue = value
  }

  /// The code as the service writes it.
  public var description: String { rawValue }
}

extension ErrorCode {
  /// The code without what some answers write before it: `1404-412` for `FLOW-1404-412`, and the
  /// same for `http://ns.adobe.com/aep/errors/FLOW-1404-412`.
  var withoutPrefix: ErrorCode {
    let name = rawValue.split(separator: "/").last ?? ""
    guard let start = name.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return self }
    return ErrorCode(rawValue: String(name[start...]))
  }
}
