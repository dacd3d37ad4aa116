import Foundation
import TestSupport
import Testing

@Suite("connectorgen curl") struct CurlTests {
  @Test("prints the request as JSON") func json() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let run = try fixture.run(
      "curl", input: "curl -H 'X-A: b' --data-raw '{\"a\": 1}' https://example.org/x")
    #expect(run.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["method"] as? String == "POST")
    #expect(object?["url"] as? String == "https://example.org/x")
    #expect(object?["body"] as? String == "{\"a\": 1}")
    #expect((object?["headers"] as? [[String]])?.contains(["X-A", "b"]) == true)
    #expect((object?["diagnostics"] as? [Any])?.isEmpty == true)
  }

  @Test("reports what is wrong and options that it does not act on") func findings() throws {
    let fixture = try Fixture([
      "request.sh": "curl -k https://example.org \\\n  -H 'A: b'\n  -d x\n"
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("curl", "request.sh", "--format", "http")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("POST / HTTP/1.1\r\nHost: example.org\r\n"))
    #expect(run.errors.contains("request.sh:2:"))
    #expect(run.errors.contains("[missing-continuation]"))
    #expect(run.errors.contains("[ignored-curl-option]"))
  }

  @Test("text without a command") func nothing() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    #expect(try fixture.run("curl", input: "ls -la\n").status == 2)
  }
}
