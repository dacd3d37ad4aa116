/// What a file's name and first bytes say about whether it is a page. Nearly every text can be read as
/// Markdown; what is something else would become a page that says nothing.
enum MarkdownName {
  private static let endings: Set = ["md", "markdown", "txt"]

  /// The name that the file gets as a page: `connectorgen` finds pages by their ending, which has to
  /// be in small letters.
  static func name(ofFile path: String) -> String { parts(of: path).stem + ".md" }

  /// - Returns: why the file cannot be a page; nil for what may be one.
  static func objection(to path: String, with bytes: [UInt8]) -> String? {
    if let ending = parts(of: path).ending, !endings.contains(ending) {
      return "is no page of Markdown: its name ends in .\(ending), not in .md"
    }
    if bytes.contains(0) { return "is no text: it has NUL bytes" }
    let start = String(decoding: bytes.prefix(64), as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      return "is HTML; take the page's Markdown"
    }
    return nil
  }

  private static func parts(of path: String) -> (stem: String, ending: String?) {
    let name = PageFinder.name(ofFile: path)
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return (name, nil) }
    return (String(name[..<point]), name[name.index(after: point)...].lowercased())
  }
}
