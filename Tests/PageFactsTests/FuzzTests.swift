import Diagnostics
import Foundation
import JSONReader
import PageFacts
import TestSupport
import Testing

/// Damaged pages: whatever is read, nothing crashes, hangs or points outside of the page.
@Suite struct FuzzTests {
  private static let sample = """
    ---
    title: Create an Acme base connection
    ---
    # Create an [!DNL Acme] source connection

    ## Gather required credentials

    \(table("Credential", [
      "| `host` | The host. It defaults to `a.b`. |",
      "| `mode` | Allowed values are: <ul><li>`a`: one</li><li>`b`: two</li></ul> |",
      "| `connectionSpec.id` | The ID of [!DNL Acme] is `cb66ab34-8619-49cb-96d1-39b37ede86ea`. |",
    ]))

    **API format**

    ```http
    POST /connections
    GET /connections/{ID}/explore?objectType=rest&object={OBJECT}&fileType={FILE_TYPE}
    ```

    >[!BEGINTABS]

    >[!TAB Basic authentication]

    \(baseConnection(parameters: #""host": "{HOST}", "port": {PORT}"#))

    \(table("Property", ["| `auth.params.host` | The host. |", "| `mappings.source` | \u{2019}s |"]))

    +++Response

    ```json
    { "id": "b3ba5556-48be-44b7-8b85-ff2b69b46dc4", "etag": "\\"1\\"", "list": ["a", "b", "c"] }
    ```

    +++

    >[!ENDTABS]

    ## Target {#target}

    The ID is `c604ff05-7f1a-43c0-8e18-33bf874cb11c`, see `@/datasets/{ID}`.

    \(request("POST", "/flowservice/targetConnections", body: #"{"connectionSpec":{"id":"x"},"mappings":[{"source":"a"}]}"#))

    | Name | Connection spec |
    | --- | --- |
    | [!DNL A] | `cb66ab34-8619-49cb-96d1-39b37ede86ea` |
    | [!DNL B] | `cb66ab34-8619-49cb-96d1-39b37ede86eb` |
    """

  private static let scraps = [
    "|", "`", "```", "\n", "\r\n", "{", "}", "[", "]", "\"", "'", "\\", "\\\n", ">[!TAB ", "+++",
    "#",
    "<li>", "</ul>", "<code>", "=", "?", "&", "..", "[]", "auth.params.", "{{", "\u{2019}", "é",
    "日本",
    " ", "\t", "\0", "curl ", "-d '", "- ", "1. ", "> ", "---\n", "{#", "[!DNL ", "://", "http",
  ]

  private static func damage(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      guard !bytes.isEmpty else { return bytes }
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...40, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1:
        bytes.insert(
          contentsOf: Array((scraps.randomElement(using: &generator) ?? "").utf8), at: start)
      case 2: bytes[start] = UInt8.random(in: 0...255, using: &generator)
      case 3:
        bytes.insert(
          contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      default: bytes.removeSubrange(min(bytes.count, start + bytes.count / 2)..<bytes.count)
      }
    }
    return bytes
  }

  private func check(_ bytes: [UInt8], _ what: String) {
    let read = facts(bytes)
    let page = 0...bytes.count
    for diagnostic in read.diagnostics {
      let ranges = [diagnostic.range] + diagnostic.notes.map(\.range) + diagnostic.fix.map(\.range)
      for range in ranges where !page.contains(range.lowerBound) || !page.contains(range.upperBound)
      {
        Issue.record("\(what): \(diagnostic.rule.identifier) points outside of the page")
      }
    }
    _ = FactsJSON.json(of: read, in: SourceFile(path: somePage, bytes: bytes)).serialized()
  }

  @Test(arguments: 0..<8) func damagedSampleIsRead(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let sample = Array(Self.sample.utf8)
    for round in 0..<60 { check(Self.damage(sample, &generator), "seed \(seed), round \(round)") }
  }

  @Test func damagedPagesAreRead() {
    var generator = SeededGenerator(seed: 99)
    for page in knownPages() { check(Self.damage(page.bytes, &generator), page.path) }
  }

  @Test func pagesWithoutContentAreRead() {
    for text in ["", "\n", "\u{FEFF}", "# \n", "|", "```", "---\n---\n", "\r", "\0\0\0"] {
      #expect(facts(text).requests.isEmpty)
    }
  }

  /// Ten times as much takes about ten times as long, not a hundred times.
  @Test func bigPagesTakeTimeInProportion() {
    let unit = String(Self.sample.split(separator: "---\n").last ?? "")
    func seconds(_ count: Int) -> Double {
      let bytes = Array(String(repeating: unit + "\n\n", count: count).utf8)
      let start = Date()
      _ = facts(bytes)
      return Date().timeIntervalSince(start)
    }
    _ = seconds(2)
    let small = seconds(20)
    #expect(seconds(200) < max(small, 0.02) * 40)
  }

  @Test func bigTablesTakeTimeInProportion() {
    func seconds(_ count: Int) -> Double {
      let rows = (0..<count).map {
        "| `field\($0)x` | Value of `field\($0)`, by default `\($0)`. |"
      }
      let body = (0..<count).map { "\"other\($0)y\": \"{A\($0)}\"" }.joined(separator: ", ")
      let page = baseConnection(parameters: body) + "\n\n" + table("Property", rows)
      let start = Date()
      _ = facts(page)
      return Date().timeIntervalSince(start)
    }
    _ = seconds(10)
    let small = seconds(300)
    #expect(seconds(3000) < max(small, 0.05) * 40)
  }
}
