package import ClientEmitter
package import ConnectorModel
package import GeneratorConfiguration
import SwiftDeclarations

/// What the configuration says, as the stages take it.
extension Configuration {
  var fieldTypes: FieldOverrides<FieldType> {
    FieldOverrides(
      types.map { entry in
        let type: FieldType =
          switch entry.type {
          case .string: .string
          case .integer: .integer
          case .number: .number
          case .boolean: .boolean
          case .json: .json
          }
        return FieldOverrides.Entry(entry.field, of: entry.source, type)
      })
  }

  package func emitterOptions(for model: ConnectorModel) -> EmitterOptions {
    // The configuration names a source as its page does, the emitter by its key.
    var sourceNames: [String: String] = [:]
    for entry in names.sources {
      for source in model.sources where source.isCalled(entry.key) {
        sourceNames[source.key] = entry.name
      }
    }
    return EmitterOptions(
      access: SwiftDeclarations.AccessLevel(rawValue: access.rawValue) ?? .public,
      moduleName: module,
      names: sourceNames,
      fieldNames: FieldOverrides(
        names.fields.map { FieldOverrides.Entry($0.key, of: $0.source, $0.name) }),
      operationNames: names.operations.compactMap { entry in
        OperationKey(documented: entry.key).map {
          OperationName($0, of: entry.source, entry.name)
        }
      }, callModule: calls)
  }
}
