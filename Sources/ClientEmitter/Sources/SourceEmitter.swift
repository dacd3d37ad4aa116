import ConnectorModel
import Diagnostics
import SwiftDeclarations

/// The file of a source.
struct SourceEmitter {
  struct Emitted {
    var file: SwiftFile
    var findings: [EmitterFinding]
    var requests: [EmittedRequest]
    var payloads: [EmittedPayload]
    var calls: [ExampleCall]
  }

  var options: EmitterOptions
  var operations: OperationNaming
  var links: PageLink

  private var access: AccessLevel? { options.declarationAccess }

  /// - Parameter payloads: Those of the source's page.
  func emit(
    _ source: Source, named name: String, payloads: [PayloadEmitter.Member]
  ) -> Emitted {
    var members = SpecificationEmitter(access: access).declarations(of: source)
    let authentications = AuthenticationEmitter(access: access, links: links)
    let (cases, findings) = authentications.cases(
      of: source, taken: operations.groups, overrides: options.names)
    members += authentications.declarations(of: cases, source: source)
    let requests = requests(
      of: source, named: name, authentications: cases, taken: members.typeNames)
    members += requests.declarations
    let shown = PayloadEmitter(
      access: access, links: links, types: schemaEmitter(of: source)
    ).emit(
      payloads, in: name,
      reserved: ReservedNames.moduleTypes.union(groups(of: source)).union(members.typeNames)
        .union([name]))
    let needsRuntime = !members.isEmpty || shown.declarations.nameRuntime
    members += shown.declarations
    let namespace = Declaration.type(
      TypeDeclaration(
        .enumeration, name, documentation: documentation(of: source),
        modifiers: Modifiers(access: access, isNonisolated: true), members: members))
    let category = source.category.isEmpty ? "Other" : EmittedName.type(source.category)
    let file = SwiftFile(
      path: "Sources/\(category)/\(name).swift",
      header: FileHeader.lines(page: source.provenance.page),
      imports: needsRuntime ? options.imports(hasRequests: !source.requests.isEmpty) : [],
      declarations: [namespace])
    return Emitted(
      file: file, findings: findings + requests.findings + shown.findings,
      requests: requests.requests, payloads: shown.payloads, calls: requests.calls)
  }

  /// The name spaces that the source's own requests name.
  private func groups(of source: Source) -> Set<String> {
    Set(source.requests.compactMap { operations.names[$0.operation]?.group })
  }

  private func documentation(of source: Source) -> Documentation {
    var blocks: [Documentation.Block] = [.paragraph(.init("The source \(source.name)."))]
    blocks += DocumentationText.paragraphs(source.documentation).map { .paragraph($0) }
    blocks += CorrectionNote.paragraphs(source.provenance.corrections)
    blocks.append(links.block(source.provenance, title: nil))
    return Documentation(blocks)
  }

  // MARK: - Requests

  private struct Requests {
    var declarations: [Declaration] = []
    var requests: [EmittedRequest] = []
    var calls: [ExampleCall] = []
    var findings: [EmitterFinding] = []
  }

  /// The names of the source's functions, in the order of its requests. Who asked for a name gets it.
  private func functionNames(
    of source: Source
  ) -> (names: [String], findings: [EmitterFinding]) {
    var scope = NameScope(reserved: ReservedNames.sourceMembers)
    var names = [String](repeating: "", count: source.requests.count)
    var findings: [EmitterFinding] = []
    let wishes = source.requests.map { request -> (name: String, isConfigured: Bool) in
      if let name = operations.configured.name(of: request.operation, in: source.identity) {
        return (ReservedNames.avoiding(ReservedNames.members, name), true)
      }
      let detail = operations.names[request.operation]?.detail ?? ""
      let name = OperationNaming.sourceFunction(
        verb: request.verb, group: request.group, detail: detail)
      return (name, false)
    }
    let configured = Set(wishes.filter(\.isConfigured).map(\.name))
    for isConfigured in [true, false] {
      for (index, wish) in wishes.enumerated() where wish.isConfigured == isConfigured {
        names[index] = scope.claim(wish.name)
        guard names[index] != wish.name, configured.contains(wish.name) else { continue }
        let request = source.requests[index]
        findings.append(
          EmitterFinding(
            .swiftNameCollision, at: request.provenance,
            subject: "\(request.operation.method) \(request.operation.path)",
            "another function of the source is called '\(wish.name)'",
            assumption: "called '\(names[index])'",
            remedy: "give them different names in the configuration"))
      }
    }
    return (names, findings)
  }

  private func requests(
    of source: Source, named name: String, authentications: [AuthenticationEmitter.Case],
    taken: Set<String>
  ) -> Requests {
    let (functions, findings) = functionNames(of: source)
    let reserved = ReservedNames.moduleTypes.union(operations.groups).union(taken)
    var types = NameScope(reserved: reserved.union([name]))
    var result = Requests(findings: findings)
    for (request, function) in zip(source.requests, functions) {
      let names = operations.names[request.operation]
      let shape = RequestShape(
        request, function: function, bodyType: types.claim(EmittedName.type(function) + "Body"),
        response: names?.qualifiedResponse ?? RuntimeTypes.jsonValue,
        documentation: documentation(of: request))
      result.declarations.append(.mark(request.title))
      let schemas = schemaEmitter(for: request, of: source, named: name)
      let emitted = RequestEmitter(access: access, types: schemas).emit(shape, scope: &types)
      result.declarations += emitted.declarations
      if options.callModule != nil {
        let emitter = ExampleCallEmitter(
          shape: shape, namespace: name, parameters: emitted.parameters,
          values: ExampleValue(types: schemas, authentications: authentications),
          flatLabels: emitted.flatLabels)
        result.calls += emitter.calls
      }
      result.requests.append(
        EmittedRequest(
          source: source.key, operation: request.operation, function: [name, function],
          parameters: emitted.parameters.map { EmittedRequest.Parameter($0) },
          body: emitted.body?.qualified(by: name, declaring: emitted.declarations.typeNames),
          takesText: emitted.takesText,
          response: shape.response,
          fieldTypes: schemas.fieldTypes(
            of: request.fieldExamples, in: request.body, named: shape.bodyType, of: name)))
    }
    return result
  }

  private func schemaEmitter(of source: Source) -> SchemaEmitter {
    let authentication: TypeReference =
      source.authentications.isEmpty
      ? RuntimeTypes.genericAuthentication : .named(["Authentication"])
    return SchemaEmitter(access: access, authentication: authentication)
  }

  private func schemaEmitter(
    for request: Request, of source: Source, named name: String
  ) -> SchemaEmitter {
    var emitter = schemaEmitter(of: source)
    if ConnectionSpecificationField.isOwn(in: request, of: source) {
      emitter.connectionSpecification = Expression.type(.named([name]))
        .member("connectionSpecification")
      emitter.ownSpecification = source.connectionSpecifications.first
    }
    return emitter
  }

  private func documentation(of request: Request) -> Documentation {
    let path = RequestPath.template(request.operation, parameters: request.pathParameters)
    var blocks: [Documentation.Block] = DocumentationText.paragraphs(request.documentation)
      .map { .paragraph($0) }
    if blocks.isEmpty { blocks.append(.paragraph(DocumentationText.line(request.title + "."))) }
    blocks.append(.paragraph(.init([.code(path)])))
    blocks += CorrectionNote.paragraphs(request.examples.flatMap(\.provenance.corrections))
    blocks.append(links.block(request.provenance, title: request.title))
    return Documentation(blocks)
  }
}
