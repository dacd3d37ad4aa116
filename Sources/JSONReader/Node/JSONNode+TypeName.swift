extension JSONNode {
  /// What kind of value this is: `string`, `integer`, `number`, `boolean`, `object`, `array` or
  /// `null`. A number is an integer when its spelling has neither a point nor an exponent.
  package var typeName: String {
    switch kind {
    case .object: "object"
    case .array: "array"
    case .string: "string"
    case .number(let spelling):
      spelling.utf8.contains { $0 == Byte.dot || $0 | 0x20 == UInt8(ascii: "e") }
        ? "number" : "integer"
    case .boolean: "boolean"
    case .null: "null"
    }
  }
}
