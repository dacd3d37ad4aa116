/// A word on a command line that starts like an option, read without regard to what follows it.
struct CurlOptionWord {
  /// The option that takes the argument, or the last switch of a cluster.
  let option: CurlOption
  /// Where an argument in the same word starts (`-d'{'`).
  let attached: Int?
  /// The place behind the option's name.
  let end: Int
  let isLong: Bool

  /// The option that starts at `index`, nil where curl knows none of that name.
  init?(_ bytes: [UInt8], at index: Int) {
    guard bytes.at(index) == .hyphen, let next = bytes.at(index + 1) else { return nil }
    if next == .hyphen {
      var position = index + 2
      while let byte = bytes.at(position),
        byte.isLetter || byte.isDigit || byte == .hyphen || byte == .period
      {
        position += 1
      }
      guard position - index <= 66,
        let option = CurlOption.meant(bytes[(index + 2)..<position])
      else { return nil }
      self.option = option
      end = position
      isLong = true
      attached = option.takesArgument && bytes.at(position) == .equals ? position + 1 : nil
      return
    }
    var position = index + 1
    var last: CurlOption?
    while let byte = bytes.at(position), let option = CurlOption.lettered(byte) {
      last = option
      position += 1
      if option.takesArgument { break }
    }
    guard let last else { return nil }
    option = last
    end = position
    isLong = false
    let isAtEnd = bytes.at(position)?.isWhitespace ?? true
    attached = last.takesArgument && !isAtEnd ? position : nil
  }

  /// Whether a line that starts with an option here can be nothing but a part of a curl command.
  static func startsLine(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes.at(index + 1)?.isDigit == false, let word = CurlOptionWord(bytes, at: index) else {
      return false
    }
    let next = bytes.at(word.end)
    if next?.isWhitespace ?? true { return true }
    if word.isLong { return next == .equals }
    return word.attached != nil && (next == .singleQuote || next == .doubleQuote || next == .at)
      || word.option.role == .method
  }
}
