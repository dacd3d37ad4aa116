package import ConnectorModel
package import SwiftDeclarations

/// Writes the Swift client that a model describes.
package enum ClientEmitter {
  /// The files below the output folder: one a source, one an operation group, one for the payloads
  /// of each page that is about no source, the index of the sources, the public surface and the first page of the documentation. The same model gives the
  /// same bytes.
  package static func emit(
    _ model: ConnectorModel, options: EmitterOptions = EmitterOptions()
  ) -> EmittedClient {
    let declared = declare(model, options: options)
    var client = declared.client
    client.files = render(declared.files, keys: declared.sourceKeys)
    if let catalogue = declared.catalogue { client.files.append(catalogue) }
    client.files.sort { $0.path < $1.path }
    return client
  }

  /// The same before it becomes text.
  package struct Declared: Sendable {
    package var files: [SwiftFile]
    /// Without its files.
    package var client: EmittedClient
    /// The names in Swift of the sources, by key.
    package var sourceNames: [String: String]
    /// The key of the source that a file is about, by the file's path.
    package var sourceKeys: [String: String]
    /// The first page of the module's documentation, where others may use the module.
    package var catalogue: EmittedClient.File?
  }

  /// What `emit` renders, for those who look at declarations rather than at text.
  package static func declare(_ model: ConnectorModel, options: EmitterOptions) -> Declared {
    var model = model
    var fieldNames = ConfiguredFieldNames(options.fieldNames)
    fieldNames.apply(to: &model)
    let sources = model.sources.sorted { $0.key < $1.key }
    let sourceNames = SourceNaming(
      sources, module: options.moduleName, overrides: options.names)
    let operationNames = OperationNaming(
      model.operations, taken: Set(sourceNames.names.values).union([options.moduleName]),
      configured: OperationNames(options.operationNames))
    var titles: [String: String] = [:]
    for page in model.pages { titles[page.path] = page.title }
    let links = PageLink(baseURL: options.pageBaseURL, titles: titles)

    var client = EmittedClient(
      files: [],
      findings: sourceNames.findings + operationNames.findings + fieldNames.findings,
      usedFieldNames: fieldNames.used)
    var files: [SwiftFile] = []
    var calls: [ExampleCall] = []
    var keys: [String: String] = [:]
    let sourceEmitter = SourceEmitter(
      options: options, operations: operationNames, links: links)
    let members = model.payloads.enumerated().map { (index: $0.offset, payload: $0.element) }
    var payloads = Dictionary(grouping: members, by: \.payload.provenance.page)
    for source in sources {
      guard let name = sourceNames.names[source.key] else { continue }
      let emitted = sourceEmitter.emit(
        source, named: name, payloads: payloads.removeValue(forKey: source.provenance.page) ?? [])
      files.append(emitted.file)
      keys[emitted.file.path] = source.key
      client.findings += emitted.findings
      client.requests += emitted.requests
      client.payloads += emitted.payloads
      calls += emitted.calls
    }
    let told = Set(calls.map(\.example.provenance))
    let operationEmitter = OperationEmitter(
      options: options, naming: operationNames, links: links,
      sourcePages: Set(sources.map(\.provenance.page)))
    let groups = groups(of: model.operations, names: operationNames)
    for (group, operations) in groups {
      let emitted = operationEmitter.emit(operations, named: group)
      files.append(emitted.file)
      client.requests += emitted.requests
      calls += Self.calls(emitted.calls, beside: told)
    }
    let others = PagePayloadsEmitter(options: options, links: links).emit(
      payloads.sorted { $0.key < $1.key }.map { (page: $0.key, members: $0.value) },
      reserved: ReservedNames.moduleTypes.union(operationNames.groups)
        .union(sourceNames.names.values).union([options.moduleName]))
    files += others.files
    client.payloads += others.payloads
    client.findings += others.findings
    files.append(SourceIndexEmitter(options: options).file(sources: sources))
    let codes = ErrorCodeEmitter(options: options, links: links).file(model.errorCodes)
    if let codes { files.append(codes) }
    var catalogue: EmittedClient.File?
    if options.access == .public {
      files.append(Self.exports)
      catalogue = CatalogueEmitter(options: options).file(
        sources: sources, names: sourceNames.names, groups: groups.map(\.name),
        payloads: others.names, hasErrorCodes: codes != nil)
    }
    if let module = options.callModule {
      let emitter = DocumentedCallEmitter(
        options: options, module: module, links: links,
        taken: Set(sourceNames.names.values).union(operationNames.groups).union(others.names))
      files += emitter.files(calls)
    }
    return Declared(
      files: files, client: client, sourceNames: sourceNames.names, sourceKeys: keys,
      catalogue: catalogue)
  }

  /// The calls of a group's operations that are worth having beside those of the sources, whose
  /// types say more: of examples that no source has, and of operations that otherwise had none.
  private static func calls(
    _ calls: [ExampleCall], beside told: Set<Provenance>
  ) -> [ExampleCall] {
    let own = calls.filter { !told.contains($0.example.provenance) }
    let shown = Set(own.map(\.template))
    return own + calls.filter { !shown.contains($0.template) }
  }

  /// Makes the runtime library known wherever the client is imported: every request is one of its
  /// types, so that nobody can use the client without it.
  private static var exports: SwiftFile {
    SwiftFile(
      path: "Exports.swift",
      header: FileHeader.lines(page: nil) + [
        "",
        "Every request of this module is a type of the runtime library, so that nobody can use the",
        "one without the other: who imports this module has both.",
      ],
      imports: [.reexported(RuntimeTypes.module)])
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
    return result
  }
}
