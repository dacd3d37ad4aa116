import FlowServiceRuntime
import Foundation
import HTTPTypes
import Testing

@Suite struct SecretTests {
  struct Credentials: Codable, Hashable {
    var user = "bob"
    var password: Secret<String> = "hunter2"
    var token: Secret<String>? = "hunter2"
    var keys: [Secret<String>] = ["hunter2", "hunter2"]
    var byName: [String: Secret<String>] = ["key": "hunter2"]
    var number = Secret(4711)
    var nested = Nested()
    struct Nested: Codable, Hashable {
      var values: [String: [Secret<String>?]] = ["a": ["hunter2", nil]]
      var tagged: Nullable<Secret<String>> = .value("hunter2")
    }
  }

  enum Failure: Error {
    case refused(Credentials)
  }

  private func shows(_ text: String) -> Bool {
    text.contains("hunter2") || text.contains("4711")
  }

  private func dumped(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  @Test func nothingShowsSecrets() {
    let credentials = Credentials()
    let texts = [
      "\(credentials)", String(describing: credentials), String(reflecting: credentials),
      dumped(credentials), "\(credentials.password)", "\(String(describing: credentials.token))",
      String(reflecting: credentials.password), dumped(credentials.password),
      "\(credentials.keys)", "\(credentials.byName)", dumped(credentials.byName),
      "\(credentials.number)", dumped(credentials.number), "\(Failure.refused(credentials))",
      String(reflecting: Failure.refused(credentials)), dumped(Failure.refused(credentials)),
      "\(Mirror(reflecting: credentials.password).children.map { $0 })",
      "\((credentials.password, 1))", "\(Optional(Optional(credentials.password)) as Any)",
    ]
    for text in texts { #expect(!shows(text), "\(text)") }
    #expect("\(credentials.password)" == "<redacted>")
    var printed = ""
    print(credentials, credentials.password, to: &printed)
    debugPrint(credentials, credentials.password, to: &printed)
    #expect(!shows(printed))
  }

  @Test func secretsEncodeToWhatTheyAre() throws {
    let data = try JSONEncoder().encode(Credentials())
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["password"] as? String == "hunter2")
    #expect(object["keys"] as? [String] == ["hunter2", "hunter2"])
    #expect(object["number"] as? Int == 4711)
    #expect(try JSONDecoder().decode(Credentials.self, from: data) == Credentials())
  }

  /// Nobody knows which parameters of an unknown authentication are secrets.
  @Test func genericAuthenticationsShowNoParameters() throws {
    let parameters: JSONValue = ["host": "hunter2", "more": ["hunter2", 4711, nil]]
    let authentication = GenericAuthentication(
      specName: "Custom", parameters: parameters, otherMembers: ["extra": "hunter2"])
    for text in [
      "\(authentication)", String(reflecting: authentication), dumped(authentication),
      dumped([authentication]), "\(Optional(authentication) as Any)",
    ] {
      #expect(!shows(text), "\(text)")
      #expect(text.contains("Custom"))
    }
    let request = FlowServiceRequest<JSONValue>(
      method: .post, path: "/connections", body: .json(["auth": authentication]))
    let command = try request.curl(for: FlowServiceConfiguration())
    #expect(!shows(command), "\(command)")
    for name in ["Custom", "host", "more", "extra"] { #expect(command.contains(name)) }
    let sent = try JSONDecoder().decode(
      [String: GenericAuthentication].self, from: Data(try request.httpBody() ?? []))
    #expect(sent == ["auth": authentication])
  }

  @Test(arguments: [
    #"{"secret": 12345678901234567890123}"#, #"{"secret": "hunter2hunter2"}"#,
    #"{"secret": ["hunter2"]}"#, #"{"secret": {"hunter2": 1}}"#, #"{"secret": null}"#,
    #"{"secret": true}"#, #"{"secret": 1e999}"#,
  ])
  func errorsDoNotQuoteSecrets(text: String) {
    struct Holder: Decodable { var secret: Secret<Int> }
    do {
      _ = try JSONDecoder().decode(Holder.self, from: Data(text.utf8))
      Issue.record("decoded")
    } catch {
      let words = "\(error) \(String(reflecting: error)) \(error.localizedDescription)"
      #expect(!words.contains("hunter2"))
      #expect(!words.contains("12345678901234567890123"))
      #expect(!words.contains("999"))
    }
  }

  @Test func errorsSayWhere() throws {
    struct Holder: Decodable { var secrets: [Secret<String>] }
    do {
      _ = try JSONDecoder().decode(Holder.self, from: Data(#"{"secrets": ["a", 47]}"#.utf8))
      Issue.record("decoded")
    } catch DecodingError.typeMismatch(_, let context) {
      #expect(context.codingPath.map { $0.stringValue } == ["secrets", "Index 1"])
      #expect(context.debugDescription == "This secret is no String.")
    }
  }

  @Test func equalityIsThatOfTheValues() {
    #expect(Secret<String>("a") == Secret<String>("a"))
    #expect(Secret<String>("a") != Secret<String>("b"))
    #expect(Secret<String>("a") != Secret<String>("ab"))
    #expect(Secret(1) == Secret(1))
    #expect(Set([Secret<String>("a"), Secret<String>("a"), Secret<String>("b")]).count == 2)
    #expect(Secret<String>("a").exposed == "a")
  }
}
