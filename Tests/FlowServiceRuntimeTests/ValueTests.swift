import FlowServiceRuntime
import Foundation
import Testing

@Suite struct ValueTests {
  struct Holder: Codable, Hashable {
    var a: Nullable<String>?
    var b: Nullable<Int>
  }

  @Test(arguments: [
    (#"{"a":null,"b":null}"#, Holder(a: .null, b: .null)),
    (#"{"a":"x","b":1}"#, Holder(a: .value("x"), b: .value(1))),
    (#"{"b":null}"#, Holder(a: nil, b: .null)),
  ])
  func nullIsNotAbsent(text: String, value: Holder) throws {
    #expect(try JSONDecoder().decode(Holder.self, from: Data(text.utf8)) == value)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == text)
  }

  @Test func nullableLiterals() {
    let text: Nullable<String> = "x"
    let number: Nullable<Int> = 1
    let absent: Nullable<Int>? = nil
    #expect(text.value == "x")
    #expect(number == .value(1))
    #expect(absent == nil)
    #expect(Nullable<Int>(nil) == .null)
  }

  struct Frequency: OpenEnumeration {
    static let minute: Frequency = "minute"
    static let hour: Frequency = "hour"
    static let knownValues: [Frequency] = [.minute, .hour]
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
  }

  @Test func openEnumerationsTakeAnyText() throws {
    let values = try JSONDecoder().decode([Frequency].self, from: Data(#"["hour","eon"]"#.utf8))
    #expect(values == [.hour, "eon"])
    #expect(values.map { $0.isKnown } == [true, false])
    #expect("\(values)" == "[hour, eon]")
    #expect(String(decoding: try JSONEncoder().encode(values), as: UTF8.self) == #"["hour","eon"]"#)
    #expect(Frequency(rawValue: "eon") == "eon")
  }

  @Test func etagsKeepTheirQuotes() throws {
    let text = #"["\"d403848a-0000\""]"#
    let tags = try JSONDecoder().decode([ETag].self, from: Data(text.utf8))
    #expect(tags[0].headerValue == #""d403848a-0000""#)
    #expect(tags[0] == ETag(quoting: "d403848a-0000"))
    #expect(String(decoding: try JSONEncoder().encode(tags), as: UTF8.self) == text)
  }

  @Test func etagsKnowWhetherTheyAreWeak() {
    #expect(ETag(#"W/"1""#).isWeak)
    #expect(!ETag(quoting: "W/1").isWeak)
    #expect(!ETag.any.isWeak)
    #expect(ETag(#"W/"1""#) != ETag(quoting: "1"))
  }

  @Test func connectionStringsAreFilledAsTheyAre() {
    let pattern = ConnectionStringPattern([
      .literal("jdbc:snowflake://"), .parameter("ACCOUNT"), .literal("?user="), .parameter("USER"),
      .literal("&again="), .parameter("ACCOUNT"),
    ])
    #expect(pattern.parameters == ["ACCOUNT", "USER"])
    let text = pattern.connectionString(["ACCOUNT": "a&b"])
    #expect(text.exposed == "jdbc:snowflake://a&b?user={USER}&again=a&b")
    #expect("\(text)" == "<redacted>")
  }

  @Test(arguments: [
    #"{"params":{"host":"h"},"specName":"Basic","type":"OAuth2.0","version":2}"#,
    #"{"specName":"Basic"}"#,
  ])
  func authenticationsKeepAllTheirMembers(text: String) throws {
    let value = try JSONDecoder().decode(GenericAuthentication.self, from: Data(text.utf8))
    #expect(value.specName == "Basic")
    #expect(value.otherMembers.keys.sorted() == (text.contains("type") ? ["type", "version"] : []))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == text)
  }
}
