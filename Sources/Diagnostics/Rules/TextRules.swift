extension Rule {
  package static let textRules: [Rule] = [
    .byteOrderMark, .controlCharacter, .invalidUTF8, .mojibake,
  ]

  package static let byteOrderMark = Rule(
    "byte-order-mark", .note,
    summary: "The page has a byte order mark",
    explanation: """
      UTF-8 needs no byte order mark. It is passed over at the start of a page; tools that take \
      it for text do not see the front matter behind it. In the middle of a page it is an \
      invisible character that breaks names. Save the page without it.
      """,
    bad: "\u{FEFF}# Title\n",
    good: "# Title\n")

  package static let controlCharacter = Rule(
    "control-character", .warning,
    summary: "The page has a control character",
    explanation: """
      Control characters are invisible and end up in what readers copy. Those that change the \
      direction of text can make code look like something that it is not. They are kept as they \
      are and never show in what is generated. Remove them.
      """,
    bad: "Use the\u{0B} token.\n",
    good: "Use the token.\n")

  /// No example: Markdown that shows it is no text.
  package static let invalidUTF8 = Rule(
    "invalid-utf8", .error,
    summary: "Bytes of the page are no UTF-8",
    explanation: """
      Pages are UTF-8. Bytes that are not are read as U+FFFD, the replacement character. Most \
      often the page was saved as Windows-1252 or Latin-1. Save it as UTF-8.
      """,
    bad: "A page saved as Latin-1, where é is the one byte E9.\n",
    good: "Caf\u{E9}\n")

  package static let mojibake = Rule(
    "mojibake", .error,
    summary: "Text was decoded wrongly and saved like that",
    explanation: """
      UTF-8 that was read as Windows-1252 or Latin-1 and encoded again shows as two or three \
      odd characters for each one: an apostrophe becomes three. What it was is found by doing the \
      same backwards. Where U+FFFD stands, the character is lost. Replace the text.
      """,
    bad: "The source\u{E2}\u{20AC}\u{2122}s name\n",
    good: "The source\u{2019}s name\n")
}
