package import ConnectorModel
package import SwiftDeclarations

/// What a request became, for those who write calls of it.
package struct EmittedRequest: Hashable, Sendable {
  /// The key of the source whose page documents it; none for the request of an operation group.
  package var source: String?
  package var operation: OperationKey
  /// The name space and the function: `["SFTP", "createBaseConnection"]`.
  package var function: [String]
  /// The arguments beside the body, in the order of path, headers and query. In a call, those that
  /// may be left out stand behind the body.
  package var parameters: [Parameter]
  /// The type of the body, as the module's other files name it.
  package var body: TypeReference?
  /// Whether the body is a text that is no JSON.
  package var takesText: Bool
  /// The type of the response, as the module's other files name it.
  package var response: TypeReference
  /// The types of the fields of which pages show values by themselves, by path, as the module's other
  /// files name them.
  package var fieldTypes: [[String]: TypeReference]

  package init(
    source: String?, operation: OperationKey, function: [String], parameters: [Parameter],
    body: TypeReference?, takesText: Bool, response: TypeReference,
    fieldTypes: [[String]: TypeReference] = [:]
  ) {
    self.source = source
    self.operation = operation
    self.function = function
    self.parameters = parameters
    self.body = body
    self.takesText = takesText
    self.response = response
    self.fieldTypes = fieldTypes
  }
}
