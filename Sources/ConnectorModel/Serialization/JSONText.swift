import JSONReader

/// Writes JSON so that a line's diff reads well: two blanks a level, one member or element a line,
/// members in the order given, numbers as spelt.
enum JSONText {
  /// The text, with a line feed at its end.
  static func bytes(of node: JSONNode) -> [UInt8] {
    var bytes: [UInt8] = []
    write(node, indentation: 0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func write(_ node: JSONNode, indentation: Int, to bytes: inout [UInt8]) {
    switch node.kind {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .number(let spelling): bytes += spelling.utf8
    case .string(let text): write(text, to: &bytes)
    case .array(let elements):
      writeList(
        elements.count, open: "[", close: "]", indentation: indentation, to: &bytes
      ) { index, bytes in
        write(elements[index], indentation: indentation + 1, to: &bytes)
      }
    case .object(let members):
      writeList(
        members.count, open: "{", close: "}", indentation: indentation, to: &bytes
      ) { index, bytes in
        write(members[index].key, to: &bytes)
        bytes += ": ".utf8
        write(members[index].value, indentation: indentation + 1, to: &bytes)
      }
    }
  }

  private static func writeList(
    _ count: Int, open: Unicode.Scalar, close: Unicode.Scalar, indentation: Int,
    to bytes: inout [UInt8], writeItem: (Int, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(indentation + 1, &bytes)
      writeItem(index, &bytes)
    }
    if count > 0 { startLine(indentation, &bytes) }
    bytes.append(UInt8(ascii: close))
  }

  private static func startLine(_ indentation: Int, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indentation { bytes += "  ".utf8 }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

/// Members in order; those that say nothing are left out, so that a model's text stays short.
struct JSONObjectWriter {
  private var members: [JSONMember] = []

  var node: JSONNode { JSONNode(.object(members), range: 0..<0) }

  mutating func set(_ key: String, _ value: JSONNode?) {
    guard let value else { return }
    members.append(JSONMember(key: key, keyRange: 0..<0, value: value))
  }

  mutating func set(_ key: String, _ text: String?) { set(key, text.map { JSONNode.text($0) }) }

  /// A flag that is written only when it is set.
  mutating func set(_ key: String, if flag: Bool) {
    if flag { set(key, JSONNode.flag(true)) }
  }

  mutating func set(_ key: String, texts: [String]) {
    if !texts.isEmpty { set(key, JSONNode.texts(texts)) }
  }

  mutating func set<Value>(_ key: String, list: [Value], _ node: (Value) -> JSONNode) {
    if !list.isEmpty { set(key, JSONNode.list(list.map(node))) }
  }
}
