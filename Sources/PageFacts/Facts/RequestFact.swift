package import CurlReader
package import JSONReader

/// The `POST /connections` of an API-format block.
package struct APIFormatFact: Hashable, Sendable {
  /// One line of the block.
  package struct Line: Hashable, Sendable {
    package var method: String
    /// Path and query as written, the base path in whatever form the page gives it.
    package var target: String
    package var range: Range<Int>

    package init(method: String, target: String, range: Range<Int>) {
      self.method = method
      self.target = target
      self.range = range
    }
  }

  package var lines: [Line]
  package var section: SectionFact
  package var range: Range<Int>

  package init(lines: [Line], section: SectionFact, range: Range<Int>) {
    self.lines = lines
    self.section = section
    self.range = range
  }

  /// The block's lines as written, joined by a newline.
  package var text: String { lines.map { "\($0.method) \($0.target)" }.joined(separator: "\n") }
}

/// A request of the page: what a curl example means.
package struct RequestFact: Hashable, Sendable {
  package var section: SectionFact
  /// The prose that leads to the example: the paragraph before it, without labels.
  package var documentation: String
  package var apiFormat: APIFormatFact?
  package var curl: CurlRequest
  package var method: String
  package var url: String
  /// The body, if it is JSON.
  package var json: JSONNode?
  /// The fence.
  package var range: Range<Int>
  /// Where the word `curl` stands, or should stand.
  package var commandRange: Range<Int>
  /// Whether a repair had another possible reading.
  package var isUncertain: Bool

  package init(
    section: SectionFact, documentation: String, apiFormat: APIFormatFact?, curl: CurlRequest,
    method: String, url: String, json: JSONNode?, range: Range<Int>, commandRange: Range<Int>,
    isUncertain: Bool
  ) {
    self.section = section
    self.documentation = documentation
    self.apiFormat = apiFormat
    self.curl = curl
    self.method = method
    self.url = url
    self.json = json
    self.range = range
    self.commandRange = commandRange
    self.isUncertain = isUncertain
  }
}

/// A response of the page.
package struct ResponseFact: Hashable, Sendable {
  package var section: SectionFact
  /// The prose that leads to the example.
  package var documentation: String
  /// The HTTP status that the prose names.
  package var status: Int?
  package var json: JSONNode?
  /// The index in `PageFacts.requests` of the request that it answers.
  package var request: Int?
  /// The index in `PageFacts.payloads` of the payload that it answers.
  package var payload: Int?
  /// The fence.
  package var range: Range<Int>

  package init(
    section: SectionFact, documentation: String, status: Int?, json: JSONNode?, request: Int?,
    payload: Int? = nil, range: Range<Int>
  ) {
    self.section = section
    self.documentation = documentation
    self.status = status
    self.json = json
    self.request = request
    self.payload = payload
    self.range = range
  }
}
