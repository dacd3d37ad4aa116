import Diagnostics

/// Carries out the steps of a reading: the tree, and a finding for each repair.
struct Replay {
  /// A text with more findings gets one last that says so.
  static let maximumFindings = 500

  private let text: MappedText
  private var builder: TreeBuilder
  private var findings: [Finding] = []
  private var lastKeyWasOpen = false

  init(_ text: MappedText) {
    self.text = text
    builder = TreeBuilder(text)
  }

  /// A finding before it is worded.
  struct Finding {
    var problem: Problem
    /// Offsets into the text.
    var range: Range<Int>
    var subject: String
    /// What was read instead.
    var reading: String?
    var content: Range<Int>?
    var isUncertain = false
    /// An opening bracket, or another place that belongs to it.
    var related: Int?
  }

  /// The actions of the chain that ends at `last`, in order.
  static func actions(_ steps: [Step], endingAt last: Int) -> [Action] {
    var actions: [Action] = []
    var index = last
    while index >= 0 {
      actions.append(steps[index].action)
      index = steps[index].previous
    }
    return actions.reversed()
  }

  mutating func run(_ actions: [Action]) -> (roots: [JSONNode], findings: [Finding]) {
    for action in actions { perform(action) }
    return (builder.roots, findings)
  }

  private mutating func perform(_ action: Action) {
    switch action {
    case .open(let container, let start): builder.open(isObject: container == .object, at: start)
    case .close(let end): builder.close(end: end)
    case .key(let scalar):
      let name = self.text(of: scalar)
      builder.key(name, scalar.range)
      lastKeyWasOpen = scalar.problem == .missingClosingQuote
      report(scalar, reading: JSONNode.quoted(name))
    case .value(let scalar): perform(value: scalar)
    case .missingKey(let offset): builder.key("", offset..<offset)
    case .missingValue(let offset):
      builder.value(
        JSONNode(.null, range: builder.source(offset..<offset), isUncertain: true))
    case .endAfterKey(let offset):
      if lastKeyWasOpen {
        // Half a key: nothing is known about it.
        builder.dropKey()
      } else {
        builder.value(
          JSONNode(.null, range: builder.source(offset..<offset), isUncertain: true))
      }
    case .wrapLast: builder.wrapLast()
    case .reopen: builder.reopen()
    case .uncertain: builder.markUncertain()
    case .repair(let problem, let range): repair(problem, range, isGuess: false)
    case .guess(let problem, let range): repair(problem, range, isGuess: true)
    }
  }

  private mutating func perform(value scalar: Scalar) {
    let bytes = text.bytes
    let kind: JSONNode.Kind
    var reading: String
    switch scalar.kind {
    case .string, .text:
      let value = self.text(of: scalar)
      kind = .string(value)
      reading = JSONNode.quoted(value)
    case .number:
      reading =
        scalar.problem == .otherNumber
        ? NumberSpelling.mended(bytes, scalar.content) ?? "0"
        : String(decoding: bytes[scalar.content], as: UTF8.self)
      kind = .number(reading)
    case .literal:
      reading = String(decoding: bytes[scalar.content], as: UTF8.self).lowercased()
      switch reading {
      case "true": kind = .boolean(true)
      case "false": kind = .boolean(false)
      default:
        kind = .null
        reading = "null"
      }
    }
    report(scalar, reading: reading)
    builder.value(
      JSONNode(kind, range: builder.source(scalar.range), isUncertain: scalar.isUncertain))
  }

  /// The text that a scalar stands for; flaws of its escapes are reported.
  private mutating func text(of scalar: Scalar) -> String {
    guard scalar.kind == .string else {
      return String(decoding: text.bytes[scalar.content], as: UTF8.self)
    }
    let content = StringContent(text.bytes, scalar.content)
    for flaw in content.flaws {
      // Line ends in a string are a finding already where the string was closed lines below.
      if flaw.kind == .controlCharacter, scalar.problem == .lineBreakInString { continue }
      if flaw.kind == .invalidEscape, scalar.problem == .escapedClosingQuote { continue }
      add(
        Finding(
          problem: Problem(flaw.kind), range: flaw.range, subject: builder.path,
          reading: JSONNode.quoted(content.text)))
    }
    return content.text
  }

  private mutating func report(_ scalar: Scalar, reading: String) {
    guard let problem = scalar.problem else { return }
    add(
      Finding(
        problem: problem, range: scalar.range, subject: builder.path, reading: reading,
        content: scalar.content, isUncertain: scalar.isUncertain))
  }

  private mutating func repair(_ problem: Problem, _ range: Range<Int>, isGuess: Bool) {
    var finding = Finding(
      problem: problem, range: range, subject: builder.path, isUncertain: isGuess)
    switch problem {
    case .missingCloser(_, let opener): finding.related = opener
    case .missingClosersAtEnd(_, let opener):
      finding.related = opener
      // A text that breaks off inside a string, or a piece cut out of an object, is one mistake.
      if let last = findings.last, last.problem == .missingClosingQuote,
        last.range.upperBound >= range.lowerBound
      {
        findings[findings.count - 1].related = opener
        return
      }
      if let first = findings.firstIndex(where: {
        $0.problem == .fragment || $0.problem == .listWithoutBrackets
      }) {
        findings[first].related = opener
        return
      }
    default: break
    }
    add(finding)
  }

  private mutating func add(_ finding: Finding) {
    if let last = findings.last, last.problem == finding.problem, last.range == finding.range {
      return
    }
    if findings.count < Self.maximumFindings {
      findings.append(finding)
    } else if findings.count == Self.maximumFindings {
      findings.append(Finding(problem: .more, range: finding.range, subject: "JSON"))
    }
  }
}

extension Problem {
  init(_ flaw: StringContent.Flaw.Kind) {
    switch flaw {
    case .controlCharacter: self = .controlCharacter
    case .invalidEscape: self = .invalidEscape
    case .loneSurrogate: self = .loneSurrogate
    case .invalidUTF8: self = .invalidUTF8
    }
  }
}
