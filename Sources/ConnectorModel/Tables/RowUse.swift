/// What a row of a table became.
enum RowUse: Hashable {
  case credential(String)
  case connectionStringPart
  case bodyField(String)
  case payloadField(String)
  case responseField(String)
  case pathParameter(String)
  case queryParameter(String)
  case header(String)
  /// A value of an enumeration, with the field that has it.
  case value(of: String)
  case errorCode
  /// The ID of the page's own source.
  case connectionSpecification

  /// What coverage calls it.
  var text: String {
    switch self {
    case .credential(let name): "credential `\(name)`"
    case .connectionStringPart: "part of a connection string"
    case .bodyField(let name): "`\(name)` of a request's body"
    case .payloadField(let name): "`\(name)` of a payload"
    case .responseField(let name): "`\(name)` of a response"
    case .pathParameter(let name): "path parameter `\(name)`"
    case .queryParameter(let name): "query parameter `\(name)`"
    case .header(let name): "header `\(name)`"
    case .value(let name): "value of `\(name)`"
    case .errorCode: "error code"
    case .connectionSpecification: "the source's connection specification"
    }
  }
}
