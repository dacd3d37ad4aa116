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

  /// One `--form`.
  package struct FormPart: Hashable, Sendable {
    package var name: String
    /// What is sent, where no file is read.
    package var content: MappedText
    /// Files that are sent (`@`) or whose text is sent (`<`).
    package var files: [String]
    package var filename: String?
    package var contentType: String?
    /// Further headers of the part.
    package var headers: [String]
    /// Byte offsets into the page.
    package var range: Range<Int>

    package init(
      name: String, content: MappedText, files: [String] = [], filename: String? = nil,
      contentType: String? = nil, headers: [String] = [], range: Range<Int>
    ) {
      self.name = name
      self.content = content
      self.files = files
      self.filename = filename
      self.contentType = contentType
      self.headers = headers
      self.range = range
    }
  }

  package struct Body: Hashable, Sendable {
    package var kind: BodyKind
    /// What is sent; of a file that is read (`@file`), nothing is known but the name.
    package var text: MappedText
    /// Files that curl would read at that place.
    package var files: [String]
    /// The parts of a multipart body, of which `text` says nothing: the boundary is random.
    package var formParts: [FormPart]

    package init(
      kind: BodyKind, text: MappedText, files: [String] = [], formParts: [FormPart] = []
    ) {
      self.kind = kind
      self.text = text
      self.files = files
      self.formParts = formParts
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
  /// How many of the implied headers curl sends before those that the command names.
  package var leadingImpliedHeaders = 0
  /// `--request-target`: what the request line names instead of the URL's path and query.
  package var requestTarget: String?
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

  /// All headers in the order in which curl sends them, without the `Host` and `Content-Length`
  /// that it adds by itself.
  package var sentHeaders: [Header] {
    let hosts = headers.filter { $0.name.utf8.equalsIgnoringCase("host") }
    let others = headers.filter { !$0.name.utf8.equalsIgnoringCase("host") }
    let leading = impliedHeaders.prefix(leadingImpliedHeaders)
    let trailing = impliedHeaders.dropFirst(leadingImpliedHeaders)
    guard body?.kind == .form else { return hosts + leading + others + trailing }
    // The type of a multipart body stands behind all others, since curl adds the boundary to it.
    let types = others.filter { $0.name.utf8.equalsIgnoringCase("content-type") }
    let rest = others.filter { !$0.name.utf8.equalsIgnoringCase("content-type") }
    return hosts + leading + rest + trailing + types
  }
}
