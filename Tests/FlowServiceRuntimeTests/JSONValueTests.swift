import FlowServiceRuntime
import Foundation
import Testing

@Suite struct JSONValueTests {
  private func decoded(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  private func encoded(_ value: JSONValue) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func numbersAndBooleansAreNotConfused() throws {
    #expect(try decoded("[0, 1, true, false]") == [.integer(0), .integer(1), true, false])
    #expect(try decoded(#"["true", "1", "null"]"#) == ["true", "1", "null"])
    #expect(JSONValue.integer(1) != .boolean(true))
    #expect(try encoded([0, 1, true, false, nil]) == "[0,1,true,false,null]")
  }

  /// What is written is what was read, digit for digit.
  @Test(arguments: [
    "0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "18446744073709551615", "123456789012345678901234567890", "0.1", "-0.25", "1.5",
    "0.1234567890123456789012345", "1234567890.123456789012345", "1639696800000",
    "\"\"", "\"a/b \\\\ \\\" é 日本\"", "{}", "[]", "null", "true",
    #"{"a":[1,{"b":null}],"c":"d"}"#,
  ])
  func textsSurvive(text: String) throws {
    #expect(try encoded(decoded(text)) == text)
  }

  /// Other spellings of a number keep its value.
  @Test(arguments: [
    ("1.0", "1"), ("5.5458332804E10", "55458332804"), ("1e2", "100"), ("-0.0", "0"),
    ("1E-3", "0.001"), ("2.50", "2.5"),
  ])
  func numbersKeepTheirValue(text: String, expected: String) throws {
    #expect(try decoded(text) == decoded(expected))
    #expect(try decoded(encoded(decoded(text))) == decoded(text))
    let number = try #require(
      JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed) as? NSNumber)
    #expect(try decoded(text).doubleValue == number.doubleValue)
  }

  @Test func equalNumbersHaveEqualHashes() throws {
    #expect(JSONValue.integer(5) == .number(5))
    #expect(JSONValue.integer(5).hashValue == JSONValue.number(5).hashValue)
    #expect(JSONValue.decimal(Decimal(5)).hashValue == JSONValue.integer(5).hashValue)
    #expect(JSONValue.integer(.max) != .integer(.max - 1))
    #expect(JSONValue.number(0.1) != .decimal(Decimal(string: "0.10000000000000000001") ?? 0))
  }

  @Test func deepNestingIsNoProblem() throws {
    let text = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    #expect(try encoded(decoded(text)) == text)
    let object = String(repeating: #"{"a":"#, count: 500) + "1" + String(repeating: "}", count: 500)
    #expect(try encoded(decoded(object)) == object)
  }

  @Test func accessorsAndLiterals() {
    var value: JSONValue = ["name": "x", "list": [1, 2.5, nil], "deep": ["a": true]]
    #expect(value["name"]?.stringValue == "x")
    #expect(value["list"]?[1]?.doubleValue == 2.5)
    #expect(value["list"]?[2]?.isNull == true)
    #expect(value["list"]?[3] == nil)
    #expect(value["list"]?[-1] == nil)
    #expect(value["deep"]?["a"]?.booleanValue == true)
    #expect(value["list"]?[0]?.integerValue == 1)
    value["name"] = nil
    value["deep"]?["b"] = 1
    #expect(value.description == #"{"deep":{"a":true,"b":1},"list":[1,2.5,null]}"#)
    let repeated: JSONValue = ["a": 1, "a": 2]
    #expect(repeated["a"] == 2)
  }

  @Test func errorsWithinAreNotHidden() {
    #expect(throws: (any Error).self) { try decoded("[1, ]x") }
    #expect(throws: (any Error).self) { try decoded(#"{"a": [{"b": 1e99999}]}"#) }
    #expect(JSONValue.number(.nan).description == "not a JSON value")
  }

  @Test func schemasAreKept() throws {
    let text = """
      {"$schema":"http://json-schema.org/draft-07/schema#","extra":[1],"properties":\
      {"port":{"default":22,"enum":[22,23],"format":"int32","type":"integer"}},\
      "required":["port"],"type":"object"}
      """
    let schema = try JSONDecoder().decode(JSONSchema.self, from: Data(text.utf8))
    #expect(schema.type == "object")
    #expect(schema.required == ["port"])
    #expect(schema.properties["port"]?.defaultValue == 22)
    #expect(schema.properties["port"]?.allowedValues == [22, 23])
    #expect(schema.description == text)
    let again = try JSONEncoder().encode(schema)
    #expect(try JSONDecoder().decode(JSONSchema.self, from: again) == schema)
  }
}
