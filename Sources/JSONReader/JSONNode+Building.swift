/// JSON made by the program instead of read from a page.
extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self.init(.string(value), range: 0..<0) }
  package init(integerLiteral value: Int) { self.init(.number(String(value)), range: 0..<0) }
  package init(booleanLiteral value: Bool) { self.init(.boolean(value), range: 0..<0) }
  package init(nilLiteral: ()) { self.init(.null, range: 0..<0) }
  package init(arrayLiteral elements: JSONNode...) { self.init(.array(elements), range: 0..<0) }
  /// Members in the order given.
  package init(dictionaryLiteral elements: (String, JSONNode)...) {
    self.init(
      .object(elements.map { JSONMember(key: $0, keyRange: 0..<0, value: $1) }), range: 0..<0)
  }

  /// A string, or `null` where there is none.
  package static func text(_ value: String?) -> JSONNode {
    value.map { JSONNode(.string($0), range: 0..<0) } ?? nil
  }

  package static func number(_ value: Int) -> JSONNode { JSONNode(integerLiteral: value) }
  package static func flag(_ value: Bool) -> JSONNode { JSONNode(booleanLiteral: value) }
  package static func list(_ elements: [JSONNode]) -> JSONNode {
    JSONNode(.array(elements), range: 0..<0)
  }

  package static func texts(_ values: [String]) -> JSONNode { list(values.map { .text($0) }) }
}
