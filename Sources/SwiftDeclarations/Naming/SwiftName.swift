/// Names in Swift for what the pages call otherwise. Each is a function of its own text alone.
package enum SwiftName {
  /// The name of a property, parameter, function or case: `servicePrincipalId` is
  /// `servicePrincipalID`.
  package static func member(_ text: String) -> String { text }

  /// The name of a type: "Basic Authentication for sftp" is `BasicAuthenticationForSFTP`.
  package static func type(_ text: String) -> String { text }
}
