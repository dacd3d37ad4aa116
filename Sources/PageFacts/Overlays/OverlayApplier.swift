import Diagnostics
import JSONReader

/// Puts the values of overlays in the place of what a page says.
struct OverlayApplier {
  var facts: PageFacts
  private(set) var outcomes: [OverlayOutcome] = []
  /// The places that each overlay corrected, with the rules and subjects of the findings there.
  private var settlements: [Settlement] = []

  /// Which findings an overlay settles.
  private struct Settlement {
    var rules: Set<String>
    /// Of a finding that is about the overlay's subject.
    var subject: String
    /// IDs, which stand in longer subjects, too.
    var identifiers: Set<String>
    /// The places of values of examples: what was wrong with one is wrong no more.
    var values: [Range<Int>]
  }

  // The overlay at hand.
  private(set) var overlay: Overlay
  /// What corrections call it.
  private(set) var title = ""
  /// How many places have what it is about.
  var matches = 0
  var corrections: [FactCorrection] = []
  /// The first place that says neither what the overlay corrects nor what is right.
  private var change: (text: String, place: Int)?
  /// The IDs that it corrects.
  var identifiers: Set<String> = []
  /// Why it cannot be applied.
  var problem: String?
  private let source: SourceFile

  /// - Parameter source: the page, which tells placeholders without quotes from texts.
  init(_ facts: PageFacts, _ overlays: [Overlay], source: SourceFile) {
    self.facts = facts
    self.source = source
    overlay = Overlay(page: PathPattern(""), subject: "", value: .null)
    for overlay in overlays {
      self.overlay = overlay
      apply()
    }
  }

  private mutating func apply() {
    (matches, corrections, identifiers, problem, change) = (0, [], [], nil, nil)
    guard let subject = OverlaySubject(overlay.subject, rule: overlay.rule) else {
      outcomes.append(.refused("nothing that can be corrected is called so"))
      return
    }
    let before = facts
    title = subject.title
    correct(subject)
    if let problem {
      facts = before
      outcomes.append(.refused(problem))
    } else if let change, corrections.isEmpty || !subject.mayDiffer {
      facts = before
      outcomes.append(.changed(to: change.text, at: change.place))
    } else if !corrections.isEmpty {
      // A value may be reached as an ID and as a text.
      var seen: Set<FactCorrection> = []
      corrections = corrections.filter { seen.insert($0).inserted }
      facts.corrections += corrections
      settlements.append(
        Settlement(
          rules: overlay.rule.map { [$0] } ?? subject.settledRules, subject: overlay.subject,
          identifiers: identifiers, values: subject.isOfValues ? corrections.map(\.range) : []))
      outcomes.append(.applied)
    } else if matches > 0 {
      outcomes.append(.agreed)
    } else {
      outcomes.append(.missing(nearest: NearestName.find(overlay.subject, in: candidates(subject))))
    }
  }

  /// Whether a finding is about what an overlay corrected. What rows and requests contradict is
  /// found anew with the corrected facts; this is for what was found while the page was read.
  func settles(_ diagnostic: Diagnostic) -> Bool {
    settlements.contains { settlement in
      guard settlement.rules.contains(diagnostic.rule.identifier) else { return false }
      if settlement.subject == diagnostic.subject { return true }
      let words = diagnostic.subject.split(separator: " ")
      if words.contains(where: { settlement.identifiers.contains(String($0)) }) { return true }
      return settlement.values.contains {
        $0.lowerBound <= diagnostic.range.lowerBound && diagnostic.range.upperBound <= $0.upperBound
      }
    }
  }

  /// Whether the page has a placeholder without quotes there, whose type nobody can see.
  func isBarePlaceholder(_ node: JSONNode) -> Bool {
    PlaceholderTypes.isBarePlaceholder(node, in: source)
  }

  // MARK: - Subjects

  private mutating func correct(_ subject: OverlaySubject) {
    let text = overlay.value.text ?? ""
    switch subject {
    case .sourceName:
      guard let source = facts.source else { return }
      if note(source.name, at: source.range) { facts.source?.name = text }
    case .specificationID: correctSpecificationID(to: text)
    case .specificationVersion: correctVersion(to: text)
    case .id(let id): correct(id: id, to: text)
    case .specName(let name):
      for index in facts.requests.indices {
        facts.requests[index].json = correctValue(
          at: ["auth", "specName"], in: facts.requests[index].json, where: name)
      }
    case .field(let attribute, let name): correct(attribute, of: name)
    case .endpoint(let part, let endpoint): correct(part, of: endpoint, to: text)
    case .header(let name, let endpoint): correctHeader(name, of: endpoint)
    case .value(let path): correctValues(at: FieldPath(path).parts)
    }
  }

  /// Notes that the page says something at a place.
  ///
  /// - Returns: whether the overlay corrects that.
  mutating func note(_ documented: String?, at range: Range<Int>) -> Bool {
    matches += 1
    guard documented != overlay.value.text else { return false }
    if let expected = overlay.documented, documented != expected.text {
      noteChange((documented.map { .string($0) } ?? Overlay.Value.null).spelling, at: range)
      return false
    }
    corrections.append(
      FactCorrection(
        subject: title, documented: documented, value: overlay.value.text,
        reason: overlay.reason, range: range))
    return true
  }

  /// Notes that a place says something that the overlay does not correct.
  mutating func noteChange(_ text: String, at range: Range<Int>) {
    if change == nil { change = (text, range.lowerBound) }
  }

  /// The names that a misspelt subject may mean.
  private func candidates(_ subject: OverlaySubject) -> [String] {
    let endpoints = facts.requests.map { "\($0.method) \($0.url)" }
    switch subject {
    case .sourceName, .specificationID, .specificationVersion: return []
    case .id: return (facts.connectionSpecs + facts.otherSpecIDs).map(\.id)
    case .specName: return facts.authentications.map { "specName of \($0.specName)" }
    case .field(let attribute, _):
      return facts.tables.flatMap { $0.rows.map { "\(attribute.rawValue) of \($0.name)" } }
    case .endpoint(.whole, _): return endpoints
    case .endpoint(.method, _): return endpoints.map { "method of \($0)" }
    case .endpoint(.url, _): return endpoints.map { "url of \($0)" }
    case .header(let name, _): return endpoints.map { "\(name) of \($0)" }
    case .value: return facts.requests.flatMap { $0.json?.leafPaths() ?? [] }
    }
  }
}
