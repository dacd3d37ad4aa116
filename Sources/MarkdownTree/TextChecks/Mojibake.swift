/// Finds UTF-8 that was read as Windows-1252 or Latin-1.
///
/// The bytes that the characters stand for must be UTF-8 again, and the characters must be no
/// sequence that real text has: in `CAFÉ»` and `MAÇÃ…` they could be.
struct Mojibake {
  struct Found: Equatable {
    /// Indices into the run of characters.
    var range: Range<Int>
    /// What it should read as.
    var text: String
  }

  private struct Sequence {
    var length: Int
    var scalar: Unicode.Scalar
  }

  private let run: [Unicode.Scalar]
  private let before: Unicode.Scalar?
  private let after: Unicode.Scalar?

  /// `run`: neighbouring characters above ASCII, with what stands before and after them.
  static func find(
    in run: [Unicode.Scalar], before: Unicode.Scalar?, after: Unicode.Scalar?
  ) -> [Found] {
    Mojibake(run: run, before: before, after: after).find()
  }

  private func find() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < run.count {
      let sequences = sequences(at: index)
      guard !sequences.isEmpty else {
        index += 1
        continue
      }
      let isCertain =
        sequences.count >= 3 || (sequences.count == 2 && sequences.contains { $0.length > 2 })
      let start = index
      var text = ""
      for sequence in sequences {
        guard isCertain || isPlausible(sequence, at: index) else { break }
        text.unicodeScalars.append(sequence.scalar)
        index += sequence.length
      }
      if text.isEmpty {
        index += 1
      } else {
        found.append(Found(range: start..<index, text: decodedAgain(text)))
      }
    }
    return found
  }

  /// The characters that the run stands for from `start` on.
  private func sequences(at start: Int) -> [Sequence] {
    var sequences: [Sequence] = []
    var index = start
    while index < run.count, let sequence = sequence(at: index) {
      sequences.append(sequence)
      index += sequence.length
    }
    return sequences
  }

  private func sequence(at start: Int) -> Sequence? {
    guard let lead = Windows1252.byte(of: run[start]) else { return nil }
    let length: Int
    switch lead {
    case 0xC2..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF5: length = 4
    default: return nil
    }
    guard start + length <= run.count else { return nil }
    var bytes = [lead]
    for scalar in run[(start + 1)..<(start + length)] {
      guard let byte = Windows1252.byte(of: scalar), byte & 0xC0 == 0x80 else { return nil }
      bytes.append(byte)
    }
    guard let (scalar, _) = UTF8Scanner.scalar(bytes, at: 0), scalar.value >= 0xA0 else {
      return nil
    }
    return Sequence(length: length, scalar: scalar)
  }

  /// Whether a sequence that stands alone is unlike real text.
  private func isPlausible(_ sequence: Sequence, at start: Int) -> Bool {
    let previous = start > 0 ? run[start - 1] : before
    let end = start + sequence.length
    let next = end < run.count ? run[end] : after
    let tail = run[(start + 1)..<end]
    let isWithinWord =
      previous?.properties.isLowercase == true
      || (previous?.properties.isUppercase != true && next?.properties.isAlphabetic == true)
    switch run[start].value {
    case 0xC2, 0xC3:
      // A word may end in the letter and be followed by such a sign.
      return isWithinWord || !tail.allSatisfy(Mojibake.followsWords)
        || (tail.first?.value == 0xA0 && previous?.properties.isAlphabetic != true)
    case 0xC4..<0xE0:
      return previous?.properties.isLowercase == true && next?.properties.isLowercase == true
        && tail.allSatisfy { !Mojibake.isLetter($0) }
    case 0xE2:
      return (0x2000..<0x2C00).contains(sequence.scalar.value)
        && !tail.allSatisfy(Mojibake.isPunctuation)
    case 0xEF:
      return sequence.scalar.value >= 0xFF00 || sequence.scalar.value == 0xFEFF
    case 0xF0: return sequence.scalar.value >= 0x1F000
    default: return false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  /// Quotes, dashes and the like, several of which may follow a word in real text.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2018...0x201E, 0x2039, 0x203A, 0xAB, 0xBB, 0x2013, 0x2014, 0x2026, 0x2022, 0x2122, 0xAE,
      0xA0:
      true
    default: false
    }
  }

  /// Signs that stand right behind words in real text.
  private static func followsWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA9, 0xBA, 0xAA, 0xB0, 0xB9, 0xB2, 0xB3, 0xB7, 0xA7, 0x20AC, 0x2020, 0x2021, 0x2030,
      0xAD, 0xBF, 0xA1:
      true
    default: isPunctuation(scalar)
    }
  }

  /// Text may have gone through the same mistake several times.
  private func decodedAgain(_ text: String) -> String {
    var text = text
    for _ in 0..<3 {
      let scalars = Array(text.unicodeScalars)
      let found = Mojibake.find(once: scalars, before: before, after: after)
      guard let only = found.first, found.count == 1, only.range == scalars.indices else { break }
      text = only.text
    }
    return text
  }

  private static func find(
    once run: [Unicode.Scalar], before: Unicode.Scalar?, after: Unicode.Scalar?
  ) -> [Found] {
    let mojibake = Mojibake(run: run, before: before, after: after)
    let sequences = mojibake.sequences(at: 0)
    let length = sequences.reduce(0) { $0 + $1.length }
    guard length == run.count, !run.isEmpty,
      sequences.count > 1 || mojibake.isPlausible(sequences[0], at: 0)
    else { return [] }
    var text = ""
    for sequence in sequences { text.unicodeScalars.append(sequence.scalar) }
    return [Found(range: run.indices, text: text)]
  }
}
