/// The query of a request, in order and decoded.
struct Query: Hashable, Sendable {
  struct Item: Hashable, Sendable {
    var name: String
    var value: String
  }

  var items: [Item]

  /// Reads a query as it stands in the URL. A name ends at its first `=`; `+` is a blank.
  init(_ text: some StringProtocol) {
    items = text.split(separator: "&").map { part in
      let name = part.prefix { $0 != "=" }
      return Item(
        name: Self.decoded(name), value: Self.decoded(part.dropFirst(name.count).dropFirst()))
    }
  }

  subscript(name: String) -> String? {
    items.first { $0.name == name }?.value
  }

  func values(of name: String) -> [String] {
    items.filter { $0.name == name }.map(\.value)
  }

  /// The value of an item that must be there.
  func required(_ name: String) throws(ServiceError) -> String {
    guard let value = self[name], !value.isEmpty else {
      throw .service(
        "2119-400", "Query parameter missing",
        "The request came without the required query parameter \(name). Add it and repeat.")
    }
    return value
  }

  /// Refuses items that the operation does not have.
  func check(allowed names: Set<String>) throws(ServiceError) {
    if let item = items.first(where: { !names.contains($0.name) }) {
      throw .invalid("1451-400", "The query params hold \(item.name), which is not valid.")
    }
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(hexadecimal: rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    self = value
  }
}
