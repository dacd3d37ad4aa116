package import ClientEmitter
import ConnectorModel
package import Diagnostics
import GeneratorConfiguration
import PageFacts

/// What the pages say of the configuration.
extension Generation {
  /// The entries of the configuration that cannot be applied, so that the model is not what was
  /// asked for.
  package var refusals: [Diagnostic] {
    (overlayFindings + typeContradictions).filter { $0.severity == .error }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The entries of the configuration that cannot be applied or have no effect.
  ///
  /// - Parameter client: the one that was emitted with the configuration.
  package func configurationFindings(_ client: EmittedClient) -> [Diagnostic] {
    var findings = overlayFindings + typeContradictions
    if isWhole { findings += unmatched(client) }
    return findings
  }

  // MARK: - Overlays

  private var overlayFindings: [Diagnostic] {
    var outcomes: [Int: [(PageReading, OverlayOutcome)]] = [:]
    for reading in readings {
      for (index, outcome) in zip(reading.overlays, reading.corrected?.outcomes ?? []) {
        outcomes[index, default: []].append((reading, outcome))
      }
    }
    var findings: [Diagnostic] = []
    for (index, overlay) in configuration.overlays.enumerated() {
      if let found = outcomes[index] {
        findings += changes(under: overlay, found)
        if let finding = finding(about: overlay, found) { findings.append(finding) }
      } else if isWhole {
        findings.append(
          Diagnostic(
            .staleOverlay, at: overlay.range, subject: "\(overlay.page.text) \(overlay.subject)",
            "no page matches \(overlay.page.text)", remedy: "remove the overlay, or correct `page`")
        )
      }
    }
    return findings
  }

  /// The pages that say something else by now than what an overlay corrects.
  private func changes(
    under overlay: Overlay, _ outcomes: [(page: PageReading, outcome: OverlayOutcome)]
  ) -> [Diagnostic] {
    outcomes.compactMap { page, outcome in
      guard case .changed(let text, let place) = outcome else { return nil }
      let isLong = text.count > Self.longestQuote
      return Diagnostic(
        .staleOverlay, at: overlay.range, subject: "\(overlay.page.text) \(overlay.subject)",
        """
        \(page.source.path):\(page.source.location(of: place)) says \(Self.quoted(text)) now, \
        while the overlay corrects \(Self.quoted(overlay.documented?.spelling ?? ""))
        """, assumption: "what the page says counts",
        remedy: "remove the overlay if the page is right, or else "
          + (isLong ? "correct `documented`" : "write `documented: \(text)`"))
    }
  }

  /// How many signs of a value a message shows.
  private static let longestQuote = 120

  private static func quoted(_ text: String) -> String {
    if text == "null" { return "nothing" }
    return text.count > longestQuote ? text.prefix(longestQuote) + "…" : text
  }

  /// What else is to be said of an overlay that is about some of the pages.
  private func finding(
    about overlay: Overlay, _ outcomes: [(page: PageReading, outcome: OverlayOutcome)]
  ) -> Diagnostic? {
    let subject = "\(overlay.page.text) \(overlay.subject)"
    for (page, outcome) in outcomes {
      guard case .refused(let reason) = outcome else { continue }
      return Diagnostic(
        .overlayRefused, at: overlay.range, subject: subject,
        "`\(overlay.subject)` of \(page.source.path) cannot be corrected: \(reason)")
    }
    let isUsed = outcomes.contains { outcome in
      switch outcome.outcome {
      case .applied, .changed: true
      default: false
      }
    }
    if isUsed { return nil }
    if let (page, _) = outcomes.first(where: { $0.outcome == .agreed }) {
      return Diagnostic(
        .staleOverlay, at: overlay.range, subject: subject,
        "\(page.source.path) says so itself", remedy: "remove the overlay")
    }
    for (page, _) in outcomes {
      let findings = page.facts.diagnostics + (modelDiagnostics[page.facts.page] ?? [])
      guard let finding = findings.first(where: { $0.subject == overlay.subject }) else { continue }
      return Diagnostic(
        .overlayRefused, at: overlay.range, subject: subject,
        """
        \(page.source.path) has no value called `\(overlay.subject)`; the finding of \
        \(finding.rule.identifier) about it does not tell which value is wrong
        """, remedy: "name one of: \(OverlaySubject.forms)")
    }
    let nearest = outcomes.lazy.compactMap { outcome -> String? in
      if case .missing(let nearest) = outcome.outcome { nearest } else { nil }
    }.first
    let pages =
      outcomes.count == 1 ? outcomes[0].page.source.path : "none of \(outcomes.count) pages"
    return Diagnostic(
      .staleOverlay, at: overlay.range, subject: subject,
      "\(pages) has \(outcomes.count == 1 ? "no " : "")`\(overlay.subject)`",
      remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "remove the overlay")
  }

  // MARK: - Types

  private var typeContradictions: [Diagnostic] {
    types.contradictions.map { contradiction in
      let entry = configuration.types[contradiction.entry]
      return Diagnostic(
        .typeContradicted, at: entry.range, subject: "types.\(entry.field) \(contradiction.path)",
        """
        `\(contradiction.path)` cannot be of type \(entry.type.rawValue): \
        \(contradiction.page):\(contradiction.location) has a value of type \(contradiction.kind)
        """,
        assumption: "the page's type stays",
        remedy: "take json, name the field more closely, or correct the example with an overlay")
    }
  }

  // MARK: - What nothing is called

  private func unmatched(_ client: EmittedClient) -> [Diagnostic] {
    let names = configuration.names
    var findings: [Diagnostic] = []
    for entry in names.sources where !model.sources.contains(where: { $0.isCalled(entry.key) }) {
      findings.append(noSource(entry.key, at: entry.range))
    }
    var fields: [(name: String, source: String?, range: Range<Int>)] = []
    for (index, entry) in names.fields.enumerated()
    where !client.usedFieldNames.contains(index) {
      fields.append((entry.key, entry.source, entry.range))
    }
    for (index, entry) in configuration.types.enumerated() where !types.used.contains(index) {
      fields.append((entry.field, entry.source, entry.range))
    }
    let paths = fields.isEmpty ? [] : fieldPaths
    for field in fields {
      findings.append(noField(field.name, of: field.source, at: field.range, among: paths))
    }
    for entry in names.operations {
      guard let key = OperationKey(documented: entry.key) else { continue }
      if let finding = noOperation(key, entry) { findings.append(finding) }
    }
    return findings
  }

  private func noSource(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .unmatchedConfiguration, at: range, subject: name, "no page is about a source \"\(name)\"",
      assumption: "ignored",
      remedy: NearestName.suggestion(for: name, in: model.sources.flatMap { [$0.name, $0.key] }))
  }

  private func noField(
    _ field: String, of source: String?, at range: Range<Int>, among paths: [String]
  ) -> Diagnostic {
    if let source, !model.sources.contains(where: { $0.isCalled(source) }) {
      return noSource(source, at: range)
    }
    let owner = source.map { " of \($0)" } ?? ""
    let isPath = field.contains(".")
    let candidates = paths.lazy.map { path in
      isPath ? path : path.split(separator: ".").last.map(String.init) ?? path
    }
    return Diagnostic(
      .unmatchedConfiguration, at: range, subject: field,
      "no page has a field \"\(field)\"\(owner)",
      assumption: "ignored", remedy: NearestName.suggestion(for: field, in: candidates))
  }

  private func noOperation(_ key: OperationKey, _ entry: NameOverrides.Entry) -> Diagnostic? {
    var keys = model.operations.map(\.key)
    if let wanted = entry.source {
      guard let source = model.sources.first(where: { $0.isCalled(wanted) }) else {
        return noSource(wanted, at: entry.range)
      }
      keys = source.requests.map(\.operation)
    }
    if keys.contains(key) { return nil }
    let owner = entry.source.map { " of \($0)" } ?? ""
    return Diagnostic(
      .unmatchedConfiguration, at: entry.range, subject: entry.key,
      "no page has an operation \"\(entry.key)\"\(owner)", assumption: "ignored",
      remedy: NearestName.suggestion(for: entry.key, in: keys.flatMap(\.spellings)))
  }

  /// The paths of all fields, sorted.
  private var fieldPaths: [String] {
    var paths: Set<String> = []
    func add(_ properties: [Property], below path: String) {
      for property in properties {
        let place = FieldPath.path(property.name, below: path)
        paths.insert(place)
        add(property.schema, below: place)
      }
    }
    func add(_ schema: Schema?, below path: String) {
      switch schema {
      case .object(let object): add(object.properties, below: path)
      case .array(let inner), .dictionary(let inner): add(inner, below: path)
      case .union(let options): for option in options { add(option, below: path) }
      default: break
      }
    }
    for source in model.sources {
      for authentication in source.authentications {
        add(authentication.fields, below: FieldPath.credentials)
      }
      for request in source.requests { add(request.body, below: "") }
    }
    for operation in model.operations {
      add(operation.body, below: "")
      add(operation.response, below: "")
    }
    return paths.sorted()
  }
}

extension OperationKey {
  /// Method and path, and the same without the base path, as API formats write it.
  fileprivate var spellings: [String] {
    var paths = [path]
    for base in ["/data/foundation/flowservice", "/data/foundation"] where path.hasPrefix(base) {
      paths.append(String(path.dropFirst(base.count)))
    }
    return paths.map { "\(method) \($0)" }
  }
}
