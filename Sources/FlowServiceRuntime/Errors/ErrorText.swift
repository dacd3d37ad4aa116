/// How bytes and texts of others become words of an error.
enum ErrorText {
  static let excerptSize = 500

  /// The start of a body as one line of text, without secrets and control characters.
  static func excerpt(of body: [UInt8], redactor: SecretRedactor) -> String {
    // Secrets are looked for in more than is shown, as one may stand across the end.
    let start = String(decoding: body.prefix(16 * excerptSize), as: UTF8.self)
    return shortened(oneLine(redactor.redacted(start)), to: excerptSize)
  }

  static func shortened(_ text: String, to count: Int) -> String {
    text.count <= count ? text : text.prefix(count) + "…"
  }

  /// The text with each run of blanks, line ends and control characters as one blank.
  static func oneLine(_ text: String) -> String {
    text.split { character in
      character.isWhitespace
        || character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
    .joined(separator: " ")
  }
}
