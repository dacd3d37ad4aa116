import Diagnostics

/// Repairs the curl commands of a fence so that the shell reads what is meant.
///
/// What is wrong is told by lines and by what the grammar allows: no command starts with an option
/// or a URL, a header goes over one line, JSON ends where its brackets do. A sound fence comes out
/// as it is. The repaired text keeps the places of the page.
struct ShellMender {
  struct Result {
    var text: MappedText
    var diagnostics: [Diagnostic]
    /// The places in the page where the word `curl` was missing.
    var insertedCommands: Set<Int>
  }

  let text: MappedText
  let bytes: [UInt8]
  var index = 0
  var diagnostics: [Diagnostic] = []
  var substitutions: ShellSubstitution
  /// The option that waits for its argument.
  var pending: CurlOption?
  var hasURL = false
  var heredocs: [(delimiter: [UInt8], stripsTabs: Bool)] = []
  /// Whether the command stands behind a prompt, so that `> ` may start its other lines.
  var hasPrompt = false
  private var output: MappedText
  private var copied = 0
  private var insertedCommands: Set<Int> = []
  /// A part of a line up to its end.
  private var knownLine = 0..<0
  private var isFirstCommand = true

  static func mend(_ text: MappedText) -> Result {
    var mender = ShellMender(text)
    mender.mendAll()
    return Result(
      text: mender.output, diagnostics: mender.diagnostics,
      insertedCommands: mender.insertedCommands)
  }

  private init(_ text: MappedText) {
    self.text = text
    bytes = text.bytes
    substitutions = ShellSubstitution(text.bytes)
    output = MappedText(at: text.sourceOffset(of: 0))
  }

  private mutating func mendAll() {
    while index < bytes.count { mendCommand() }
    flush(to: bytes.count)
  }

  // MARK: Edits

  /// Copies what was not yet copied, up to `position`.
  mutating func flush(to position: Int) {
    guard position > copied else { return }
    output.append(copied..<min(position, bytes.count), of: text)
    copied = min(position, bytes.count)
  }

  mutating func insert(_ inserted: StaticString, at position: Int) {
    flush(to: position)
    output.insert(inserted, at: text.sourceOffset(of: position))
  }

  mutating func insert(_ byte: UInt8, at position: Int) {
    flush(to: position)
    output.append(byte, source: text.sourceOffset(of: position), width: 0)
  }

  mutating func delete(_ range: Range<Int>) {
    flush(to: range.lowerBound)
    copied = max(copied, range.upperBound)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// An edit of the page that puts `text` where `position` stands.
  func insertion(_ inserted: String, at position: Int) -> Diagnostic.Edit {
    let source = text.sourceOffset(of: position)
    return Diagnostic.Edit(range: source..<source, replacement: inserted)
  }

  func place(_ range: Range<Int>) -> Range<Int> { text.sourceRange(of: range) }

  // MARK: Commands

  private mutating func mendCommand() {
    index = bytes.skippingBlanks(from: index)
    if bytes.isLineEnd(index) {
      index = bytes.afterLineEnd(index)
      skipHeredocs()
      return
    }
    mendPrompt()
    if bytes.at(index) == .hash {
      index = bytes.lineEnd(from: index)
      return
    }
    defer { isFirstCommand = false }
    if isFirstCommand, startsWithoutCurl {
      insertCommand(at: index)
      mendCurl()
    } else if let end = curlWordEnd(at: index) {
      index = end
      mendCurl()
    } else {
      skipOtherWord()
    }
  }

  private mutating func mendCurl() {
    pending = nil
    hasURL = false
    while index < bytes.count, mendCurlLine() {}
  }

  private mutating func insertCommand(at position: Int) {
    insert("curl ", at: position)
    insertedCommands.insert(text.sourceOffset(of: position))
    report(
      Diagnostic(
        .missingCurl, at: place(position..<min(position + 1, bytes.count)), subject: "curl",
        "the block starts without the word curl",
        assumption: "read as a curl command",
        remedy: "start the block with curl -X and the method"))
  }

  /// Whether the block starts in the middle of a curl command.
  private var startsWithoutCurl: Bool {
    if CurlOptionWord.startsLine(bytes, at: index) { return optionsBelongToCurl }
    guard startsURL(index) else { return false }
    let end = bytes.lineEnd(from: index)
    var position = end
    while position > index, bytes[position - 1].isBlank { position -= 1 }
    if position > index, bytes[position - 1] == .backslash { return true }
    return CurlOptionWord.startsLine(
      bytes, at: bytes.skippingBlanks(from: bytes.afterLineEnd(end)))
  }

  /// Whether the options with which the block starts are those of curl: a method, or a URL that is
  /// an argument. The help of another tool speaks of URLs in its prose.
  private var optionsBelongToCurl: Bool {
    if CurlOptionWord(bytes, at: index)?.option.role == .method { return containsURL }
    var position = index
    while position < bytes.count {
      let start = bytes.skippingBlanks(from: position)
      if startsURL(start) { return true }
      if CurlOptionWord.startsLine(bytes, at: start) {
        var scanner = ShellLineScanner(
          bytes, from: start, substitutions: substitutions, pending: nil, hasURL: false)
        _ = scanner.scan()
        for argument in scanner.arguments where argument.option?.role ?? .url == .url {
          return startsURL(argument.range.lowerBound)
        }
      }
      position = bytes.afterLineEnd(bytes.lineEnd(from: start))
    }
    return false
  }

  private var containsURL: Bool {
    var position = index
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "h"), startsURL(position) { return true }
      position += 1
    }
    return false
  }

  /// Whether a URL starts here, quoted or not.
  func startsURL(_ position: Int) -> Bool {
    var position = position
    while bytes.at(position) == .singleQuote || bytes.at(position) == .doubleQuote {
      position += 1
    }
    if let typographic = Typography(bytes, at: position), typographic.isQuote {
      position += typographic.width
    }
    return bytes.startsURL(at: position)
  }

  /// `$ curl …`, `% curl …` and `# curl …`: what a terminal shows before a command.
  private mutating func mendPrompt() {
    hasPrompt = false
    guard let byte = bytes.at(index), byte == .dollar || byte == .percent || byte == .hash,
      bytes.at(index + 1)?.isBlank == true
    else { return }
    let next = bytes.skippingBlanks(from: index + 1)
    guard isCurlWord(at: next) else { return }
    if byte == .hash {
      // A comment may speak of curl; a command has an option or a URL.
      let rest = bytes.skippingBlanks(from: next + 4)
      guard startsURL(rest) || CurlOptionWord.startsLine(bytes, at: rest) else { return }
    }
    report(
      Diagnostic(
        .shellPrompt, at: place(index..<index + 1), subject: [byte].string,
        "the command stands behind a prompt", assumption: "the prompt is left out",
        remedy: "take the prompt away",
        fix: [Diagnostic.Edit(range: place(index..<next), replacement: "")]))
    delete(index..<next)
    index = next
    hasPrompt = true
  }

  /// Whether the word `curl` stands here.
  func isCurlWord(at position: Int) -> Bool {
    bytes.has("curl", at: position) && (bytes.at(position + 4)?.isWhitespace ?? true)
  }

  /// The place behind the word `curl`, also where it is misspelt or has a path.
  private mutating func curlWordEnd(at start: Int) -> Int? {
    var end = start
    while let byte = bytes.at(end), !byte.isWhitespace, end - start < 64,
      byte.isLetter || byte.isDigit || byte == .slash || byte == .period || byte == .hyphen
        || byte == .underscore
    {
      end += 1
    }
    guard end > start, bytes.at(end)?.isWhitespace ?? true else { return nil }
    let word = bytes[start..<end]
    if word.equals("curl") || word.equals("curl.exe") || word.suffix(5).equals("/curl") {
      return end
    }
    guard ShellMender.isMisspeltCurl(Array(word)) else { return nil }
    let next = bytes.skippingBlanks(from: end)
    // `url 'https://…'` is a line of many a build file.
    let isCommand =
      startsURL(next) && !word.equals("url") || CurlOptionWord.startsLine(bytes, at: next)
      || (bytes.at(next) == .backslash && bytes.isLineEnd(next + 1))
    guard isCommand else { return nil }
    report(
      Diagnostic(
        .missingCurl, at: place(start..<end), subject: word.string,
        "\(word.string) is not spelt curl", assumption: "read as curl", remedy: "write curl",
        fix: [Diagnostic.Edit(range: place(start..<end), replacement: "curl")]))
    delete(start..<end)
    insert("curl", at: end)
    return end
  }

  /// Another case, a letter too many or too few, or two letters in the wrong order.
  private static func isMisspeltCurl(_ word: [UInt8]) -> Bool {
    let word = word.map(\.lowercased)
    let curl = Array("curl".utf8)
    guard word.count >= 3, word.count <= 5 else { return false }
    if word.count == 4 { return word == curl || word.sorted() == curl.sorted() }
    let (short, long) = word.count == 3 ? (word, curl) : (curl, word)
    return long.indices.contains { skipped in
      var rest = long
      rest.remove(at: skipped)
      return rest == short
    }
  }

  /// Passes over one word or operator of a command that is not curl.
  private mutating func skipOtherWord() {
    let start = index
    while !bytes.isLineEnd(index) {
      switch bytes[index] {
      case .space, .tab:
        index = bytes.skippingBlanks(from: index)
        if isCurlWord(at: index), isPrefix(start..<index) { return }
      case .semicolon, .bar, .ampersand, .leftParenthesis, .rightParenthesis:
        index += 1
        return
      case .hash where index > 0 && bytes[index - 1].isBlank:
        index = bytes.lineEnd(from: index)
      case .lessThan where bytes.has("<<", at: index) && !bytes.has("<<<", at: index):
        noteHeredoc()
      case .backslash:
        index = bytes.isLineEnd(index + 1) ? bytes.afterLineEnd(index + 1) : index + 2
      case .singleQuote, .doubleQuote:
        skipOtherQuote()
      case .dollar, .backtick:
        index = substitutions.end(from: index) ?? index + 1
      default:
        index += 1
      }
    }
  }

  /// Remembers the delimiter of the heredoc whose `<<` stands at `index`.
  private mutating func noteHeredoc() {
    index += 2
    let stripsTabs = bytes.at(index) == .hyphen
    if stripsTabs { index += 1 }
    index = bytes.skippingBlanks(from: index)
    var delimiter: [UInt8] = []
    while let byte = bytes.at(index), !byte.isWhitespace, byte != .semicolon, byte != .bar,
      byte != .lessThan
    {
      if byte != .singleQuote, byte != .doubleQuote, byte != .backslash { delimiter.append(byte) }
      index += 1
    }
    heredocs.append((delimiter, stripsTabs))
  }

  /// Whether these words run the command behind them: `sudo`, `NAME=value`, `then`.
  private func isPrefix(_ range: Range<Int>) -> Bool {
    guard range.count < 1_000 else { return false }
    let lexed = ShellReader.read(text.slice(range))
    guard let command = lexed.commands.last else { return true }
    return command.words.allSatisfy { ShellCommand.runsAnother($0.value.bytes) }
  }

  /// Passes over a quoted string; a quote that would swallow a curl command is an apostrophe.
  private mutating func skipOtherQuote() {
    let quote = bytes[index]
    var position = index + 1
    while position < bytes.count {
      if bytes[position] == quote {
        index = position + 1
        return
      }
      if quote == .doubleQuote, bytes[position] == .backslash { position += 1 }
      if bytes.at(position) == .newline, isCurlWord(at: bytes.skippingBlanks(from: position + 1)) {
        break
      }
      position += 1
    }
    insert(.backslash, at: index)
    index += 1
  }

  /// Passes over the heredocs that start behind the line that just ended.
  mutating func skipHeredocs() {
    let waiting = heredocs
    heredocs = []
    for heredoc in waiting {
      while index < bytes.count {
        var start = index
        if heredoc.stripsTabs { while bytes.at(start) == .tab { start += 1 } }
        let end = bytes.lineEnd(from: index)
        index = bytes.afterLineEnd(end)
        if bytes[min(start, end)..<end].elementsEqual(heredoc.delimiter) { break }
      }
    }
  }

  /// The end of the line on which `position` stands. A long line is searched only once.
  mutating func lineEnd(from position: Int) -> Int {
    if !knownLine.contains(position) { knownLine = position..<bytes.lineEnd(from: position) }
    return knownLine.upperBound
  }

  func lineScanner(from position: Int) -> ShellLineScanner {
    ShellLineScanner(
      bytes, from: position, substitutions: substitutions, pending: pending, hasURL: hasURL)
  }
}
