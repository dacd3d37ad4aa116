import ConnectorModel
import SwiftDeclarations

/// The file of an operation group.
struct OperationEmitter {
  var options: EmitterOptions
  var naming: OperationNaming
  var links: PageLink
  /// The pages of the sources, which tell less of an operation than its own pages.
  var sourcePages: Set<String>

  private var access: AccessLevel? { options.declarationAccess }

  struct Emitted {
    var file: SwiftFile
    var requests: [EmittedRequest] = []
    var calls: [ExampleCall] = []
  }

  /// - Parameter operations: All those of one name space, sorted by key.
  func emit(_ operations: [ModelOperation], named name: String) -> Emitted {
    var scope = NameScope(reserved: ReservedNames.moduleTypes)
    for operation in operations {
      guard let names = naming.names[operation.key] else { continue }
      _ = scope.claim(names.body)
      _ = scope.claim(names.response)
    }
    var members: [Declaration] = []
    var requests: [EmittedRequest] = []
    var calls: [ExampleCall] = []
    for operation in operations {
      guard let names = naming.names[operation.key] else { continue }
      let types = SchemaEmitter(access: access, authentication: RuntimeTypes.genericAuthentication)
      var shape = RequestShape(
        operation, names: names, documentation: documentation(of: operation))
      var emitted = RequestEmitter(access: access, types: types).emit(shape, scope: &scope)
      emitted.declarations += response(of: operation, named: names.response, types: types)
      if options.callModule != nil {
        shape.response = names.qualifiedResponse
        let emitter = ExampleCallEmitter(
          shape: shape, namespace: name, parameters: emitted.parameters,
          values: ExampleValue(types: types), flatLabels: emitted.flatLabels)
        calls += emitter.calls
      }
      members.append(.mark(template(operation)))
      members += emitted.declarations
      requests.append(
        EmittedRequest(
          source: nil, operation: operation.key, function: [name, names.function],
          parameters: emitted.parameters.map { EmittedRequest.Parameter($0) },
          body: emitted.body?.qualified(by: name, declaring: emitted.declarations.typeNames),
          takesText: emitted.takesText,
          response: names.qualifiedResponse,
          fieldTypes: types.fieldTypes(
            of: operation.fieldExamples, in: operation.body, named: shape.bodyType, of: name)))
    }
    let group = operations.first?.group ?? name
    let namespace = Declaration.type(
      TypeDeclaration(
        .enumeration, name,
        documentation: Documentation(
          Documentation.Text([.plain("The operations on "), .code(group), .plain(".")])),
        modifiers: Modifiers(access: access, isNonisolated: true), members: members))
    let file = SwiftFile(
      path: "Operations/\(name).swift", header: FileHeader.lines(page: nil),
      imports: options.imports(hasRequests: true), declarations: [namespace])
    return Emitted(file: file, requests: requests, calls: calls)
  }

  /// The type of the response under its name, whatever its kind.
  private func response(
    of operation: ModelOperation, named name: String, types: SchemaEmitter
  ) -> [Declaration] {
    let documentation = Documentation(
      Documentation.Text([
        .plain("The response to "), .code(template(operation)), .plain("."),
      ]))
    guard let schema = operation.response else {
      return [
        .typealias(
          Typealias(
            name, RuntimeTypes.emptyResponse, documentation: documentation,
            modifiers: Modifiers(access: access)))
      ]
    }
    let declarations = types.document(schema, named: name, documentation: documentation)
    return schema.element == nil ? declarations.map(\.asList) : declarations
  }

  private func documentation(of operation: ModelOperation) -> Documentation {
    let request = Documentation.Text.Piece.code(template(operation))
    var blocks: [Documentation.Block] = DocumentationText.paragraphs(operation.documentation)
      .map { .paragraph($0) }
    if blocks.isEmpty {
      blocks.append(.paragraph(.init([.plain("The request "), request, .plain(".")])))
    } else {
      blocks.append(.paragraph(.init([request])))
    }
    blocks += CorrectionNote.paragraphs(operation.examples.flatMap(\.provenance.corrections))
    let own = operation.provenances.first { !sourcePages.contains($0.page) }
    if let provenance = own ?? operation.provenances.first {
      blocks.append(links.block(provenance, title: nil))
    }
    return Documentation(blocks)
  }

  private func template(_ operation: ModelOperation) -> String {
    RequestPath.template(operation.key, parameters: operation.pathParameters)
  }
}

extension EmitterOptions {
  /// The access level as declarations write it: `internal` goes without saying.
  var declarationAccess: AccessLevel? { access == .internal ? nil : access }

  /// What a file with emitted declarations imports: of the runtime library all types that its
  /// interface names, of the HTTP types the methods that its requests name.
  func imports(hasRequests: Bool) -> [Import] {
    let runtime = Import.module(RuntimeTypes.module, access: declarationAccess)
    return hasRequests ? [runtime, .module("HTTPTypes")] : [runtime]
  }
}
