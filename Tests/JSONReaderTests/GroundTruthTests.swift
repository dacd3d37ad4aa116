import Diagnostics
import Foundation
import JSONReader
import TestSupport
import Testing

/// The responses of the pages against what people read in them.
@Suite(.enabled(if: SharedFolder.has("corpus/expected")))
struct GroundTruthTests {
  private struct Page: Decodable {
    struct Response: Decodable {
      var line: Int
      var topLevel: String
      var keys: [String]
    }

    var page: String
    var responses: [Response]
  }

  /// Keys of an object, or the union of those of an array's elements.
  private func keys(_ root: JSONNode) -> [String] {
    var known: Set<String> = []
    let objects = root.elements ?? [root]
    return objects.flatMap { $0.members ?? [] }.map(\.key).filter { known.insert($0).inserted }
  }

  @Test func responsesHaveTheExpectedKeys() throws {
    let expected = SharedFolder.url.appending(path: "corpus/expected")
    var count = 0
    for page in try PageTexts.pages("corpus/pages") {
      let file = expected.appending(path: page.path + ".json")
      guard let data = try? Data(contentsOf: file) else { continue }
      for response in try JSONDecoder().decode(Page.self, from: data).responses {
        let text = PageTexts.fence(at: response.line, of: page.text)
        let reading = JSONReader.read(MappedText(text))
        count += 1
        let root = try #require(reading.root, "\(page.path):\(response.line)")
        #expect(root.typeName == response.topLevel, "\(page.path):\(response.line)")
        #expect(Set(keys(root)) == Set(response.keys), "\(page.path):\(response.line)")
      }
    }
    print("responses", count)
    #expect(count > 100)
  }
}
