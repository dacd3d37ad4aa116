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

  @Test("parts of a form and files are shown as far as the command tells") func form() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let command = "curl -F 'f=@x.txt;type=text/plain' -F a=b https://example.org/up"
    let http = try fixture.run("curl", "--format", "http", input: command).output
    #expect(
      http.hasSuffix(
        """
        Content-Type: multipart/form-data; boundary=------------------------boundary\r
        \r
        --------------------------boundary\r
        Content-Disposition: form-data; name="f"; filename="x.txt"\r
        Content-Type: text/plain\r
        \r
        {contents of x.txt}\r
        --------------------------boundary\r
        Content-Disposition: form-data; name="a"\r
        \r
        b\r
        --------------------------boundary--\r


        """), "\(http)")
    let run = try fixture.run("curl", input: "curl -d a=1 -d @b.txt https://example.org")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["files"] as? [String] == ["b.txt"])
    #expect(object?["body"] as? String == "a=1&{contents of b.txt}")
    let swift = try fixture.run("curl", "--format", "swift", input: command).output
    #expect(swift.contains("// The contents of \"x.txt\""))
  }

  @Test("the target and the host that the command names") func target() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let run = try fixture.run(
      "curl", "--format", "http",
      input: "curl --request-target /t -H 'Host: other' https://example.org/x")
    #expect(run.output.hasPrefix("GET /t HTTP/1.1\r\nHost: other\r\n"), "\(run.output)")
    #expect(!run.output.contains("example.org"))
  }

  @Test("text without a command") func nothing() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    #expect(try fixture.run("curl", input: "ls -la\n").status == 2)
  }
}
