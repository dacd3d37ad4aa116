import Diagnostics

/// What the comments of a page keep back.
///
/// A finding is kept back by where it starts. `disable-next-line` covers the next line that is
/// neither blank nor such a comment; where a fence or a table starts there, all of it.
/// `disable-line` covers the line on which the comment starts, `disable` everything to the matching
/// `enable` or the end of the page.
struct SuppressionComments {
  private typealias Directive = SuppressionComment.Directive

  /// The rules that comments switch off, and where.
  private var ranges: [String: CoveredRanges] = [:]
  private var problems: [Diagnostic] = []

  init(_ input: LintInput) {
    var reader = SuppressionCommentReader(input.file, code: input.code)
    let comments = reader.comments()
    guard !comments.isEmpty else { return }
    let blocks = CommentTargets(input.blocks, comments: comments, file: input.file)
    /// Where rules are switched off up to an `enable` that was not read yet.
    var open: [String: (name: SuppressionComment.Name, start: Int)] = [:]
    for comment in comments {
      guard let directive = comment.directive else {
        reportUnknownWord(comment.word)
        continue
      }
      if comment.rules.isEmpty {
        if directive == .enable {
          let end = comment.range.lowerBound
          for name in open.keys.sorted() {
            guard let disabled = open.removeValue(forKey: name) else { continue }
            cover(disabled.start..<end, by: disabled.name, .disable)
          }
        } else {
          reportNoRule(comment.range, directive)
        }
      }
      for name in comment.rules where isKnown(name) {
        switch directive {
        case .enable:
          if let disabled = open.removeValue(forKey: name.text) {
            cover(disabled.start..<comment.range.lowerBound, by: disabled.name, .disable)
          } else {
            report(
              name, directive, "\(name.text) is not switched off here",
              "remove it, or put <!-- connectorgen-disable \(name.text) --> before it")
          }
        case .disable:
          if open[name.text] == nil {
            open[name.text] = (name, comment.range.lowerBound)
          } else {
            report(name, directive, "\(name.text) is already switched off here", "remove it")
          }
        case .disableLine:
          cover(blocks.line(at: comment.range.lowerBound), by: name, directive)
        case .disableNextLine:
          cover(blocks.next(after: comment.range.upperBound), by: name, directive)
        }
      }
    }
    for name in open.keys.sorted() {
      guard let disabled = open[name] else { continue }
      cover(disabled.start..<input.file.bytes.count + 1, by: disabled.name, .disable)
    }
    for rule in ranges.keys { ranges[rule]?.prepare() }
  }

  private mutating func cover(
    _ range: Range<Int>, by name: SuppressionComment.Name, _ directive: Directive
  ) {
    ranges[name.text, default: CoveredRanges()].add(range, name: name, directive: directive)
  }

  private mutating func reportUnknownWord(_ word: SuppressionComment.Name) {
    let names = Directive.allCases.map(\.rawValue)
    problems.append(
      Diagnostic(
        .malformedSuppression, at: word.range, subject: word.text,
        "\"\(word.text)\" is no comment that the linter knows", assumption: "ignored",
        remedy: NearestName.suggestion(for: word.text, in: names)
          ?? "write one of \(names.joined(separator: ", "))"))
  }

  private mutating func reportNoRule(_ range: Range<Int>, _ directive: Directive) {
    problems.append(
      Diagnostic(
        .malformedSuppression, at: range, subject: directive.rawValue,
        "this comment names no rule", assumption: "ignored",
        remedy: "name the rules: <!-- \(directive.rawValue) RULE -->"))
  }

  private mutating func report(
    _ name: SuppressionComment.Name, _ directive: Directive, _ message: String, _ remedy: String
  ) {
    problems.append(
      Diagnostic(
        .unusedSuppression, at: name.range, subject: "\(directive.rawValue) \(name.text)", message,
        remedy: remedy))
  }

  private mutating func isKnown(_ name: SuppressionComment.Name) -> Bool {
    guard Rule.named(name.text) == nil else { return true }
    problems.append(
      Diagnostic(
        .unknownRule, at: name.range, subject: name.text, "there is no rule \"\(name.text)\"",
        assumption: "ignored",
        remedy: NearestName.suggestion(for: name.text, in: Rule.all.lazy.map(\.identifier))
          ?? "`connectorgen rules` lists all rules"))
    return false
  }

  /// Whether a comment keeps the finding back. Remembers that the comment is of use.
  mutating func suppress(_ diagnostic: Diagnostic) -> Bool {
    ranges[diagnostic.rule.identifier]?.use(at: diagnostic.range.lowerBound) ?? false
  }

  /// What is wrong with the comments themselves; complete after all findings were asked for.
  ///
  /// - Parameter isWhole: whether all pages are looked at, so that all rules find what they can.
  func diagnostics(isWhole: Bool) -> [Diagnostic] {
    var all = problems
    for rule in ranges.keys.sorted() where isWhole || !Rule.amongPages.contains(rule) {
      for unused in ranges[rule]?.unused ?? [] {
        all.append(
          Diagnostic(
            .unusedSuppression, at: unused.name.range,
            subject: "\(unused.directive.rawValue) \(rule)", "this hides no finding of \(rule)",
            remedy: "remove it, or put it directly before what it is about"))
      }
    }
    return all
  }
}
