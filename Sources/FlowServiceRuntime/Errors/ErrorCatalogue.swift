/// What the documentation says about errors, by their codes.
public struct ErrorCatalogue: Hashable, Sendable {
  /// The row of one code.
  public struct Entry: Hashable, Sendable {
    /// The code.
    public var code: ErrorCode
    /// What the code means.
    public var message: String
    /// What to do about it, if the documentation says so.
    public var remedy: String?

    /// Makes a row.
    public init(code: ErrorCode, message: String, remedy: String? = nil) {
      self.code = code
      self.message = message
      self.remedy = remedy
    }
  }

  /// A catalogue that knows no code.
  public static let empty = ErrorCatalogue([])

  private var rows: [ErrorCode: Entry]

  /// Makes a catalogue of rows. The first of several rows of one code counts.
  public init(_ entries: [Entry]) {
    rows = Dictionary(entries.map { ($0.code, $0) }) { first, _ in first }
  }

  /// All rows, in the order of their codes.
  public var entries: [Entry] {
    rows.values.sorted { $0.code.rawValue < $1.code.rawValue }
  }

  /// The row of a code. A code that the service wrote with a prefix, such as `FLOW-1404-412`, has
  /// the row of the code without it.
  public subscript(code: ErrorCode) -> Entry? {
    rows[code] ?? rows[code.withoutPrefix]
  }
}

extension ErrorCatalogue: ExpressibleByArrayLiteral {
  /// Makes a catalogue of rows.
  public init(arrayLiteral elements: Entry...) {
    self.init(elements)
  }
}
