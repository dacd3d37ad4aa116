/// The words by which pages name their own parts: bold labels, headings, header cells and the
/// phrases inside descriptions.
///
/// Words differ between languages and authors, so they are data: the built-in tables plus what the
/// configuration adds. Matching sees through case, accents, emphasis, the kind of apostrophe,
/// hyphen or blank, and trailing colons.
package struct Labels: Hashable, Sendable {
  /// What a word stands for. The raw value is the key below `labels` in the configuration.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    // Bold labels and titles of folds.
    case request
    case response
    case apiFormat

    // Header cells.
    case credential
    case property
    case parameter
    case header
    case description
    case example
    case value
    case type
    case dataFormat
    case enumerationValue
    case errorCode
    case connectorName
    case connectionSpecification

    // Headings; looked for inside the text.
    case gatherCredentials
    case createBaseConnection
    case appendix

    // Phrases inside descriptions.
    case optional
    case required
    case defaultValue = "default"
    case allowedValues
  }

  /// The words of each kind as they were given.
  package private(set) var words: [Kind: [String]] = [:]
  /// Folded whole texts.
  private var kindsByText: [String: Set<Kind>] = [:]
  /// By their first scalar, so that most places of a text need no comparison at all.
  private var phrases: [Kind: [Unicode.Scalar: [Phrase]]] = [:]

  /// Labels without any word.
  package init() {}

  package init(_ words: [Kind: [String]]) {
    for kind in Kind.allCases {
      add(words[kind] ?? [], to: kind)
    }
  }

  /// Adds words; those that are there already change nothing.
  package mutating func add(_ words: [String], to kind: Kind) {
    for word in words {
      let folded = FoldedText(word).trimmed
      guard !folded.isEmpty else { continue }
      guard kindsByText[folded, default: []].insert(kind).inserted else { continue }
      self.words[kind, default: []].append(word)
      let phrase = Phrase(word)
      guard let first = phrase.pieces.first?.first else { continue }
      phrases[kind, default: [:]][first, default: []].append(phrase)
    }
  }

  /// Whether the whole of `text` (a cell, a bold label, a heading) is a word of that kind.
  package func matches(_ text: String, _ kind: Kind) -> Bool {
    kindsByText[FoldedText(text).trimmed]?.contains(kind) ?? false
  }

  /// All kinds that the whole of `text` stands for.
  package func kinds(of text: String) -> Set<Kind> {
    kindsByText[FoldedText(text).trimmed] ?? []
  }

  /// Whether a phrase of that kind stands anywhere in `text`.
  package func contains(_ kind: Kind, in text: String) -> Bool {
    contains(kind, in: FoldedText(text))
  }

  func contains(_ kind: Kind, in text: FoldedText) -> Bool {
    firstPhrase(of: kind, in: text) != nil
  }

  /// The first phrase of that kind inside `text`, as UTF-8 offsets; the longest one where several
  /// start at the same place. Blanks, colons and equals signs behind it belong to it, so that what
  /// follows is the value that the phrase announces.
  package func firstPhrase(of kind: Kind, in text: String) -> Range<Int>? {
    firstPhrase(of: kind, in: FoldedText(text))
  }

  func firstPhrase(of kind: Kind, in text: FoldedText) -> Range<Int>? {
    ranges(of: kind, in: text, limit: 1).first
  }

  /// All phrases of that kind inside `text`, in order and without overlaps.
  package func phrases(of kind: Kind, in text: String) -> [Range<Int>] {
    phrases(of: kind, in: FoldedText(text))
  }

  func phrases(of kind: Kind, in text: FoldedText) -> [Range<Int>] {
    ranges(of: kind, in: text, limit: .max)
  }

  private func ranges(of kind: Kind, in folded: FoldedText, limit: Int) -> [Range<Int>] {
    guard let candidates = phrases[kind] else { return [] }
    var found: [Range<Int>] = []
    var index = 0
    while index < folded.scalars.count, found.count < limit {
      var best: Int?
      for candidate in candidates[folded.scalars[index]] ?? [] {
        guard let end = candidate.match(in: folded, at: index) else { continue }
        best = max(best ?? 0, end)
      }
      if let end = best {
        let behind = folded.skipSeparators(from: end)
        found.append(folded.offset(of: index)..<folded.offset(of: behind))
        index = max(behind, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  package static func == (left: Labels, right: Labels) -> Bool { left.words == right.words }
  package func hash(into hasher: inout Hasher) { hasher.combine(words) }
}
