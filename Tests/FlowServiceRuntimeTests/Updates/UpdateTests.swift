import ClientTestSupport
import FlowServiceRuntime
import Foundation
import HTTPTypes
import Testing

@Suite struct UpdateTests {
  struct Flow: Codable, Sendable {
    struct Item: Codable, Sendable {
      var name: String
    }
    var items: [Item]
  }

  private let flow = FlowServiceRequest<Flow>(method: .get, path: "/flows/1")

  private func read(_ name: String, _ eTag: String) -> ScriptedTransport.Answer {
    .response(200, [:], #"{"items":[{"name":"\#(name)","etag":"\"\#(eTag)\""}]}"#)
  }

  private func change(_ name: String, _ eTag: ETag) -> FlowServiceRequest<UpdatedResource> {
    var request = FlowServiceRequest<UpdatedResource>(
      method: .patch, path: "/flows/1", body: .json(["name": name]))
    request.addHeader("If-Match", eTag)
    return request
  }

  @Test func patchesAreWrittenAsTheRFCSays() throws {
    let patch: JSONPatch = [
      .add("/tags/-", "new"),
      .replace(["a/b", "m~n", ""], with: ["x": 1]),
      .replace("/auth/params/password", with: Secret<String>("hunter2")),
      .replace("/description", with: JSONValue.null),
      .remove("name"),
      .move(from: "/a", to: "/b"),
      .copy(from: "/a", to: "/b"),
      .test("/version", is: 3),
    ]
    let expected = """
      [{"op":"add","path":"/tags/-","value":"new"},
      {"op":"replace","path":"/a~1b/m~0n/","value":{"x":1}},
      {"op":"replace","path":"/auth/params/password","value":"hunter2"},
      {"op":"replace","path":"/description","value":null},
      {"op":"remove","path":"/name"},
      {"op":"move","from":"/a","path":"/b"},
      {"op":"copy","from":"/a","path":"/b"},
      {"op":"test","path":"/version","value":3}]
      """
    let bytes = try RequestBody.json(patch).bytes()
    let decoder = JSONDecoder()
    #expect(
      try decoder.decode(JSONValue.self, from: Data(bytes))
        == decoder.decode(JSONValue.self, from: Data(expected.utf8)))
    let curl = try change("x", "\"1\"").sending(patch).curl(for: FlowServiceConfiguration())
    #expect(curl.contains("<redacted>"))
    #expect(!curl.contains("hunter2"))
  }

  @Test func pointersAreEscaped() {
    #expect(JSONPointer(names: ["a/b", "~1"]).text == "/a~1b/~01")
    #expect(JSONPointer("/a").appending("b/c").appending(0).end.text == "/a/b~1c/0/-")
    #expect(JSONPointer.root.text == "")
    #expect(JSONPointer.root.appending("").text == "/")
  }

  @Test func guardsAChangeWithTheETag() async throws {
    let transport = ScriptedTransport([
      read("old", "1"), .response(200, [:], #"{"id":"1","etag":"\"2\""}"#),
    ])
    let updated = try await testClient(transport: transport).update(flow) { flow, eTag in
      change(flow.items[0].name + "er", eTag)
    }
    #expect(updated == UpdatedResource(id: "1", etag: ETag(quoting: "2")))
    #expect(transport.sent[1]["If-Match"] == "\"1\"")
    #expect(transport.sent[1].body == #"{"name":"older"}"#)
  }

  @Test func tellsThatSomebodyWasFaster() async throws {
    let transport = ScriptedTransport([
      read("old", "1"),
      .response(412, [:], #"{"error_code":"1404-412","message":"ETag differs"}"#),
    ])
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: transport).update(
        flow, with: [.replace("/name", with: "new")])
    }
    #expect(error?.kind == .preconditionFailed)
    #expect(error?.code == "1404-412")
    #expect(transport.sent.count == 2)
    #expect(transport.sent[1].head.method == .patch)
    #expect(transport.sent[1].head.path == "/flows/1")
    #expect(transport.sent[1].body == #"[{"op":"replace","path":"/name","value":"new"}]"#)
  }

  @Test func beginsAnewIfAsked() async throws {
    let transport = ScriptedTransport([
      read("old", "1"), .response(412), read("newer", "2"), .response(200, [:], #"{"id":"1"}"#),
    ])
    _ = try await testClient(transport: transport).update(flow, rereads: 1) { flow, eTag in
      change(flow.items[0].name, eTag)
    }
    #expect(transport.sent.last?["If-Match"] == "\"2\"")
    #expect(transport.sent.last?.body == #"{"name":"newer"}"#)
  }

  @Test func makesNoChangeTwice() async throws {
    let transport = ScriptedTransport([
      read("old", "1"), .failure(.connectionLost("x")), .response(412), read("newer", "2"),
      .response(200, [:], #"{"id":"1"}"#),
    ])
    var client = testClient(transport: transport)
    client.clock = ManualClock()
    let sender = client
    let error = await #expect(throws: FlowServiceError.self) {
      try await sender.update(flow, with: [.add("/list/-", "a")], rereads: 1)
    }
    #expect(error?.kind == .preconditionFailed)
    #expect(transport.sent.count == 3)
  }

  /// The ETag of the body is the service's own; the one of the header may have been made weak on the
  /// way, for example by what compresses the body.
  @Test func changesNothingWithAWeakETag() async throws {
    let header = ["ETag": #"W/"1""#]
    let strong = ScriptedTransport([
      .response(200, header, #"{"items":[{"name":"a","etag":"\"1\""}]}"#),
      .response(200, [:], #"{"id":"1"}"#),
    ])
    _ = try await testClient(transport: strong).update(flow, with: [.remove("/name")])
    #expect(strong.sent[1]["If-Match"] == "\"1\"")
    let weak = ScriptedTransport([.response(200, header, #"{"items":[{"name":"a"}]}"#)])
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: weak).update(flow, with: [.remove("/name")])
    }
    guard case .invalidRequest = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(weak.sent.count == 1)
  }

  @Test func changesNothingUnguarded() async throws {
    let transport = ScriptedTransport([.response(200, [:], #"{"items":[{"name":"a"}]}"#)])
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: transport).update(flow, with: [.remove("/name")])
    }
    #expect(error?.kind == .missingETag)
    #expect(transport.sent.count == 1)
  }
}
