/// A phrase that is looked for inside a text. `…` in it stands for a few words of one sentence:
/// `default … is` finds "The default role is".
struct Phrase: Hashable, Sendable {
  /// The folded parts between the gaps; none of them is empty.
  let pieces: [[Unicode.Scalar]]

  /// How many scalars a gap may take.
  private static let longestGap = 40

  init(_ text: String) {
    var pieces: [[Unicode.Scalar]] = []
    for part in text.split(separator: "…") {
      let folded = FoldedText(String(part)).scalars
      var start = 0
      var end = folded.count
      while start < end, folded[start] == " " { start += 1 }
      while end > start, folded[end - 1] == " " { end -= 1 }
      if start < end { pieces.append(Array(folded[start..<end])) }
    }
    self.pieces = pieces
  }

  /// Where the phrase ends if it starts at `start`.
  func match(in text: FoldedText, at start: Int) -> Int? {
    guard var end = match(0, in: text, at: start) else { return nil }
    for piece in pieces.indices.dropFirst() {
      guard let next = find(piece, in: text, from: end) else { return nil }
      end = next
    }
    return end
  }

  private func find(_ piece: Int, in text: FoldedText, from start: Int) -> Int? {
    var index = start
    while index < text.scalars.count, index - start <= Self.longestGap {
      if let end = match(piece, in: text, at: index) { return end }
      if Self.endsSentence.contains(text.scalars[index]) { return nil }
      index += 1
    }
    return nil
  }

  private func match(_ piece: Int, in text: FoldedText, at start: Int) -> Int? {
    guard piece < pieces.count else { return nil }
    let scalars = pieces[piece]
    let end = start + scalars.count
    guard end <= text.scalars.count, text.scalars[start] == scalars[0] else { return nil }
    for offset in scalars.indices where text.scalars[start + offset] != scalars[offset] {
      return nil
    }
    guard text.isBoundary(start), text.isBoundary(end) else { return nil }
    return end
  }

  private static let endsSentence: Set<Unicode.Scalar> = [".", ";", "!", "?", "\u{3002}", "|"]
}
