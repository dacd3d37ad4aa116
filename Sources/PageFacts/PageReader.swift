package import MarkdownTree

/// Reads the facts out of a page.
package enum PageReader {
  package static func read(_ document: MarkdownDocument, page: String) -> PageFacts {
    PageFacts(
      page: page, kind: .other, title: "", summary: nil, source: nil, connectionSpecs: [],
      otherSpecIDs: [], tables: [], authentications: [], requests: [], responses: [],
      errorCodes: [], coverage: [], diagnostics: [])
  }
}
