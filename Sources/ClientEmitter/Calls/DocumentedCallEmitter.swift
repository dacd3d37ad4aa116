import ConnectorModel
import SwiftDeclarations

/// The files of the module with the documented calls: one a page, and a list of all.
///
/// Who uses the client does not need them. They show that each documented example can be said with
/// its types, and how.
struct DocumentedCallEmitter {
  var options: EmitterOptions
  /// The module's name, which is its folder's too.
  var module: String
  var links: PageLink
  /// Names that the types of the pages must not hide.
  var taken: Set<String>

  /// Calls are for other modules of the same package.
  private let access = AccessLevel.package

  func files(_ calls: [ExampleCall]) -> [SwiftFile] {
    var pages: [String: [ExampleCall]] = [:]
    for call in calls { pages[call.example.provenance.page, default: []].append(call) }
    var scope = NameScope(reserved: ReservedNames.moduleTypes.union(taken).union([module]))
    var files: [SwiftFile] = []
    var names: [String] = []
    for page in pages.keys.sorted() {
      let name = scope.claim(Self.name(of: page))
      names.append(name)
      let calls = (pages[page] ?? []).sorted { $0.example.provenance < $1.example.provenance }
      files.append(file(of: page, calls, named: name))
    }
    files.append(list(of: names))
    files.append(value)
    return files
  }

  /// `sources/tutorials/api/create/crm/salesforce.md` is `CreateCRMSalesforcePage`.
  static func name(of page: String) -> String {
    EmittedName.type(PageLink.words(of: page)) + "Page"
  }

  // MARK: - A page

  private func file(of page: String, _ calls: [ExampleCall], named name: String) -> SwiftFile {
    var functions = NameScope(reserved: ReservedNames.members.union(["calls"]))
    var members: [Declaration] = []
    var entries: [Expression] = []
    var index = -1
    var last: Provenance?
    for item in calls {
      // A source's function and that of the operation may both make one example.
      if item.example.provenance != last { index += 1 }
      last = item.example.provenance
      let anchor = item.example.provenance.anchor ?? ""
      let function = functions.claim(FieldNaming.member(anchor.isEmpty ? "request" : anchor))
      guard let call = item.call else {
        members.append(.comment("The types cannot say what is sent below #\(anchor)."))
        continue
      }
      members.append(.function(declaration(of: item, call, named: function)))
      entries.append(
        .call(
          .identifier("DocumentedCall"),
          [
            .init("page", .string(page)), .init("index", .integer(Int64(index))),
            .init("name", .string(function)), .init("request", .call(.identifier(function), [])),
          ]))
    }
    let list = SwiftDeclarations.Property(
      "calls", .array("DocumentedCall"), .computed(get: [.expression(.array(entries))]),
      documentation: "The calls in the order of the page.",
      modifiers: Modifiers(access: access, isStatic: true))
    let title = links.titles[page] ?? PageLink.published(page)
    let namespace = Declaration.type(
      TypeDeclaration(
        .enumeration, name,
        documentation: Documentation([
          .paragraph("The requests of a page."),
          .aside("SeeAlso", .init([.link(title, destination: links.url(of: page))])),
        ]),
        modifiers: Modifiers(access: access, isNonisolated: true),
        members: members + [.property(list)]))
    let imports: [Import] = [
      .module(RuntimeTypes.module, access: access), .module(options.moduleName, access: access),
    ]
    return SwiftFile(
      path: "\(module)/\(name).swift", header: FileHeader.lines(page: page), imports: imports,
      declarations: [namespace])
  }

  private func declaration(
    of item: ExampleCall, _ call: Expression, named name: String
  ) -> Function {
    let provenance = item.example.provenance
    let documentation = Documentation(
      [.paragraph(.init([.code(item.template)]))]
        + CorrectionNote.paragraphs(provenance.corrections)
        + [links.block(provenance, title: nil)])
    var body: [Statement] = [.expression(call)]
    if !item.headers.isEmpty {
      body = [.variable("request", nil, call)]
      for header in item.headers {
        body.append(
          .expression(
            Expression.identifier("request").calling(
              "addHeader", .init(nil, .string(header.name)), .init(nil, .string(header.value)))))
      }
      body.append(.return(.identifier("request")))
    }
    return Function(
      .function(name), result: RuntimeTypes.request(item.response), documentation: documentation,
      modifiers: Modifiers(access: access, isStatic: true), body: body)
  }

  // MARK: - All pages

  private func list(of names: [String]) -> SwiftFile {
    let pages = Expression.array(names.map { .member(.type(.named([$0])), "calls") })
    let all = SwiftDeclarations.Property(
      "all", .array("DocumentedCall"),
      .computed(get: [
        .constant("pages", .array(.array("DocumentedCall")), pages),
        .return(.raw("pages.flatMap(\\.self)")),
      ]),
      documentation: "The calls of all pages.",
      modifiers: Modifiers(access: access, isStatic: true))
    return SwiftFile(
      path: "\(module)/DocumentedCall+All.swift", header: FileHeader.lines(page: nil),
      declarations: [
        .extension(ExtensionDeclaration("DocumentedCall", members: [.property(all)]))
      ])
  }

  /// The type of an entry of the list.
  private var value: SwiftFile {
    let fields: [(name: String, type: TypeReference, text: Documentation)] = [
      ("page", RuntimeTypes.string, "The path of the page."),
      ("index", RuntimeTypes.integer, "How many examples stand before it on the page."),
      ("name", RuntimeTypes.string, "The function that makes the call."),
      (
        "request", RuntimeTypes.request(RuntimeTypes.emptyResponse),
        "The request, without a way to read what comes back."
      ),
    ]
    var members: [Declaration] = []
    for field in fields {
      members.append(
        .property(
          SwiftDeclarations.Property(
            field.name, field.type, .variable(), documentation: field.text,
            modifiers: Modifiers(access: access))))
    }
    let request = Expression.identifier("request")
    let parts = ["method", "base", "path", "query", "headers", "body", "sendsCredentials"]
    let untyped = Expression.call(
      .type(RuntimeTypes.request(RuntimeTypes.emptyResponse)),
      parts.map { Expression.Argument($0, request.member($0)) })
    members.append(
      .function(
        Function(
          .initializer, genericParameters: [GenericParameter("Response")],
          parameters: fields.dropLast().map { Function.Parameter($0.name, $0.type) }
            + [Function.Parameter("request", RuntimeTypes.request("Response"))],
          documentation: "Keeps a call.", modifiers: Modifiers(access: access),
          body: fields.dropLast().map {
            .assignment(.property($0.name), .identifier($0.name))
          } + [.assignment(.property("request"), untyped)])))
    return SwiftFile(
      path: "\(module)/DocumentedCall.swift", header: FileHeader.lines(page: nil),
      imports: [.module(RuntimeTypes.module, access: access)],
      declarations: [
        .type(
          TypeDeclaration(
            .structure, "DocumentedCall", conformances: ["Sendable"],
            documentation: "A request that a page shows, made with the types of the client.",
            modifiers: Modifiers(access: access, isNonisolated: true), members: members))
      ])
  }
}
