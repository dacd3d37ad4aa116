import Diagnostics
import JSONReader
import PageFacts
import TestSupport
import Testing

@Suite struct AuthenticationTests {
  @Test func typesComeFromTheExample() throws {
    let page = baseConnection(parameters: #""host": "{HOST}", "port": 22, "ssl": true"#)
    let authentication = try #require(facts(page).authentications.first)
    #expect(authentication.specName == "Basic Authentication")
    #expect(
      authentication.parameters.map(authentication.typeName) == ["string", "integer", "boolean"])
  }

  /// `{PORT}` without quotes is not a string, whatever it is.
  @Test func barePlaceholdersAreTypedByWords() throws {
    let page =
      baseConnection(
        parameters: #""port": {PORT}, "enableSsl": {SSL}, "mode": {MODE}, "other": {OTHER}"#)
      + "\n\n" + table("Property", ["| `auth.params.mode` | A boolean value. |"])
    let authentication = try #require(facts(page).authentications.first)
    #expect(
      authentication.parameters.map(authentication.typeName)
        == ["integer", "boolean", "boolean", "string"])
    #expect(authentication.inferredTypes.count == 3)
  }

  @Test func quotedPlaceholdersAreStrings() throws {
    let authentication = try #require(
      facts(baseConnection(parameters: #""port": "{PORT}""#)).authentications.first)
    #expect(authentication.parameters.map(authentication.typeName) == ["string"])
  }

  /// "Keep the one that you need and delete the others."
  @Test func severalInOneBody() {
    let page = baseConnection().replacing(
      #""auth": {"#,
      with: #""auth": { "specName": "Key", "params": { "key": "{KEY}" } }, "auth": {"#)
    let read = facts(page).authentications
    #expect(read.map(\.specName) == ["Key", "Basic Authentication"])
    #expect(read.map(\.requests) == [[0], [0]])
  }

  @Test func oneForEachSpecName() {
    let page = [
      baseConnection(), baseConnection(specName: "Key pair"),
      baseConnection(parameters: #""port": "{PORT}""#),
    ].joined(separator: "\n\n")
    let read = facts(page).authentications
    #expect(read.map(\.specName) == ["Basic Authentication", "Key pair"])
    #expect(read.first?.parameters.map(\.key) == ["host", "port"])
    #expect(read.first?.requests == [0, 2])
  }
}
