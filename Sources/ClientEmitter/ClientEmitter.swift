package import ConnectorModel
import SwiftDeclarations

/// Writes the Swift client that a model describes.
package enum ClientEmitter {
  /// The files below the output folder: one a source, one an operation group, the index of the
  /// sources and the public surface. The same model gives the same bytes.
  package static func emit(
    _ model: ConnectorModel, options: EmitterOptions = EmitterOptions()
  ) -> EmittedClient {
    let sources = model.sources.sorted { $0.key < $1.key }
    let sourceNames = SourceNaming(
      sources, module: options.moduleName, overrides: options.names)
    let operationNames = OperationNaming(
      model.operations, taken: Set(sourceNames.names.values).union([options.moduleName]),
      overrides: options.names)
    var findings = sourceNames.findings + operationNames.findings
    var files: [SwiftFile] = []
    let sourceEmitter = SourceEmitter(options: options, operations: operationNames)
    for source in sources {
      guard let name = sourceNames.names[source.key] else { continue }
      let emitted = sourceEmitter.emit(source, named: name)
      files.append(emitted.file)
      findings += emitted.findings
    }
    files += operationFiles(model.operations, names: operationNames, options: options)
    files.append(
      SourceIndexEmitter(options: options).file(sources: sources, names: sourceNames.names))
    return EmittedClient(files: render(files), findings: findings)
  }

  private static func operationFiles(
    _ operations: [ModelOperation], names: OperationNaming, options: EmitterOptions
  ) -> [SwiftFile] {
    var groups: [String: [ModelOperation]] = [:]
    for operation in operations.sorted(by: { $0.key < $1.key }) {
      guard let group = names.names[operation.key]?.group else { continue }
      groups[group, default: []].append(operation)
    }
    let emitter = OperationEmitter(options: options, naming: names)
    var files: [SwiftFile] = []
    for group in groups.keys.sorted() {
      files.append(emitter.file(named: group, operations: groups[group] ?? []))
    }
    return files
  }

  private static func render(_ files: [SwiftFile]) -> [EmittedClient.File] {
    var result: [EmittedClient.File] = []
    for file in files {
      result.append(.init(path: file.path, bytes: Array(file.rendered().utf8)))
    }
    let surface = PublicSurface.lines(of: files).joined(separator: "\n") + "\n"
    result.append(.init(path: "API.txt", bytes: Array(surface.utf8)))
    return result.sorted { $0.path < $1.path }
  }
}
