package import ConnectorModel
package import SwiftDeclarations

/// Writes the Swift client that a model describes.
package enum ClientEmitter {
  /// The files below the output folder: one a source, one an operation group, the index of the
  /// sources and the public surface. The same model gives the same bytes.
  package static func emit(
    _ model: ConnectorModel, options: EmitterOptions = EmitterOptions()
  ) -> EmittedClient {
    let declared = declare(model, options: options)
    var client = declared.client
    client.files = render(declared.files, keys: declared.sourceKeys)
    return client
  }

  /// The same before it becomes text.
  package struct Declared: Sendable {
    package var files: [SwiftFile]
    /// Without its files.
    package var client: EmittedClient
    /// The names in Swift of the sources, by key.
    package var sourceNames: [String: String]
    /// The keys of the sources by the path of their file.
    package var sourceKeys: [String: String]
  }

  /// What `emit` renders, for those who look at declarations rather than at text.
  package static func declare(_ model: ConnectorModel, options: EmitterOptions) -> Declared {
    let sources = model.sources.sorted { $0.key < $1.key }
    let sourceNames = SourceNaming(
      sources, module: options.moduleName, overrides: options.names)
    let operationNames = OperationNaming(
      model.operations, taken: Set(sourceNames.names.values).union([options.moduleName]),
      overrides: options.names)
    var titles: [String: String] = [:]
    for page in model.pages { titles[page.path] = page.title }
    let links = PageLink(baseURL: options.pageBaseURL, titles: titles)

    var client = EmittedClient(
      files: [], findings: sourceNames.findings + operationNames.findings)
    var files: [SwiftFile] = []
    var keys: [String: String] = [:]
    let sourceEmitter = SourceEmitter(
      options: options, operations: operationNames, links: links)
    for source in sources {
      guard let name = sourceNames.names[source.key] else { continue }
      let emitted = sourceEmitter.emit(source, named: name)
      files.append(emitted.file)
      keys[emitted.file.path] = source.key
      client.findings += emitted.findings
      client.requests += emitted.requests
    }
    let operationEmitter = OperationEmitter(
      options: options, naming: operationNames, links: links,
      sourcePages: Set(sources.map(\.provenance.page)))
    for (group, operations) in groups(of: model.operations, names: operationNames) {
      let emitted = operationEmitter.emit(operations, named: group)
      files.append(emitted.file)
      client.requests += emitted.requests
    }
    files.append(SourceIndexEmitter(options: options).file(sources: sources))
    return Declared(
      files: files, client: client, sourceNames: sourceNames.names, sourceKeys: keys)
  }

  /// The operations by name space, each sorted by key.
  private static func groups(
    of operations: [ModelOperation], names: OperationNaming
  ) -> [(name: String, operations: [ModelOperation])] {
    var groups: [String: [ModelOperation]] = [:]
    for operation in operations.sorted(by: { $0.key < $1.key }) {
      guard let group = names.names[operation.key]?.group else { continue }
      groups[group, default: []].append(operation)
    }
    return groups.sorted { $0.key < $1.key }.map { (name: $0.key, operations: $0.value) }
  }

  private static func render(
    _ files: [SwiftFile], keys: [String: String]
  ) -> [EmittedClient.File] {
    var result: [EmittedClient.File] = []
    for file in files {
      result.append(
        .init(
          path: file.path, bytes: Array(file.rendered().utf8), source: keys[file.path]))
    }
    let surface = PublicSurface.lines(of: files).joined(separator: "\n") + "\n"
    result.append(.init(path: "API.txt", bytes: Array(surface.utf8)))
    return result.sorted { $0.path < $1.path }
  }
}
