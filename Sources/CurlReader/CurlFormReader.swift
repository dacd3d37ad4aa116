import Diagnostics

/// Reads the argument of `--form`.
enum CurlFormReader {
  /// `name=value`, `name=@file` or `name=<file`, each with `;type=…`, `;filename=…`,
  /// `;headers=…`; `--form-string` takes the value literally.
  static func part(
    _ argument: ShellWord, isLiteral: Bool, standardInput: MappedText?
  ) -> CurlRequest.FormPart? {
    let value = argument.value
    guard let equals = value.bytes.firstIndex(of: .equals) else { return nil }
    var part = CurlRequest.FormPart(
      name: value.slice(0..<equals).string,
      content: MappedText(at: value.sourceOffset(of: equals + 1)), range: argument.range)
    if isLiteral {
      part.content = value.slice(equals + 1..<value.count)
      return part
    }
    var scanner = Scanner(text: value, index: equals + 1)
    let kind = value.bytes.at(equals + 1)
    if kind == .at || kind == .lessThan {
      scanner.index += 1
      scanner.readFiles(into: &part, isUpload: kind == .at)
      if part.files == ["-"], let standardInput {
        part.files = []
        part.content = standardInput
      }
      if kind == .at, part.filename == nil {
        part.filename = part.files.last?.split(separator: "/").last.map(String.init)
      }
    } else {
      scanner.skipBlanks()
      part.content = scanner.word(endsAtComma: false)
      scanner.readAttributes(of: &part)
    }
    return part
  }

  private struct Scanner {
    let text: MappedText
    var index: Int

    mutating func skipBlanks() {
      while let byte = text.bytes.at(index), byte.isWhitespace { index += 1 }
    }

    /// A word up to `;`, in double quotes or without.
    mutating func word(endsAtComma: Bool) -> MappedText {
      let start = index
      if text.bytes.at(index) == .doubleQuote, let quoted = quotedWord() { return quoted }
      index = start
      while let byte = text.bytes.at(index), byte != .semicolon, !(endsAtComma && byte == .comma) {
        index += 1
      }
      return text.slice(start..<index)
    }

    private mutating func quotedWord() -> MappedText? {
      var value = MappedText(at: text.sourceOffset(of: index))
      index += 1
      var runStart = index
      while let byte = text.bytes.at(index) {
        if byte == .backslash, let next = text.bytes.at(index + 1),
          next == .backslash || next == .doubleQuote
        {
          value.append(runStart..<index, of: text)
          runStart = index + 1
          index += 2
        } else if byte == .doubleQuote {
          value.append(runStart..<index, of: text)
          index += 1
          while let rest = text.bytes.at(index), rest != .semicolon, rest != .comma { index += 1 }
          return value
        } else {
          index += 1
        }
      }
      return nil
    }

    mutating func readFiles(into part: inout CurlRequest.FormPart, isUpload: Bool) {
      while index < text.count {
        skipBlanks()
        part.files.append(word(endsAtComma: isUpload).string)
        readAttributes(of: &part)
        guard isUpload, text.bytes.at(index) == .comma else { return }
        index += 1
      }
    }

    mutating func readAttributes(of part: inout CurlRequest.FormPart) {
      while text.bytes.at(index) == .semicolon {
        index += 1
        skipBlanks()
        let rest = text.bytes[min(index, text.count)...]
        if rest.starts(withIgnoringCase: "type=") {
          index += 5
          part.contentType = word(endsAtComma: true).string
        } else if rest.starts(withIgnoringCase: "filename=") {
          index += 9
          skipBlanks()
          part.filename = word(endsAtComma: true).string
        } else if rest.starts(withIgnoringCase: "headers=") {
          index += 8
          skipBlanks()
          part.headers.append(word(endsAtComma: true).string)
        } else {
          // `;charset=…` belongs to the type before it.
          let parameter = word(endsAtComma: true).string
          if let type = part.contentType { part.contentType = type + ";" + parameter }
        }
      }
    }
  }
}
