import Diagnostics
import Foundation
import JSONReader
import Testing

@Suite struct NodeTests {
  private func node(_ text: String) throws -> JSONNode {
    try #require(JSONReader.read(MappedText(text)).root)
  }

  @Test func leafPathsAreTheUnionOverElements() throws {
    let root = try node(
      #"""
      {"name": 1, "a": {"b.c": [1, 2], "d": {}, "e": [], "f": null}, "m": [{"x": 1}, {"y": 2, "x": 3}],
       "meta:t": [[1], [2]], "o": [{}]}
      """#)
    #expect(
      root.leafPaths() == [
        "name", "a.b.c[]", "a.d", "a.e", "a.f", "m[].x", "m[].y", "meta:t[][]", "o[]",
      ])
    #expect(try node(#"[{"op": 1, "value": {"a": 1}}]"#).leafPaths() == ["[].op", "[].value.a"])
    #expect(try node(#"["a", "b"]"#).leafPaths() == ["[]"])
    #expect(try node("{}").leafPaths() == [])
  }

  @Test(arguments: [
    ("1.0", "1", true), ("1e2", "100", true), ("-0", "0", true), ("0.10", "1e-1", true),
    ("1", "2", false), ("1", "\"1\"", false),
    ("12345678901234567890", "12345678901234567891", false),
    (#"{"a":1,"b":2}"#, #"{"b":2,"a":1.0}"#, true), (#"{"a":1}"#, #"{"a":1,"b":1}"#, false),
    (#"{"a":1,"a":2}"#, #"{"a":2}"#, true), ("[1,2]", "[2,1]", false), ("null", "false", false),
    (#""\u00e9""#, #""é""#, true), (#""\u00e9""#, #""e\u0301""#, false),
    ("1e999999999999999999999", "1e99999999999999999999", false),
  ])
  func equivalence(_ left: String, _ right: String, _ expected: Bool) throws {
    #expect(try node(left).isEquivalent(to: node(right)) == expected)
  }

  @Test func theLastDuplicateCountsAsInFoundation() throws {
    let text = #"{"a":1,"a":2}"#
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Int]
    #expect(object == ["a": 2])
    #expect(try node(text).isEquivalent(to: node(#"{"a":2}"#)))
  }

  @Test func serializationKeepsOrderAndSpelling() throws {
    let text = #"{"b":1.0,"a":[5.5458332804E10,{}],"c":"\"\\\n\u0001é/","d":[]}"#
    #expect(try node(text).serialized() == text)
    #expect(
      try node(#"{"b":[1,{"c":null}],"d":{}}"#).serialized(indent: 2) == """
        {
          "b": [
            1,
            {
              "c": null
            }
          ],
          "d": {}
        }
        """)
  }

  @Test(arguments: [
    ("1", "integer"), ("-17", "integer"), ("1.0", "number"), ("1e3", "number"), ("\"1\"", "string"),
    ("true", "boolean"), ("null", "null"), ("{}", "object"), ("[]", "array"),
  ])
  func typeNames(_ text: String, _ expected: String) throws {
    #expect(try node(text).typeName == expected)
  }
}
