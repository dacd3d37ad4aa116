import JSONReader

/// IDs and versions of specifications.
extension OverlayApplier {
  mutating func correctSpecificationID(to id: String) {
    for fact in facts.connectionSpecs where fact.id != id { correct(id: fact.id, to: id) }
    if facts.connectionSpecs.contains(where: { $0.id == id }) { matches += 1 }
    // Placeholders contradict nothing, so that they do not count as another ID.
    let documented = overlay.documented?.text
    for index in facts.requests.indices where facts.requests[index].sendsOwnSpecification {
      facts.requests[index].json = correctValue(
        at: ["connectionSpec", "id"], in: facts.requests[index].json, where: documented)
    }
  }

  mutating func correctVersion(to version: String) {
    for index in facts.connectionSpecs.indices {
      guard let range = facts.connectionSpecs[index].ranges.first else { continue }
      if note(facts.connectionSpecs[index].version, at: range) {
        facts.connectionSpecs[index].version = version
      }
    }
    for index in facts.requests.indices where facts.requests[index].sendsOwnSpecification {
      facts.requests[index].json = correctValue(
        at: ["connectionSpec", "version"], in: facts.requests[index].json)
    }
  }

  mutating func correct(id: String, to new: String) {
    identifiers.insert(id)
    correct(id: id, to: new, in: \.connectionSpecs)
    correct(id: id, to: new, in: \.otherSpecIDs)
    for index in facts.requests.indices {
      facts.requests[index].json = correctStrings(
        id, in: facts.requests[index].json)
      let request = facts.requests[index]
      guard request.url.contains(id) else { continue }
      if note(id, at: request.commandRange) {
        facts.requests[index].url = request.url.replacing(id, with: new)
      }
    }
    for index in facts.responses.indices {
      facts.responses[index].json = correctStrings(
        id, in: facts.responses[index].json)
    }
    for index in facts.payloads.indices {
      facts.payloads[index].json = correctStrings(id, in: facts.payloads[index].json)
    }
    for index in facts.fieldValues.indices {
      facts.fieldValues[index].json = correctStrings(id, in: facts.fieldValues[index].json)
    }
    for table in facts.tables.indices {
      for row in facts.tables[table].rows.indices {
        facts.tables[table].rows[row].replace(id, with: new)
      }
    }
  }

  /// Of two facts with one ID then the first one stays, with the places of both.
  mutating func correct(
    id: String, to new: String, in list: WritableKeyPath<PageFacts, [SpecIDFact]>
  ) {
    var kept: [SpecIDFact] = []
    for var fact in facts[keyPath: list] {
      if fact.id == id {
        for range in fact.ranges where note(id, at: range) { fact.id = new }
        fact.isValidUUID = SpecIDPattern.isUUID(new)
        fact.isDoubtful = false
      }
      if let same = kept.firstIndex(where: { $0.id == fact.id && $0.role == fact.role }) {
        kept[same].ranges = (kept[same].ranges + fact.ranges).sorted {
          $0.lowerBound < $1.lowerBound
        }
        kept[same].version = kept[same].version ?? fact.version
        kept[same].isDoubtful = false
      } else {
        kept.append(fact)
      }
    }
    facts[keyPath: list] = kept
  }
}

extension RequestFact {
  /// Whether `connectionSpec` of the body is that of the page's own source.
  fileprivate var sendsOwnSpecification: Bool { resource != "targetConnections" && !isDataset }
}

extension TableFact.Row {
  fileprivate mutating func replace(_ old: String, with new: String) {
    guard cells.contains(where: { $0.contains(old) }) else { return }
    cells = cells.map { $0.replacing(old, with: new) }
    description = description.replacing(old, with: new)
    documentation = documentation.replacing(old, with: new)
    example = example?.replacing(old, with: new)
    defaultValue = defaultValue?.replacing(old, with: new)
  }
}
