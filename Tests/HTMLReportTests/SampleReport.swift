import ClientEmitter
import Diagnostics
import Foundation
import GenerationPipeline
import HTMLReport
import Linting
import PageFacts
import TestSupport

/// Reports of pages, made as the command line makes them.
enum SampleReport {
  /// - Parameter pages: text by path below the documentation's root.
  static func side(
    of pages: [String: [UInt8]], overlays: [Overlay] = []
  ) -> ReportInput.Side {
    let readings = pages.sorted { $0.key < $1.key }.map { path, bytes in
      PageReading(
        PageInput(path: "docs-input/" + path, page: path, bytes: bytes), labels: Labels(),
        overlays: overlays)
    }
    let generation = Generation(readings)
    let client = generation.client(EmitterOptions())
    return ReportInput.Side(
      readings: generation.readings, model: generation.model, client: client,
      report: Linter.lint(generation.lintInputs(client)))
  }

  static func render(_ pages: [String: String]) -> String {
    let side = side(of: pages.mapValues { Array($0.utf8) })
    return String(decoding: HTMLReport.render(ReportInput(current: side)), as: UTF8.self)
  }

  /// All pages of the project.
  static let corpus = side(of: pages(below: SharedFolder.project.appending(path: "docs-input")))
  static let corpusBytes = HTMLReport.render(ReportInput(current: corpus))

  static func pages(below folder: URL) -> [String: [UInt8]] {
    var pages: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? [] {
      guard let path = path as? String, path.hasSuffix(".md"),
        let data = try? Data(contentsOf: folder.appending(path: path))
      else { continue }
      pages[path] = Array(data)
    }
    return pages
  }

  static let path = "sources/tutorials/api/create/databases/example.md"

  /// A page of a source, with `extra` at its end.
  static func page(_ extra: String = "", name: String = "Example") -> String {
    """
    # Create an \(name) base connection using the Flow Service API

    ## Gather required credentials

    | Credential | Description |
    | --- | --- |
    | `host` | The host of your server. |
    | `password` | The password of your account. |
    | `connectionSpec.id` | The ID is `b7bf2577-4520-42c9-bae9-cad01560f7bc`. |

    ## Create a base connection

    ```shell
    curl -X POST \\
      'https://platform.adobe.io/data/foundation/flowservice/connections' \\
      -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
      -d '{
          "name": "\(name)",
          "auth": {
              "specName": "Basic Authentication",
              "params": { "host": "{HOST}", "password": "{PASSWORD}" }
          },
          "connectionSpec": { "id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "version": "1.0" }
      }'
    ```

    \(extra)

    """
  }

  /// Swift does not let it be written in a literal.
  static let nonCharacter = Unicode.Scalar(0xFFFE as UInt32).map { String(Character($0)) } ?? ""

  /// What would break a document that takes it as it is.
  static let hostileText = """
    Text </script><script>window.broken = 1</script> and </style><style>* { display: none }
    <!-- not a comment <![CDATA[ ]]> <?xml ?> <!DOCTYPE x> &lt; &amp; &#60; &notanentity;
    <img src="https://example.com/x.png" onerror="window.broken = 2"> "quoted" 'single' `code`
    \u{202E}turned\u{202C} \u{200B}\u{FEFF}\u{2066}hidden\u{2069} \u{1}\u{8}\u{1B}[31m \u{85}\u{2028}
    \(nonCharacter)\u{E000} العربية עברית ḛ̈ 👩‍👩‍👧 \u{7F}
    [link](javascript:window.broken=3) <a href="javascript:window.broken=4">x</a>
    </div></article></main></body></html><plaintext>
    """
}
