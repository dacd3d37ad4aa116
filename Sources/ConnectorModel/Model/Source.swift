/// A source: a page about one connector.
package struct Source: Hashable, Sendable {
  /// `databases/snowflake`: category and the name of the page's file.
  package var key: String
  /// As a reader sees it: `Azure Data Lake Storage Gen2`.
  package var name: String
  package var category: String
  package var documentation: String?
  package var provenance: Provenance
  /// The believable one first; more than one only where the page contradicts itself or really uses
  /// several.
  package var connectionSpecifications: [ConnectionSpecification]
  package var authentications: [Authentication]
  /// One for each operation that the page documents, in page order.
  package var requests: [Request]

  package init(
    key: String, name: String, category: String, documentation: String?, provenance: Provenance,
    connectionSpecifications: [ConnectionSpecification], authentications: [Authentication],
    requests: [Request]
  ) {
    self.key = key
    self.name = name
    self.category = category
    self.documentation = documentation
    self.provenance = provenance
    self.connectionSpecifications = connectionSpecifications
    self.authentications = authentications
    self.requests = requests
  }
}

package struct ConnectionSpecification: Hashable, Sendable {
  package var id: String
  package var version: String?
  package var isValidUUID: Bool
  package var isUncertain: Bool
  package var provenance: Provenance

  package init(
    id: String, version: String?, isValidUUID: Bool, isUncertain: Bool, provenance: Provenance
  ) {
    self.id = id
    self.version = version
    self.isValidUUID = isValidUUID
    self.isUncertain = isUncertain
    self.provenance = provenance
  }
}

/// One value of `auth`: a spec name and its parameters.
package struct Authentication: Hashable, Sendable {
  /// A member of `auth` with one value: `"type": "OAuth2.0"`.
  package struct Constant: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
      case string(String)
      case boolean(Bool)
      case integer(Int64)
    }

    package var name: String
    package var value: Value

    package init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// The wire value of `auth.specName`.
  package var specName: String
  /// The tab or heading that names it, else nil. What it is called in Swift is made of `specName`.
  package var title: String?
  package var fields: [Property]
  package var patterns: [ConnectionStringPattern]
  /// What the examples send beside the spec name and the parameters.
  package var constants: [Constant]
  package var provenance: Provenance

  package init(
    specName: String, title: String?, fields: [Property], patterns: [ConnectionStringPattern],
    constants: [Constant] = [], provenance: Provenance
  ) {
    self.constants = constants
    self.specName = specName
    self.title = title
    self.fields = fields
    self.patterns = patterns
    self.provenance = provenance
  }
}

/// `Server={SERVER};Database={DATABASE}`: what a credential's text is made of.
package struct ConnectionStringPattern: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case literal(String)
    /// A placeholder: an index into `parameters`. The same placeholder may stand twice.
    case parameter(Int)
  }

  package struct Parameter: Hashable, Sendable {
    /// Without braces: `ACCOUNT_NAME`.
    package var placeholder: String
    package var documentation: String?
    package var isSecret: Bool

    package init(placeholder: String, documentation: String?, isSecret: Bool) {
      self.placeholder = placeholder
      self.documentation = documentation
      self.isSecret = isSecret
    }
  }

  /// The wire name of the field that takes the text.
  package var field: String
  /// As documented.
  package var text: String
  package var pieces: [Piece]
  package var parameters: [Parameter]
  package var provenance: Provenance

  package init(
    field: String, text: String, pieces: [Piece], parameters: [Parameter], provenance: Provenance
  ) {
    self.field = field
    self.text = text
    self.pieces = pieces
    self.parameters = parameters
    self.provenance = provenance
  }
}
