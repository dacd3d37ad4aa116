import Diagnostics

/// Finds what must not reach the YAML parser: what it would crash on, take endless time for, or
/// count lines in another way for than everybody else.
enum YAMLGuard {
  struct Problem: Hashable, Sendable {
    var range: Range<Int>
    var message: String
    var remedy: String
  }

  private static let longest = 1 << 20
  private static let deepest = 60

  static func problem(in file: SourceFile) -> Problem? {
    guard file.bytes.count <= longest else {
      return Problem(
        range: 0..<0, message: "the file has more than 1 MiB", remedy: "split or shorten it")
    }
    return badCharacter(in: file.bytes) ?? alias(in: file.bytes) ?? depth(in: file)
  }

  private static func badCharacter(in bytes: [UInt8]) -> Problem? {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return invalidUTF8(bytes)
    }
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
      // U+0080 to U+009F; U+0085, U+2028 and U+2029 would end lines.
      let isLatinControl = byte == 0xC2 && (0x80..<0xA0).contains(next)
      let isSeparator =
        byte == 0xE2 && next == 0x80 && index + 2 < bytes.count && bytes[index + 2] & 0xFE == 0xA8
      let isNoncharacter =
        byte == 0xEF && next == 0xBF && index + 2 < bytes.count && bytes[index + 2] >= 0xBE
      let isLateMark =
        byte == 0xEF && next == 0xBB && index > 0 && index + 2 < bytes.count
        && bytes[index + 2] == 0xBF
      if isControl || isLatinControl || isSeparator || isNoncharacter || isLateMark {
        let length = isControl ? 1 : isLatinControl ? 2 : 3
        return Problem(
          range: index..<index + length, message: "a character that YAML does not allow",
          remedy: "remove it, or write it as an escape in double quotes")
      }
    }
    return nil
  }

  private static func invalidUTF8(_ bytes: [UInt8]) -> Problem {
    // The longest part that is right ends where the first wrong byte stands.
    var low = 0
    var high = bytes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      var end = middle
      while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80, middle - end < 3 { end -= 1 }
      if String(validating: bytes[..<end], as: UTF8.self) != nil {
        low = middle
      } else {
        high = middle
      }
    }
    var place = low
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80, low - place < 3 {
      place -= 1
    }
    return Problem(
      range: place..<min(place + 1, bytes.count), message: "the file is no UTF-8 from here on",
      remedy: "save it as UTF-8")
  }

  /// An alias that is defined. Aliases of aliases can stand for billions of values.
  private static func alias(in bytes: [UInt8]) -> Problem? {
    var anchors: Set<ArraySlice<UInt8>> = []
    var aliases: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else {
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.count, isName(bytes[end]) { end += 1 }
      if end > index + 1 {
        if byte == UInt8(ascii: "&") {
          anchors.insert(bytes[index + 1..<end])
        } else {
          aliases.append(index..<end)
        }
      }
      index = end
    }
    guard
      let first = aliases.first(where: {
        anchors.contains(bytes[$0.lowerBound + 1..<$0.upperBound])
      })
    else { return nil }
    return Problem(
      range: first, message: "aliases are not supported", remedy: "write the value out")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// Nesting as it may be at most; brackets in strings and comments count, too, which does no harm
  /// as long as they close.
  private static func depth(in file: SourceFile) -> Problem? {
    var brackets = 0
    var indentations: [Int] = []
    for line in 1...file.lineStarts.count {
      let range = file.lineRange(line)
      var index = range.lowerBound
      var starts: [Int] = []
      while index < range.upperBound {
        while index < range.upperBound, file.bytes[index] == 0x20 { index += 1 }
        starts.append(index - range.lowerBound)
        // `- - x`, `? ? x`: each is a level of its own.
        guard index + 1 < range.upperBound, file.bytes[index + 1] == 0x20,
          [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(file.bytes[index])
        else { break }
        index += 1
      }
      if index < range.upperBound, file.bytes[index] != UInt8(ascii: "#") {
        for start in starts {
          while let last = indentations.last, last >= start { indentations.removeLast() }
          indentations.append(start)
        }
      }
      for offset in range {
        switch file.bytes[offset] {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        default: break
        }
        if brackets > deepest { return tooDeep(offset..<offset + 1) }
      }
      if indentations.count > deepest { return tooDeep(index..<index) }
    }
    return nil
  }

  private static func tooDeep(_ range: Range<Int>) -> Problem {
    Problem(
      range: range, message: "nested too deeply",
      remedy: "a configuration needs only a few levels")
  }
}
