package import JSONReader

/// What a page shows as a request and no command of it sends, such as a record that another system
/// delivers, with what answers it.
package struct Payload: Hashable, Sendable {
  /// A payload as a page shows it, mended where it was broken.
  package struct Example: Hashable, Sendable {
    package var json: JSONNode
    package var provenance: Provenance
    package var isUncertain: Bool

    package init(json: JSONNode, provenance: Provenance, isUncertain: Bool) {
      self.json = json
      self.provenance = provenance
      self.isUncertain = isUncertain
    }
  }

  /// The heading that it stands under.
  package var heading: String
  /// The tab that it stands in.
  package var tab: String?
  package var documentation: String?
  /// None where a page shows only the answer.
  package var body: Schema?
  package var response: Schema?
  package var examples: [Example]
  package var responseExamples: [ResponseExample]
  package var provenance: Provenance

  package init(
    heading: String, tab: String?, documentation: String?, body: Schema?, response: Schema?,
    examples: [Example], responseExamples: [ResponseExample], provenance: Provenance
  ) {
    self.heading = heading
    self.tab = tab
    self.documentation = documentation
    self.body = body
    self.response = response
    self.examples = examples
    self.responseExamples = responseExamples
    self.provenance = provenance
  }

  /// What a reader calls it: the tab, else the heading.
  package var title: String { tab ?? heading }
}
