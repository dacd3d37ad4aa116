import Diagnostics
import Foundation
import JSONReader
import MarkdownTree
import PageFacts
import TestSupport
import Testing

/// The place in the documentation's tree that most test pages stand at.
let somePage = "sources/tutorials/api/create/databases/acme.md"

func facts(_ text: String, page: String = somePage) -> PageFacts {
  facts(Array(text.utf8), page: page)
}

func facts(_ bytes: [UInt8], page: String = somePage) -> PageFacts {
  PageReader.read(MarkdownReader.read(SourceFile(path: page, bytes: bytes)), page: page)
}

/// The findings of one rule.
func findings(_ rule: Rule, _ text: String, page: String = somePage) -> [Diagnostic] {
  facts(text, page: page).diagnostics.filter { $0.rule == rule }
}

/// Asserts that the findings of a rule begin at the markers of a page, each at one, in order.
func expect(
  _ rule: Rule, at markers: [String], in marked: MarkedText, page: String = somePage,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let found = findings(rule, marked.text, page: page)
  let places = found.map(\.range.lowerBound)
  #expect(
    places == markers.map { marked[$0] }, "\(found.map(\.message))",
    sourceLocation: sourceLocation)
}

/// A request for a base connection.
func baseConnection(
  parameters: String = #""host": "{HOST}""#, specName: String = "Basic Authentication",
  specID: String = "cb66ab34-8619-49cb-96d1-39b37ede86ea", name: String = "Acme connection"
) -> String {
  """
  ```shell
  curl -X POST \\
    'https://platform.adobe.io/data/foundation/flowservice/connections' \\
    -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
    -H 'x-api-key: {API_KEY}' \\
    -H 'x-gw-ims-org-id: {ORG_ID}' \\
    -H 'x-sandbox-name: {SANDBOX_NAME}' \\
    -H 'Content-Type: application/json' \\
    -d '{
      "name": "\(name)",
      "auth": {
        "specName": "\(specName)",
        "params": { \(parameters) }
      },
      "connectionSpec": { "id": "\(specID)", "version": "1.0" }
    }'
  ```
  """
}

/// Headers and a URL of the Flow Service; `rest` is the path and what follows it.
func request(_ method: String, _ path: String, body: String? = nil) -> String {
  var lines = [
    "curl -X \(method) \\", "  'https://platform.adobe.io/data/foundation\(path)' \\",
    "  -H 'Authorization: Bearer {ACCESS_TOKEN}' \\", "  -H 'x-api-key: {API_KEY}' \\",
    "  -H 'x-gw-ims-org-id: {ORG_ID}' \\", "  -H 'x-sandbox-name: {SANDBOX_NAME}'",
  ]
  if let body {
    lines[5] += " \\"
    lines.append("  -H 'Content-Type: application/json' \\")
    lines.append("  -d '\(body)'")
  }
  return "```shell\n" + lines.joined(separator: "\n") + "\n```"
}

/// A table of two columns.
func table(_ header: String = "Property", _ rows: [String]) -> String {
  (["| \(header) | Description |", "| --- | --- |"] + rows).joined(separator: "\n")
}

/// All pages of the corpus and of the input folder, with their paths.
func knownPages() -> [(path: String, bytes: [UInt8])] {
  var pages: [(path: String, bytes: [UInt8])] = []
  let folders = [
    SharedFolder.project.appending(path: "docs-input"),
    SharedFolder.url.appending(path: "corpus/pages"),
    SharedFolder.url.appending(path: "corpus/l10n"), SharedFolder.url.appending(path: "seeds"),
  ]
  for folder in folders {
    guard let files = FileManager.default.enumerator(atPath: folder.path) else { continue }
    for case let name as String in files where name.hasSuffix(".md") || name.hasSuffix(".txt") {
      if let data = FileManager.default.contents(atPath: folder.appending(path: name).path) {
        pages.append((name, Array(data)))
      }
    }
  }
  return pages.sorted { $0.path < $1.path }
}
