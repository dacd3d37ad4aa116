import Diagnostics
import JSONReader
import Testing

@Suite struct NotJSONTests {
  @Test(arguments: [
    "", "  \n ", "The response has no body.", "<html><body>{\"a\": 1}</body></html>",
    "<root><a>1</a></root>", "curl -X POST https://x.io -d '{\"a\": 1}'",
    "curl -X POST \\\n  https://x.io \\\n  -d '{\n  \"a\": [\n    {\n \"b\": 1 } ] }'",
    "-X POST \\\n  -d '{\n  \"a\": [\n    {\n \"b\": 1 } ] }'",
    "id,name,mail\n1,Ada,ada@x.io\n2,Grace,grace@x.io", "\"id\",\"name\"\n\"1\",\"Ada\"",
    "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 0",
    "name: Ada\nmail: ada@x.io", "[INFO] 2024-01-01 started", "POST /connections",
    "{ user { id name } }", "{PLACEHOLDER}", "***",
  ])
  func somethingElseGivesOneFinding(_ text: String) {
    let reading = JSONReader.read(MappedText(text))
    #expect(reading.root == nil)
    #expect(reading.furtherRoots.isEmpty)
    #expect(reading.diagnostics.map(\.rule.identifier) == ["not-json"])
  }
}
