package import ConnectorModel

/// What a change is about.
package struct ChangeSubject: Hashable, Sendable {
  /// Which part of a source or an operation.
  package enum Part: String, Hashable, Sendable, CaseIterable {
    case source
    case specification
    case authentication
    /// A field of an authentication.
    case credential
    case request
    case operation
    case body
    case response
    /// What a page shows as a request and no command sends.
    case payload
    case path
    case query
    case header
    case page
    /// The words of a table that stand nowhere else.
    case table
    case errorCode
  }

  package var part: Part
  /// The source's key, of a change of the source's own page.
  package var source: String?
  /// Of a change of a request or an operation.
  package var operation: OperationKey?
  /// The spec name, of a change of an authentication.
  package var authentication: String?
  /// The tab or heading of a payload, of a change of it or of its response.
  package var payload: String?
  /// The page of a payload, where it is about no source.
  package var page: String?
  /// The wire name with those around it (`data.properties[].type`), an ID, a page (also that of a
  /// table), an error code; empty where the part itself is meant.
  package var name: String

  package init(
    _ part: Part, source: String? = nil, operation: OperationKey? = nil,
    authentication: String? = nil, payload: String? = nil, page: String? = nil, name: String = ""
  ) {
    self.part = part
    self.source = source
    self.operation = operation
    self.authentication = authentication
    self.payload = payload
    self.page = page
    self.name = name
  }

  /// `databases/snowflake, ConnectionString, role`
  package var description: String {
    var parts: [String] = []
    if let source { parts.append(source) }
    if let page { parts.append(page) }
    if let authentication { parts.append(authentication) }
    if let payload { parts.append(payload) }
    if let operation { parts.append(Self.text(operation)) }
    switch part {
    case .response, .path, .query, .header: parts.append(part.rawValue)
    default: break
    }
    if !name.isEmpty { parts.append(name) }
    return parts.joined(separator: ", ")
  }

  /// `GET /flowservice/connections/{}`
  static func text(_ key: OperationKey) -> String {
    let platform = "https://platform.adobe.io"
    return "\(key.method) \(key.server == platform ? "" : key.server)\(key.path)"
  }
}
