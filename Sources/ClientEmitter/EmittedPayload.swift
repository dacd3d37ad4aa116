package import SwiftDeclarations

/// What a payload became, for those who use its types.
package struct EmittedPayload: Hashable, Sendable {
  /// The index in the model's payloads.
  package var index: Int
  /// The name space: `["Capillary", "ProfileIngestion"]`.
  package var path: [String]
  /// The type of the payload, as the module's other files name it.
  package var body: TypeReference?
  /// The same of what answers it.
  package var response: TypeReference?

  package init(
    index: Int, path: [String], body: TypeReference?, response: TypeReference?
  ) {
    self.index = index
    self.path = path
    self.body = body
    self.response = response
  }
}
