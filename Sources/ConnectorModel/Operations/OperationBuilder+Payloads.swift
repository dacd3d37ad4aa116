import JSONReader
import PageFacts

/// Makes payloads of what a page shows as requests and no command sends.
extension OperationBuilder {
  /// Payloads of one section and tab that are alike, with their answers.
  private struct Group {
    var section: SectionFact
    /// The indices in the page's payloads and responses.
    var payloads: [Int] = []
    var responses: [Int] = []
    var keys: Set<String> = []
    /// Where the first of them stands.
    var start: Int
  }

  func payloads(
    of page: PageContext, source: SourceIdentity?, _ findings: inout Findings
  ) -> [Payload] {
    var payloads: [Payload] = []
    for group in groups(of: page) {
      var conflicts: [SchemaBuilder.Conflict] = []
      let body = payloadSchema(
        group.payloads, on: page, of: source, conflicts: &conflicts, findings: &findings)
      let response = responseSchema(
        [Answers(page: page.index, responses: group.responses)], of: source, isShared: false,
        conflicts: &conflicts, findings: &findings)
      report(conflicts, &findings)
      let facts = group.payloads.map { page.facts.payloads[$0] }
      let text = facts.lazy.map(\.documentation).first { !$0.isEmpty }
      payloads.append(
        Payload(
          heading: group.section.heading, tab: group.section.tab, documentation: text,
          body: body, response: response,
          examples: facts.map { fact in
            Payload.Example(
              json: fact.json.withoutPlaces,
              provenance: exampleProvenance(fact.range, fact.section, on: page),
              isUncertain: fact.isUncertain)
          },
          responseExamples: responseExamples(group.responses, on: page),
          provenance: page.provenance(group.start, group.section)))
    }
    return payloads
  }

  private func payloadSchema(
    _ indices: [Int], on page: PageContext, of source: SourceIdentity?,
    conflicts: inout [SchemaBuilder.Conflict], findings: inout Findings
  ) -> Schema? {
    guard !indices.isEmpty else { return nil }
    let shape = Shape()
    for index in indices {
      ShapeReader(page: page.index, corrections: page.corrections).add(
        page.facts.payloads[index].json, to: shape)
    }
    let matcher = DocumentationMatcher(root: shape, of: .payload)
    for table in indices.flatMap(page.tables(ofPayload:)) {
      attach(table, on: page, to: matcher, isShared: false, &findings)
    }
    return schema(of: shape, of: source, &conflicts, &findings)
  }

  // MARK: - What belongs together

  /// A section with more of them is a list of records that are compared with the last ones only.
  private static let mostGroups = 50

  private func groups(of page: PageContext) -> [Group] {
    var groups: [Group] = []
    var groupsOfPayloads: [Int: Int] = [:]
    var groupsOfSections: [SectionFact: [Int]] = [:]
    for (index, payload) in page.facts.payloads.enumerated() {
      let keys = Set(payload.json.members?.map(\.key) ?? [])
      let section = payload.section.withoutFold
      let known = groupsOfSections[section]?.suffix(Self.mostGroups).last {
        Self.areAlike(groups[$0].keys, keys)
      }
      let group = known ?? groups.count
      if known == nil {
        groups.append(Group(section: section, start: payload.range.lowerBound))
        groupsOfSections[section, default: []].append(group)
      }
      groups[group].payloads.append(index)
      groups[group].keys.formUnion(keys)
      groupsOfPayloads[index] = group
    }
    var groupsOfAnswers: [SectionFact: Int] = [:]
    for (index, response) in page.facts.responses.enumerated() where response.request == nil {
      let section = response.section.withoutFold
      if let group = response.payload.flatMap({ groupsOfPayloads[$0] }) ?? groupsOfAnswers[section]
      {
        groups[group].responses.append(index)
      } else {
        groupsOfAnswers[section] = groups.count
        groups.append(
          Group(section: section, responses: [index], start: response.range.lowerBound))
      }
    }
    return groups.sorted { $0.start < $1.start }
  }

  /// Whether objects with these members are examples of one type: at least half of all members are
  /// the same. What is no object has none.
  private static func areAlike(_ one: Set<String>, _ other: Set<String>) -> Bool {
    one.intersection(other).count * 2 >= one.union(other).count
  }
}

extension SectionFact {
  /// The section that its folds share.
  fileprivate var withoutFold: SectionFact {
    SectionFact(heading: heading, path: path, anchor: anchor, tab: tab)
  }
}
