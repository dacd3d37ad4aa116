/// Walks over one line of a curl command and stops where something needs a closer look.
struct ShellLineScanner {
  enum Stop: Equatable {
    /// The line ends outside quotes.
    case lineEnd(Int)
    case comment(Int)
    /// `;`, `&`, `|` or a parenthesis.
    case controlOperator(Int)
    /// The argument of an option that takes a body starts here, with a quote or a bracket.
    case data(Int)
    /// A quote that has no partner on the line, with the word and the argument it stands in.
    case openQuote(Int)
    /// A typographic quote, dash or blank outside quotes.
    case typographic(Int)
    /// An unquoted URL that the shell would cut at `&` or at a placeholder.
    case unquotedURL(Range<Int>)
    /// An argument without its option.
    case lostOption(LostOption)
    /// A header without its option and without quotes.
    case bareHeader(Range<Int>)
    /// A URL in the marks of a link.
    case linkedURL(LinkedURL)
  }

  /// An argument on the line.
  struct Argument {
    /// The option it belongs to, nil for a URL.
    var option: CurlOption?
    /// With its quotes.
    var range: Range<Int>
  }

  /// How a line ends.
  enum Ending {
    case plain, continuation, blankAfterBackslash, doubledBackslash, slash
    /// `^` or a backtick, by which other shells continue a line.
    case otherShell
    case commentAfterBackslash
  }

  let bytes: [UInt8]
  var substitutions: ShellSubstitution
  var pending: CurlOption?
  var hasURL: Bool
  /// Whether a body is passed over like any other argument.
  var passesBodies = false
  private static let longestComment = 500
  private(set) var arguments: [Argument] = []
  private(set) var ending = Ending.plain
  /// The place behind the last word, before a backslash at the line's end.
  private(set) var contentEnd: Int
  /// Delimiters of heredocs that start on the line.
  private(set) var heredocs: [(delimiter: [UInt8], stripsTabs: Bool)] = []
  /// Words with placeholders that need quotes.
  private(set) var placeholderWords: [PlaceholderWord] = []
  private var index: Int

  init(
    _ bytes: [UInt8], from index: Int, substitutions: ShellSubstitution, pending: CurlOption?,
    hasURL: Bool
  ) {
    self.bytes = bytes
    self.substitutions = substitutions
    self.pending = pending
    self.hasURL = hasURL
    self.index = index
    contentEnd = index
  }

  mutating func scan() -> Stop {
    while true {
      index = bytes.skippingBlanks(from: index)
      guard !bytes.isLineEnd(index) else { return .lineEnd(index) }
      if pending == nil || pending?.role == .url, let linked = linkedURL(at: index) {
        return .linkedURL(linked)
      }
      switch bytes[index] {
      case .hash: return .comment(index)
      case .semicolon, .bar, .leftParenthesis, .rightParenthesis: return .controlOperator(index)
      case .ampersand:
        guard bytes.at(index + 1) == .greaterThan else { return .controlOperator(index) }
        index += 1
        skipRedirection()
      case .greaterThan:
        skipRedirection()
      case .lessThan
      where placeholderEnd(at: index, wordStart: index, isArgument: pending != nil) == nil:
        skipRedirection()
      case .backslash where isTrailing(index):
        ending = bytes.isLineEnd(index + 1) ? .continuation : .blankAfterBackslash
        index = bytes.lineEnd(from: index)
        return .lineEnd(index)
      case .backslash where startsComment(behind: index):
        ending = .commentAfterBackslash
        index = bytes.lineEnd(from: index)
        return .lineEnd(index)
      case .backslash where bytes.at(index + 1) == .backslash && isTrailing(index + 1):
        ending = .doubledBackslash
        index = bytes.lineEnd(from: index)
        return .lineEnd(index)
      case .slash where isTrailing(index):
        ending = .slash
        index = bytes.lineEnd(from: index)
        return .lineEnd(index)
      case .backtick where isTrailing(index), UInt8(ascii: "^") where isTrailing(index):
        ending = .otherShell
        index = bytes.lineEnd(from: index)
        return .lineEnd(index)
      default:
        if let stop = scanWord() { return stop }
      }
    }
  }

  /// Whether nothing but blanks follows the byte at `index` on its line.
  func isTrailing(_ index: Int) -> Bool {
    index < bytes.count && bytes.isLineEnd(bytes.skippingBlanks(from: index + 1))
  }

  /// Whether all that follows the backslash at `index` on its line is a comment: the shell would
  /// take its words for arguments.
  private func startsComment(behind index: Int) -> Bool {
    let start = bytes.skippingBlanks(from: index + 1)
    guard start > index + 1 else { return false }
    if bytes.at(start) == .hash { return true }
    if bytes.has("//", at: start) { return bytes.at(start + 2)?.isWhitespace ?? true }
    guard bytes.has("/*", at: start) else { return false }
    var end = start + 2
    while end - start < Self.longestComment, !bytes.isLineEnd(end) {
      if bytes.has("*/", at: end) { return isTrailing(end + 1) }
      end += 1
    }
    return false
  }

  private mutating func skipRedirection() {
    let isHeredoc = bytes.has("<<", at: index) && !bytes.has("<<<", at: index)
    while let byte = bytes.at(index), byte == .lessThan || byte == .greaterThan { index += 1 }
    var stripsTabs = false
    if isHeredoc, bytes.at(index) == .hyphen {
      stripsTabs = true
      index += 1
    } else if bytes.at(index) == .ampersand || bytes.at(index) == .bar {
      index += 1
    }
    index = bytes.skippingBlanks(from: index)
    let start = index
    var placeholders: [Range<Int>] = []
    while let byte = bytes.at(index), !byte.isWhitespace, byte != .semicolon, byte != .bar {
      if let end = placeholderEnd(at: index, wordStart: start, isArgument: true) {
        placeholders.append(index..<end)
        index = end
        continue
      }
      if byte == .singleQuote || byte == .doubleQuote {
        guard let close = closingQuote(from: index) else { break }
        index = close
      }
      index += 1
    }
    note(placeholders, from: start)
    if isHeredoc {
      let delimiter = bytes[start..<min(index, bytes.count)].filter {
        $0 != .singleQuote && $0 != .doubleQuote && $0 != .backslash
      }
      heredocs.append((delimiter, stripsTabs))
    }
    contentEnd = min(index, bytes.count)
  }

  /// The partner of the quote at `opening`, if it stands on the same line.
  private func closingQuote(from opening: Int) -> Int? {
    let quote = bytes[opening]
    var position = opening + 1
    while !bytes.isLineEnd(position) {
      if bytes[position] == quote { return position }
      if quote == .doubleQuote, bytes[position] == .backslash, !bytes.isLineEnd(position + 1) {
        position += 1
      }
      position += 1
    }
    return nil
  }

  private mutating func scanWord() -> Stop? {
    let start = index
    if let typographic = Typography(bytes, at: index),
      typographic.kind != .closingQuote || bytes.startsURL(at: index + typographic.width)
    {
      return .typographic(index)
    }
    var option = pending
    var argumentStart = start
    pending = nil
    if option == nil {
      if let header = bareHeader(at: start) { return .bareHeader(header) }
      if let lost = lostOption(at: start) { return .lostOption(lost) }
    }
    if option == nil, let word = CurlOptionWord(bytes, at: start) {
      guard word.option.takesArgument else { return skipWord(from: word.end) }
      guard let attached = word.attached else {
        pending = word.option
        index = word.end
        contentEnd = index
        return nil
      }
      option = word.option
      argumentStart = attached
      index = attached
    } else if option == nil, bytes[start] == .hyphen {
      return skipWord(from: start + 1)
    }
    if let option, option.takesData, !passesBodies, startsBody(argumentStart) {
      pending = option
      return .data(argumentStart)
    }
    if option != nil, let typographic = Typography(bytes, at: argumentStart),
      typographic.kind != .dash
    {
      pending = option
      return .typographic(argumentStart)
    }
    if option == nil || option?.role == .url, let cut = unquotedURL(from: argumentStart) {
      return .unquotedURL(cut)
    }
    if let stop = skipWord(from: argumentStart, isArgument: option != nil) { return stop }
    arguments.append(Argument(option: option, range: argumentStart..<min(index, bytes.count)))
    if option == nil || option?.role == .url { hasURL = true }
    return nil
  }

  private func startsBody(_ index: Int) -> Bool {
    switch bytes.at(index) {
    case UInt8.singleQuote, UInt8.doubleQuote, UInt8.leftBrace, UInt8.leftBracket: true
    case 0xE2: Typography(bytes, at: index)?.isQuote ?? false
    default: false
    }
  }

  private mutating func skipWord(from start: Int, isArgument: Bool = false) -> Stop? {
    index = start
    var placeholders: [Range<Int>] = []
    let stop = passWord(from: start, isArgument: isArgument, &placeholders)
    if stop == nil { note(placeholders, from: start) }
    return stop
  }

  private mutating func note(_ placeholders: [Range<Int>], from start: Int) {
    guard !placeholders.isEmpty else { return }
    let range = start..<min(index, bytes.count)
    placeholderWords.append(PlaceholderWord(range: range, placeholders: placeholders))
  }

  private mutating func passWord(
    from start: Int, isArgument: Bool, _ placeholders: inout [Range<Int>]
  ) -> Stop? {
    while !bytes.isLineEnd(index) {
      switch bytes[index] {
      case .space, .tab, .semicolon, .ampersand, .bar, .leftParenthesis, .rightParenthesis,
        .greaterThan:
        contentEnd = index
        return nil
      case .lessThan:
        guard let end = placeholderEnd(at: index, wordStart: start, isArgument: isArgument) else {
          contentEnd = index
          return nil
        }
        placeholders.append(index..<end)
        index = end
      case .singleQuote, .doubleQuote:
        guard let close = closingQuote(from: index) else { return .openQuote(index) }
        index = close + 1
      case .backslash:
        let isBehindQuote =
          index > start && (bytes[index - 1] == .singleQuote || bytes[index - 1] == .doubleQuote)
        if isTrailing(index) || isBehindQuote && startsComment(behind: index) {
          contentEnd = index
          return nil
        }
        index += 2
      case .dollar where bytes.at(index + 1) == .singleQuote:
        guard let close = bytes.ansiClose(from: index + 1) else { return .openQuote(index + 1) }
        index = close + 1
      case .dollar, .backtick:
        index = substitutions.end(from: index) ?? index + 1
      case 0xC2 where Typography(bytes, at: index) != nil:
        contentEnd = index
        return nil
      default:
        index += 1
      }
    }
    contentEnd = min(index, bytes.count)
    return nil
  }

  private func unquotedURL(from start: Int) -> Range<Int>? {
    guard bytes.startsURL(at: start) else { return nil }
    var position = start
    var isCut = false
    while let byte = bytes.at(position), !byte.isWhitespace {
      if byte == .singleQuote || byte == .doubleQuote || byte == .semicolon || byte == .bar {
        return nil
      }
      if byte == .backslash {
        // An escaped `&` is fine, a backslash at the end continues the line.
        guard isTrailing(position) else { return nil }
        break
      }
      if byte == .ampersand {
        guard let next = bytes.at(position + 1), next.isNameStart || next == .leftBrace else {
          return nil
        }
        isCut = true
      }
      if byte == .lessThan,
        let end = placeholderEnd(at: position, wordStart: start, isArgument: false)
      {
        isCut = true
        position = end
        continue
      }
      position += 1
    }
    return isCut ? start..<position : nil
  }
}
