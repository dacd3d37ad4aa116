import ClientEmitter
import ConnectorModel

/// Goes through two models side by side and writes down what differs.
///
/// What a difference means in Swift is not decided here: each draft claims the declarations that it
/// touches, and `Judge` looks up what becomes of them.
struct Comparer {
  /// One of the two models with the declarations that it becomes.
  struct Side {
    var model: ConnectorModel
    var surface: Surface
  }

  let old: Side
  let new: Side
  private(set) var drafts: [Draft] = []
  private var texts: Set<Text> = []
  /// Types that stand for the same thing under another name, with the old name first.
  private(set) var renamedTypes: [(old: String, new: String)] = []

  init(old: Side, new: Side) {
    self.old = old
    self.new = new
    comparePages()
    compareSources()
    compareOperations()
    comparePayloads()
    compareErrorCodes()
    compareTables()
  }

  mutating func add(_ draft: Draft) {
    // A text of a source's page may be the text of an operation, too.
    if draft.rule == .documentationChanged, let old = draft.old, let new = draft.new {
      let text = Text(old: old, new: new, oldValue: draft.oldValue, newValue: draft.newValue)
      if draft.subject.source == nil, texts.contains(text) { return }
      texts.insert(text)
    }
    drafts.append(draft)
  }

  /// A text that is another one now.
  private struct Text: Hashable {
    var old: Provenance
    var new: Provenance
    var oldValue: String?
    var newValue: String?
  }

  /// Remembers that what one type was is another one now, so that their members are compared.
  mutating func noteRename(_ before: DeclaredType?, _ after: DeclaredType?) {
    guard let before, let after, before.name != after.name else { return }
    renamedTypes.append((before.name, after.name))
  }

  /// A list of names in code font.
  static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}

// MARK: - Pages and error codes

extension Comparer {
  private mutating func comparePages() {
    let sourcePages = Set((old.model.sources + new.model.sources).map(\.provenance.page))
    let pairing = Pairing(old.model.pages, new.model.pages, key: \.path) { _, _ in nil }
    for pair in pairing.pairs {
      var parts: [String] = []
      if pair.old.title != pair.new.title { parts.append("title") }
      if pair.old.kind != pair.new.kind { parts.append("kind") }
      guard !parts.isEmpty else { continue }
      let (before, after) =
        pair.old.title != pair.new.title
        ? (pair.old.title, pair.new.title) : (pair.old.kind, pair.new.kind)
      add(
        Draft(
          rule: .documentationChanged, subject: ChangeSubject(.page, name: pair.new.path),
          message: "the page has another " + parts.joined(separator: " and another "),
          oldValue: before, newValue: after, old: Self.start(of: pair.old),
          new: Self.start(of: pair.new), otherwise: .documentation))
    }
    // The pages of sources are what `source-added` and `source-removed` are about.
    for page in pairing.removed where !sourcePages.contains(page.path) {
      add(
        Draft(
          rule: .pageRemoved, subject: ChangeSubject(.page, name: page.path),
          message: "the page is gone", old: Self.start(of: page), otherwise: .documentation))
    }
    for page in pairing.added where !sourcePages.contains(page.path) {
      add(
        Draft(
          rule: .pageAdded, subject: ChangeSubject(.page, name: page.path),
          message: "the page is new", new: Self.start(of: page), otherwise: .documentation))
    }
  }

  private static func start(of page: Page) -> Provenance { Provenance(page: page.path, line: 1) }

  private mutating func compareErrorCodes() {
    let pairing = Pairing(old.model.errorCodes, new.model.errorCodes, key: \.code) { _, _ in nil }
    for pair in pairing.pairs
    where pair.old.message != pair.new.message || pair.old.remedy != pair.new.remedy {
      let isMessage = pair.old.message != pair.new.message
      add(
        Draft(
          rule: .errorCodeChanged, subject: ChangeSubject(.errorCode, name: pair.new.code),
          message: "the error code `\(pair.new.code)` is described in other words",
          oldValue: isMessage ? pair.old.message : pair.old.remedy,
          newValue: isMessage ? pair.new.message : pair.new.remedy,
          old: pair.old.provenance, new: pair.new.provenance, otherwise: .documentation,
          claims: Self.claims(of: pair.old, old) + Self.claims(of: pair.new, new)))
    }
    for code in pairing.removed {
      add(
        Draft(
          rule: .errorCodeRemoved, subject: ChangeSubject(.errorCode, name: code.code),
          message: "the error code `\(code.code)` is no longer documented", old: code.provenance,
          otherwise: .documentation, claims: Self.claims(of: code, old)))
    }
    for code in pairing.added {
      add(
        Draft(
          rule: .errorCodeAdded, subject: ChangeSubject(.errorCode, name: code.code),
          message: "the error code `\(code.code)` is new", new: code.provenance,
          otherwise: .documentation, claims: Self.claims(of: code, new)))
    }
  }

  /// The constant of a code, which is named after the message, and what comes with the first code and
  /// goes with the last one: the list of all, and the client that looks codes up there.
  private static func claims(of code: ErrorCode, _ side: Side) -> [Claim] {
    var claims: [Claim] = [
      .declaration("ErrorCatalogue.documented"), .declaration("FlowServiceClient.init"),
    ]
    if let name = side.surface.errorCodes[code.code] { claims.append(.declaration(name)) }
    return claims
  }
}
