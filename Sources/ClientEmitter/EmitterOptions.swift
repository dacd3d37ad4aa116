package import ConnectorModel
package import SwiftDeclarations

/// What the configuration says about the emitted client.
package struct EmitterOptions: Hashable, Sendable {
  /// Who may use the client: `public`, `package` or `internal`.
  package var access: AccessLevel
  /// The module that the files make. Nothing in it has its name, so that it can be named.
  package var moduleName: String
  /// What stands before a page's path in a link to the published page.
  package var pageBaseURL: String
  /// Names of sources and authentications that the configuration sets. A key is a source's key
  /// (`databases/snowflake`), maybe followed by `#` and an authentication's spec name
  /// (`databases/snowflake#ConnectionString`).
  package var names: [String: String]
  /// Names of fields that the configuration sets.
  package var fieldNames: FieldOverrides<String>
  /// Names of the functions of operations that the configuration sets.
  package var operationNames: [OperationName]
  /// The module with a call for each documented example, in a folder of its name; none where nil.
  package var callModule: String?

  package init(
    access: AccessLevel = .public, moduleName: String = "FlowServiceSources",
    pageBaseURL: String = "https://experienceleague.adobe.com/en/docs/experience-platform/",
    names: [String: String] = [:], fieldNames: FieldOverrides<String> = FieldOverrides(),
    operationNames: [OperationName] = [], callModule: String? = nil
  ) {
    self.access = access
    self.moduleName = moduleName
    self.pageBaseURL = pageBaseURL
    self.names = names
    self.fieldNames = fieldNames
    self.operationNames = operationNames
    self.callModule = callModule
  }
}
