import Diagnostics

/// The state of reading a script; `ShellReader` is its entry.
struct ShellLexer {
  /// A `<<` whose text starts on a later line.
  struct PendingHeredoc {
    var delimiter: [UInt8]
    var isQuoted: Bool
    var stripsTabs: Bool
    /// The command that reads it, nil for the one under construction.
    var command: Int?
  }

  let text: MappedText
  let bytes: [UInt8]
  var index = 0
  var substitutions: ShellSubstitution
  var commands: [ShellCommand] = []
  var diagnostics: [Diagnostic] = []

  private var assignments: [ShellWord] = []
  private var words: [ShellWord] = []
  private var start: Int?
  private var end = 0
  private var standardInput: MappedText?
  /// Whether the last command writes into the one under construction.
  private var feedsFromLast = false
  /// The commands that read what the one before them writes.
  private var pipes: [Int] = []
  private var pendingHeredocs: [PendingHeredoc] = []
  private var seenVariables: Set<String> = []

  init(_ text: MappedText) {
    self.text = text
    bytes = text.bytes
    substitutions = ShellSubstitution(text.bytes)
  }

  mutating func readAll() {
    while index < bytes.count { readToken() }
    finishCommand()
    connectPipes()
  }

  private mutating func readToken() {
    let byte = bytes[index]
    if bytes.isLineEnd(index) {
      index = bytes.afterLineEnd(index)
      finishCommand()
      readHeredocs()
      return
    }
    switch byte {
    case .space, .tab:
      index += 1
    case .hash:
      index = bytes.lineEnd(from: index)
    case .backslash where bytes.isLineEnd(index + 1) && index + 1 < bytes.count:
      index = bytes.afterLineEnd(index + 1)
    case .semicolon, .leftParenthesis, .rightParenthesis:
      index += 1
      finishCommand()
    case .ampersand:
      if bytes.at(index + 1) == .greaterThan {
        index += 1
        readRedirection(from: index - 1)
      } else {
        index += bytes.at(index + 1) == .ampersand ? 2 : 1
        finishCommand()
      }
    case .bar:
      let isPipe = bytes.at(index + 1) != .bar
      index += isPipe && bytes.at(index + 1) != .ampersand ? 1 : 2
      finishCommand(feedsNext: isPipe)
    case .lessThan, .greaterThan:
      if bytes.at(index + 1) == .leftParenthesis {
        readWord()
      } else {
        readRedirection(from: index)
      }
    default:
      if let operatorIndex = fileDescriptorEnd(from: index) {
        let wordStart = index
        index = operatorIndex
        readRedirection(from: wordStart)
      } else {
        readWord()
      }
    }
  }

  /// The place of the `<` or `>` behind digits that start at `start`.
  private func fileDescriptorEnd(from start: Int) -> Int? {
    var position = start
    while position < bytes.count, bytes[position].isDigit { position += 1 }
    guard position > start, let byte = bytes.at(position) else { return nil }
    return byte == .lessThan || byte == .greaterThan ? position : nil
  }

  private mutating func readWord() {
    let wordStart = index
    if start == nil { start = wordStart }
    let value = wordValue()
    if index == wordStart { index += 1 }
    end = index
    let word = ShellWord(value: value, range: text.sourceRange(of: wordStart..<index))
    if words.isEmpty, isAssignment(from: wordStart) {
      assignments.append(word)
    } else {
      words.append(word)
    }
  }

  private func isAssignment(from start: Int) -> Bool {
    guard let first = bytes.at(start), first.isNameStart else { return false }
    var position = start + 1
    while let byte = bytes.at(position), byte.isNamePart { position += 1 }
    if bytes.at(position) == .plus { position += 1 }
    return bytes.at(position) == .equals
  }

  private mutating func readRedirection(from tokenStart: Int) {
    if start == nil { start = tokenStart }
    let readsInput = bytes[index] == .lessThan
    var width = 1
    if readsInput, bytes.at(index + 1) == .lessThan {
      width = bytes.at(index + 2) == .lessThan || bytes.at(index + 2) == .hyphen ? 3 : 2
    } else if let next = bytes.at(index + 1),
      next == .ampersand || next == .greaterThan || (!readsInput && next == .bar)
    {
      width = 2
    }
    let isHereString = width == 3 && bytes[index + 2] == .lessThan
    let isHeredoc = readsInput && width >= 2 && bytes[index + 1] == .lessThan && !isHereString
    let stripsTabs = width == 3 && !isHereString
    index += width
    skipBlanksAndContinuations()
    let wordStart = index
    let value = wordValue()
    end = max(index, wordStart)
    if isHereString {
      standardInput = value
      standardInput?.append(.newline, source: text.sourceOffset(of: index), width: 0)
    } else if isHeredoc {
      let raw = bytes[wordStart..<index]
      let isQuoted = raw.contains { $0 == .singleQuote || $0 == .doubleQuote || $0 == .backslash }
      pendingHeredocs.append(
        PendingHeredoc(
          delimiter: value.bytes, isQuoted: isQuoted, stripsTabs: stripsTabs, command: nil))
    } else if readsInput {
      standardInput = nil
    }
  }

  private mutating func skipBlanksAndContinuations() {
    while index < bytes.count {
      if bytes[index].isBlank {
        index += 1
      } else if bytes[index] == .backslash, index + 1 < bytes.count, bytes.isLineEnd(index + 1) {
        index = bytes.afterLineEnd(index + 1)
      } else {
        return
      }
    }
  }

  private mutating func finishCommand(feedsNext: Bool = false) {
    guard let start else { return }
    for position in pendingHeredocs.indices.reversed() {
      guard pendingHeredocs[position].command == nil else { break }
      pendingHeredocs[position].command = commands.count
    }
    if feedsFromLast { pipes.append(commands.count) }
    commands.append(
      ShellCommand(
        assignments: assignments, words: words, standardInput: standardInput,
        range: text.sourceRange(of: start..<max(start, end))))
    feedsFromLast = feedsNext
    assignments = []
    words = []
    self.start = nil
    standardInput = nil
  }

  private mutating func readHeredocs() {
    let heredocs = pendingHeredocs
    pendingHeredocs = []
    for heredoc in heredocs {
      let bodyStart = index
      let body = heredocBody(heredoc)
      guard let command = heredoc.command, commands.indices.contains(command) else { continue }
      commands[command].standardInput = body
      let upper = max(
        commands[command].range.upperBound, text.sourceRange(of: bodyStart..<index).upperBound)
      commands[command].range = commands[command].range.lowerBound..<upper
    }
  }

  /// What a command writes is known only when the heredocs behind its line are read.
  private mutating func connectPipes() {
    for reader in pipes where commands[reader].standardInput == nil {
      commands[reader].standardInput = commands[reader - 1].output
    }
  }

  /// One note for each variable or substitution: what it stands for is not known.
  mutating func noteVariable(_ range: Range<Int>) {
    let subject = bytes[range].prefix(80).string
    guard seenVariables.insert(subject).inserted else { return }
    diagnostics.append(
      Diagnostic(
        .shellVariable, at: text.sourceRange(of: range), subject: subject,
        "the shell would put something else in the place of \(subject)",
        assumption: "kept as a placeholder"))
  }
}
