import Diagnostics

/// Looks for what is wrong with the page's text itself, whatever it says.
struct TextChecks {
  /// A page that is no text would give a finding for nearly every byte.
  private static let limit = 200

  private let bytes: [UInt8]
  private var diagnostics: [Diagnostic] = []
  private var counts: [Rule: Int] = [:]

  static func findings(in source: SourceFile) -> [Diagnostic] {
    var checks = TextChecks(bytes: source.bytes)
    checks.run()
    return checks.finished()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { checkControl(Unicode.Scalar(byte), index, length: 1) }
        index += 1
      } else if UTF8Scanner.scalar(bytes, at: index) != nil {
        index = readRun(at: index)
      } else {
        index = reportInvalid(at: index)
      }
    }
  }

  /// Reads neighbouring characters above ASCII.
  private mutating func readRun(at start: Int) -> Int {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var index = start
    while index < bytes.count, bytes[index] >= 0x80,
      let (scalar, length) = UTF8Scanner.scalar(bytes, at: index)
    {
      scalars.append(scalar)
      offsets.append(index)
      index += length
    }
    offsets.append(index)
    let before = start > 0 && bytes[start - 1] < 0x80 ? Unicode.Scalar(bytes[start - 1]) : nil
    let after = index < bytes.count && bytes[index] < 0x80 ? Unicode.Scalar(bytes[index]) : nil
    let found = Mojibake.find(in: scalars, before: before, after: after)
    var reported = 0
    for mojibake in found {
      checkEach(scalars, offsets, reported..<mojibake.range.lowerBound)
      report(mojibake, offsets[mojibake.range.lowerBound]..<offsets[mojibake.range.upperBound])
      reported = mojibake.range.upperBound
    }
    checkEach(scalars, offsets, reported..<scalars.count)
    return index
  }

  private mutating func checkEach(
    _ scalars: [Unicode.Scalar], _ offsets: [Int], _ range: Range<Int>
  ) {
    for index in range {
      let place = offsets[index]..<offsets[index + 1]
      switch scalars[index].value {
      case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
        checkControl(scalars[index], place.lowerBound, length: place.count)
      case 0xFEFF: reportByteOrderMark(place)
      case 0xFFFD:
        add(
          Diagnostic(
            .mojibake, at: place, subject: "U+FFFD" + words(around: place),
            "U+FFFD stands where a character was lost", remedy: "Write the character again"))
      default: break
      }
    }
  }

  private mutating func checkControl(_ scalar: Unicode.Scalar, _ offset: Int, length: Int) {
    switch scalar {
    case "\t", "\n", "\r": return
    default: break
    }
    let range = offset..<offset + length
    let name = TextChecks.name(of: scalar)
    let kind = scalar.value >= 0x2000 ? "changes the direction of text" : "is invisible"
    add(
      Diagnostic(
        .controlCharacter, at: range, subject: name + words(around: range),
        "the control character \(name) \(kind)", remedy: "Remove it"))
  }

  private mutating func reportByteOrderMark(_ range: Range<Int>) {
    let isFirst = range.lowerBound == 0
    add(
      Diagnostic(
        .byteOrderMark, at: range, subject: isFirst ? "start" : "text" + words(around: range),
        isFirst ? "the page starts with a byte order mark" : "a byte order mark within the text",
        assumption: isFirst ? "passed over" : nil, remedy: "Save the page without it",
        fix: isFirst ? [Diagnostic.Edit(range: range, replacement: "")] : []))
  }

  private mutating func report(_ mojibake: Mojibake.Found, _ range: Range<Int>) {
    let seen = TextChecks.visible(String(decoding: bytes[range], as: UTF8.self))
    let meant = TextChecks.visible(mojibake.text)
    guard !mojibake.text.unicodeScalars.contains("\u{FFFD}") else {
      add(
        Diagnostic(
          .mojibake, at: range, subject: seen + words(around: range),
          "“\(seen)” is U+FFFD decoded wrongly: a character was lost",
          remedy: "Write the character again"))
      return
    }
    add(
      Diagnostic(
        .mojibake, at: range, subject: seen + words(around: range),
        "“\(seen)” is “\(meant)” decoded wrongly", assumption: "stands for “\(meant)”",
        remedy: "Write “\(meant)”",
        fix: [Diagnostic.Edit(range: range, replacement: mojibake.text)]))
  }

  /// Reports a run of bytes that are no UTF-8 and returns where it ends.
  private mutating func reportInvalid(at start: Int) -> Int {
    var end = start
    var guess = ""
    while end < bytes.count, bytes[end] >= 0x80, UTF8Scanner.scalar(bytes, at: end) == nil {
      guess.unicodeScalars.append(Windows1252.scalar(of: bytes[end]))
      end += 1
    }
    let shown = bytes[start..<min(end, start + 8)].map { TextChecks.hexadecimal(UInt32($0), 2) }
    let values = shown.map { "0x" + $0 }.joined(separator: " ")
    let short = TextChecks.visible(String(guess.prefix(8)))
    add(
      Diagnostic(
        .invalidUTF8, at: start..<end, subject: values + words(around: start..<end),
        "\(values) is no UTF-8; as Windows-1252 or Latin-1 it would be “\(short)”",
        assumption: "read as U+FFFD", remedy: "Save the page as UTF-8"))
    return end
  }

  /// The words next to a place: they tell one finding from the other without a line number.
  private func words(around range: Range<Int>) -> String {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 24, bytes[start - 1].isLetterOrDigit { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, end - range.upperBound < 24, bytes[end].isLetterOrDigit { end += 1 }
    let words = bytes.string(start..<range.lowerBound) + "…" + bytes.string(range.upperBound..<end)
    return words == "…" ? "" : " in " + words
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    counts[diagnostic.rule, default: 0] += 1
    if counts[diagnostic.rule, default: 0] <= TextChecks.limit { diagnostics.append(diagnostic) }
  }

  private func finished() -> [Diagnostic] {
    var result = diagnostics
    for (rule, count) in counts where count > TextChecks.limit {
      guard let last = result.lastIndex(where: { $0.rule == rule }) else { continue }
      result[last].message += "; \(count - TextChecks.limit) more such places are not listed"
    }
    return result
  }

  private static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    "U+" + hexadecimal(scalar.value, 4)
  }

  /// Text without characters that nobody can see.
  private static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .unassigned, .privateUse, .surrogate,
        .lineSeparator, .paragraphSeparator:
        result += name(of: scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
