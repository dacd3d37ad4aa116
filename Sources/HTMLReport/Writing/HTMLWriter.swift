/// Writes elements that are always closed and text that is always escaped.
///
/// What it writes is HTML and well-formed XML at the same time, so that either kind of parser can
/// check it.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// An attribute. Names are the program's own; values may be anything.
  struct Attribute {
    let name: StaticString
    let value: String

    init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// An element with text in it.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element with elements in it.
  mutating func element(
    _ name: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element that HTML knows to be empty.
  mutating func empty(_ name: StaticString, _ attributes: Attribute...) {
    start(name, attributes)
    append("/>")
  }

  mutating func text(_ text: String) { HTMLEscape.append(text.utf8, to: &bytes) }

  /// Bytes of a file; what is no UTF-8 shows as U+FFFD.
  mutating func text(_ bytes: some Collection<UInt8>) {
    HTMLEscape.append(bytes, to: &self.bytes)
  }

  /// A line break between elements, for those who look at the bytes.
  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  /// The project's own text that HTML must not touch: style and script.
  mutating func raw(_ name: StaticString, _ text: String) {
    open(name, [])
    bytes += Array(text.utf8)
    close(name)
  }

  /// `<!DOCTYPE html>`.
  mutating func documentType() { append("<!DOCTYPE html>\n") }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    start(name, attributes)
    append(">")
  }

  private mutating func start(_ name: StaticString, _ attributes: [Attribute]) {
    append("<")
    append(name)
    for attribute in attributes {
      append(" ")
      append(attribute.name)
      append("=\"")
      HTMLEscape.append(attribute.value.utf8, to: &bytes)
      append("\"")
    }
  }

  private mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes += $0 }
  }
}

extension HTMLWriter.Attribute {
  static func id(_ value: String) -> Self { Self("id", value) }
  static func `class`(_ value: String) -> Self { Self("class", value) }
  /// A link within the document.
  static func link(to id: String) -> Self { Self("href", "#" + id) }
}
