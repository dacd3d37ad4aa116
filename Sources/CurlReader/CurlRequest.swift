package import Diagnostics

/// The request that one curl command sends.
package struct CurlRequest: Hashable, Sendable {
  /// A header that the command names.
  package struct Header: Hashable, Sendable {
    /// As spelt.
    package var name: String
    package var value: String
    /// Byte offsets into the page.
    package var range: Range<Int>

    package init(name: String, value: String, range: Range<Int>) {
      self.name = name
      self.value = value
      self.range = range
    }
  }

  /// Where the body comes from, and so what curl says of its type.
  package enum BodyKind: String, Hashable, Sendable {
    /// `--data` and its kin: `application/x-www-form-urlencoded` unless a header says otherwise.
    case data
    /// `--json`.
    case json
    /// `--form`: multipart.
    case form
    /// `--upload-file`.
    case upload
  }

  package struct Body: Hashable, Sendable {
    package var kind: BodyKind
    /// What is sent; of a file that is read (`@file`), nothing is known but the name.
    package var text: MappedText
    /// Files that curl would read at that place.
    package var files: [String]

    package init(kind: BodyKind, text: MappedText, files: [String] = []) {
      self.kind = kind
      self.text = text
      self.files = files
    }
  }

  /// As curl derives it where no option names it.
  package var method: String
  /// Whether the command names the method with `-X`, `-G` or `-I`.
  package var isMethodExplicit: Bool
  /// The URL as it is sent, `-G` data joined; nil where the command has none.
  package var url: MappedText?
  /// The headers that the command names, in order. A header that an option removes (`-H 'Accept:'`)
  /// is not among them.
  package var headers: [Header]
  /// The headers that curl adds by itself (`Accept`, `User-Agent`, a default `Content-Type`, those of
  /// `--json`, `-u`, `-b`, `-A`, `-e`), in the order in which curl sends them; `Host` and
  /// `Content-Length` are not listed.
  package var impliedHeaders: [Header]
  package var body: Body?
  /// The whole command. Byte offsets into the page.
  package var range: Range<Int>
  /// The word `curl`, or the place where it should stand.
  package var commandRange: Range<Int>
  package var diagnostics: [Diagnostic]

  package init(
    method: String, isMethodExplicit: Bool, url: MappedText?, headers: [Header],
    impliedHeaders: [Header], body: Body?, range: Range<Int>, commandRange: Range<Int>,
    diagnostics: [Diagnostic]
  ) {
    self.method = method
    self.isMethodExplicit = isMethodExplicit
    self.url = url
    self.headers = headers
    self.impliedHeaders = impliedHeaders
    self.body = body
    self.range = range
    self.commandRange = commandRange
    self.diagnostics = diagnostics
  }
}
