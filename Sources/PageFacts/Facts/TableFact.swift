/// A table of the page, read as rows of named things.
package struct TableFact: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable {
    /// Values that the reader must gather.
    case credentials
    /// Parts of a connection string that a table lists beside it.
    case connectionStringOptions
    /// Fields of a request body.
    case requestProperties
    /// Fields of a response.
    case responseProperties
    /// Placeholders and query parameters of an API format.
    case parameters
    /// Request headers.
    case headers
    /// Names and values of an enumeration.
    case enumeration
    /// Names and spec IDs.
    case specIDs
    /// Error codes.
    case errorCodes
    /// Anything else; kept, with its cells.
    case other
  }

  package struct Row: Hashable, Sendable {
    /// The first cell's name: a dotted path, a credential, a placeholder without its braces.
    package var name: String
    package var nameRange: Range<Int>
    /// The second cell as a reader sees it.
    package var description: String
    /// The same with backticks around its code.
    package var documentation: String
    package var isOptional: Bool
    package var defaultValue: String?
    package var allowedValues: [String]
    package var example: String?
    package var isSecret: Bool
    /// Whether it gives the source's connection spec ID among the credentials.
    package var isSpecID: Bool
    /// A type that the words of the row name: `string`, `integer`, `number`, `boolean`, `array`, `object`.
    package var type: String?
    /// All cells as a reader sees them.
    package var cells: [String]
    /// Where the links of all cells lead, in order.
    package var links: [String]
    package var range: Range<Int>

    package init(
      name: String, nameRange: Range<Int>, description: String, isOptional: Bool,
      defaultValue: String?, allowedValues: [String], example: String?, isSecret: Bool,
      type: String?, cells: [String], links: [String] = [], range: Range<Int>,
      documentation: String? = nil, isSpecID: Bool = false
    ) {
      self.name = name
      self.nameRange = nameRange
      self.description = description
      self.documentation = documentation ?? description
      self.isOptional = isOptional
      self.defaultValue = defaultValue
      self.allowedValues = allowedValues
      self.example = example
      self.isSecret = isSecret
      self.isSpecID =
        isSpecID || ["connectionspec.id", "connectionspecid"].contains(name.lowercased())
      self.type = type
      self.cells = cells
      self.links = links
      self.range = range
    }
  }

  package var role: Role
  package var header: [String]
  package var rows: [Row]
  package var section: SectionFact
  /// The heading or tab that names the authentication type which the table belongs to.
  package var authentication: String?
  /// The index in `PageFacts.requests` of the request that the table explains.
  package var request: Int?
  /// The index in `PageFacts.responses` of the response that the table explains.
  package var response: Int?
  /// The index in `PageFacts.payloads` of the payload that the table explains.
  package var payload: Int?
  package var range: Range<Int>

  package init(
    role: Role, header: [String], rows: [Row], section: SectionFact, authentication: String?,
    request: Int?, response: Int?, range: Range<Int>
  ) {
    self.role = role
    self.header = header
    self.rows = rows
    self.section = section
    self.authentication = authentication
    self.request = request
    self.response = response
    self.range = range
  }
}
