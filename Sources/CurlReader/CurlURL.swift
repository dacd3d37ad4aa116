import Diagnostics

/// A URL of the command line as curl takes it apart.
struct CurlURL {
  /// As it is sent: with a scheme and a path, without user, fragment and dot segments.
  private(set) var text: MappedText
  /// `user:password@`, decoded.
  private(set) var user: [UInt8]?

  /// - Parameters:
  ///   - fileName: what `-T` adds to a URL that ends in a slash.
  ///   - keepsPath: `--path-as-is`.
  init(_ written: MappedText, query: MappedText?, fileName: String?, keepsPath: Bool) {
    text = MappedText(at: written.sourceOffset(of: 0))
    let bytes = written.bytes
    let limit = bytes.firstIndex(of: .hash) ?? bytes.count
    var index = 0
    if let schemeEnd = CurlURL.schemeEnd(bytes) {
      for position in 0..<schemeEnd {
        text.append(bytes[position].lowercased, source: written.sourceOffset(of: position))
      }
      text.append(schemeEnd..<schemeEnd + 3, of: written)
      index = schemeEnd + 3
    } else if !CurlURL.startsWithPlaceholder(bytes) {
      text.insert("http://", at: written.sourceOffset(of: 0))
    }
    var authorityEnd = index
    while authorityEnd < limit, bytes[authorityEnd] != .slash,
      bytes[authorityEnd] != .questionMark
    {
      authorityEnd += 1
    }
    if let at = bytes[index..<authorityEnd].lastIndex(of: .at) {
      user = CurlEncoding.percentDecoded(bytes[index..<at])
      index = at + 1
    }
    text.append(index..<authorityEnd, of: written)
    var pathEnd = authorityEnd
    while pathEnd < limit, bytes[pathEnd] != .questionMark { pathEnd += 1 }
    if authorityEnd == pathEnd {
      text.insert("/", at: written.sourceOffset(of: authorityEnd))
    } else {
      appendPath(authorityEnd..<pathEnd, of: written, keepsDots: keepsPath)
    }
    if let fileName, text.bytes.last == .slash {
      text.append(
        Array(fileName.utf8), standingAt: written.sourceOffset(of: pathEnd), width: 0)
    }
    text.append(pathEnd..<limit, of: written)
    if let query, !query.isEmpty {
      let source = query.sourceOffset(of: 0)
      if pathEnd == limit {
        text.insert("?", at: source)
      } else if limit > pathEnd + 1 {
        text.insert("&", at: source)
      }
      CurlEncoding.appendQuery(query, to: &text)
    }
  }

  /// Whether this is a word that names neither a host nor a path. `localhost` is a host.
  static func isSingleWord(_ written: MappedText) -> Bool {
    let bytes = written.bytes
    if bytes.count >= 9, bytes[..<9].equalsIgnoringCase("localhost") { return false }
    let isEllipsis = bytes.allSatisfy { $0 == .period } || bytes.equals("…")
    return isEllipsis
      || !bytes.contains { byte in
        switch byte {
        case .period, .slash, .colon, .leftBrace, .lessThan, .dollar, .backtick, .percent: true
        default: false
        }
      }
  }

  /// The place of `://` behind a scheme.
  private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while let byte = bytes.at(index),
      byte.isLetter || byte.isDigit || byte == .plus || byte == .hyphen || byte == .period
    {
      index += 1
    }
    return index > 0 && bytes.has("://", at: index) ? index : nil
  }

  /// `{BASE_URL}/…` or `$BASE_URL/…`: the scheme is in what the reader puts there.
  private static func startsWithPlaceholder(_ bytes: [UInt8]) -> Bool {
    var index = 0
    switch bytes.first {
    case UInt8.leftBrace:
      while let byte = bytes.at(index), byte != .rightBrace { index += 1 }
      index += 1
    case UInt8.lessThan:
      while let byte = bytes.at(index), byte != .greaterThan { index += 1 }
      index += 1
    case UInt8.dollar:
      index = 1
      if bytes.at(1) == .leftBrace {
        while let byte = bytes.at(index), byte != .rightBrace { index += 1 }
        index += 1
      } else {
        while let byte = bytes.at(index), byte.isNamePart { index += 1 }
      }
    default:
      return false
    }
    guard index <= bytes.count else { return false }
    return index == bytes.count || bytes[index] == .slash || bytes[index] == .questionMark
      || bytes[index] == .colon
  }

  /// Adds a path without its `.` and `..` segments (RFC 3986, section 5.2.4).
  private mutating func appendPath(
    _ range: Range<Int>, of written: MappedText, keepsDots: Bool
  ) {
    let bytes = written.bytes
    guard !keepsDots, CurlURL.hasDotSegment(bytes, range) else {
      CurlEncoding.appendPath(range, of: written, to: &text)
      return
    }
    // Each kept segment starts at its slash.
    var kept: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index + 1
      while end < range.upperBound, bytes[end] != .slash { end += 1 }
      let segment = bytes[index + 1..<end]
      let isLast = end == range.upperBound
      if segment.equals(".") {
        if isLast { kept.append(index..<index + 1) }
      } else if segment.equals("..") {
        _ = kept.popLast()
        if isLast { kept.append(index..<index + 1) }
      } else {
        kept.append(index..<end)
      }
      index = end
    }
    for segment in kept { CurlEncoding.appendPath(segment, of: written, to: &text) }
  }

  private static func hasDotSegment(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range where bytes[index] == .slash && bytes.at(index + 1) == .period {
      return true
    }
    return false
  }
}
