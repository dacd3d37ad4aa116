extension ShellLineScanner {
  /// A word with placeholders such as `<ID>`, which the shell takes for redirections.
  struct PlaceholderWord: Equatable {
    var range: Range<Int>
    var placeholders: [Range<Int>]
  }

  private static let longestPlaceholder = 80

  /// The place behind the placeholder `<name>` at `open`, nil where a redirection may be meant.
  ///
  /// - Parameters:
  ///   - wordStart: where the word starts in which the placeholder stands.
  ///   - isArgument: whether an option waits for the word.
  func placeholderEnd(at open: Int, wordStart: Int, isArgument: Bool) -> Int? {
    guard let close = placeholderClose(open, isInWord: open > wordStart) else { return nil }
    let end = close + 1
    let next = bytes.at(end)
    // `<in>>out` and `<in>&2`.
    if next == .greaterThan || next == .ampersand && bytes.at(end + 1)?.isDigit == true {
      return nil
    }
    if open > wordStart {
      // Digits before it are those of a file descriptor.
      // From the right, so that a long word is not passed for each placeholder in it.
      return bytes[wordStart..<open].reversed().allSatisfy(\.isDigit) ? nil : end
    }
    return isArgument || !namesFile(end) ? end : nil
  }

  /// The `>` behind a name of letters, digits, `_` and `-`, with blanks between its parts. In a word
  /// it may have dots and colons, which at its start would make it a file.
  private func placeholderClose(_ open: Int, isInWord: Bool) -> Int? {
    guard bytes.at(open) == .lessThan, let first = bytes.at(open + 1), first.isPlaceholderPart,
      first != .hyphen
    else { return nil }
    var index = open + 1
    var partStart = index
    while let byte = bytes.at(index), index - open < Self.longestPlaceholder {
      if byte == .greaterThan {
        // `<in 2>out`: the shell's own digits.
        let isDescriptor = partStart > open + 1 && bytes[partStart..<index].allSatisfy(\.isDigit)
        return isDescriptor ? nil : index
      }
      if byte == .space {
        guard let next = bytes.at(index + 1), next.isPlaceholderPart, next != .hyphen else {
          return nil
        }
        partStart = index + 1
      } else if !byte.isPlaceholderPart, !isInWord || byte != .colon && byte != .period {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether what stands behind `<name>` can be the file of its `>`.
  private func namesFile(_ position: Int) -> Bool {
    guard let byte = bytes.at(position) else { return false }
    if !byte.isWhitespace {
      return byte.isLetter || byte.isDigit || byte == .dollar || byte == .bar
        || bytes.has("/dev/", at: position)
    }
    let next = bytes.skippingBlanks(from: position)
    guard !bytes.isLineEnd(next) else { return false }
    switch bytes[next] {
    case .hyphen, .hash, .bar, .semicolon, .ampersand, .lessThan: return false
    case .backslash: return !bytes.isLineEnd(bytes.skippingBlanks(from: next + 1))
    case .singleQuote, .doubleQuote: return !bytes.startsURL(at: next + 1)
    default: return !bytes.startsURL(at: next)
    }
  }
}

extension UInt8 {
  /// A letter of any script, a digit, `_` or `-`.
  fileprivate var isPlaceholderPart: Bool { isNamePart || self == .hyphen || self >= 0x80 }
}
