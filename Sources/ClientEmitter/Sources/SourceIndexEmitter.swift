import ConnectorModel
import SwiftDeclarations

/// The file with the index of all sources.
struct SourceIndexEmitter {
  var options: EmitterOptions

  private var access: AccessLevel? { options.declarationAccess }

  func file(sources: [Source]) -> SwiftFile {
    let namespace = Declaration.type(
      TypeDeclaration(
        .enumeration, "SourceIndex", documentation: "All sources of this module.",
        modifiers: Modifiers(access: access, isNonisolated: true),
        members: [.property(list(sources)), .function(lookup), .type(entry)]))
    return SwiftFile(
      path: "SourceIndex.swift", header: FileHeader.lines(page: nil),
      imports: options.imports(hasRequests: false),
      declarations: [namespace])
  }

  private func list(_ sources: [Source]) -> SwiftDeclarations.Property {
    let links = PageLink(baseURL: options.pageBaseURL)
    var entries: [Expression] = []
    for source in sources {
      // Not the constants of the sources: a change of one of their files must not rebuild this one.
      let specifications = source.connectionSpecifications.map { SpecificationEmitter.value($0) }
      entries.append(
        .call(
          .type("Entry"),
          [
            .init("key", .string(source.key)), .init("name", .string(source.name)),
            .init("category", .string(source.category)),
            .init("connectionSpecifications", .array(specifications)),
            .init("page", .string(links.url(of: source.provenance.page))),
          ]))
    }
    return SwiftDeclarations.Property(
      "entries", .array("Entry"), .constant(.array(entries)),
      documentation: "The sources, sorted by key.",
      modifiers: Modifiers(access: access, isStatic: true))
  }

  private var lookup: Function {
    let identifiers = Expression.raw("$0.connectionSpecifications.contains { $0.id == identifier }")
    return Function(
      .function("entries"),
      parameters: [
        Function.Parameter(
          label: "connectionSpecificationID", name: "identifier", RuntimeTypes.string)
      ],
      result: .array("Entry"),
      documentation: Documentation(
        "The sources that use a connection specification.",
        parameters: [.init("identifier", "The specification's identifier.")]),
      modifiers: Modifiers(access: access, isStatic: true),
      body: [
        .block("entries.filter", [.expression(identifiers)])
      ])
  }

  private var entry: TypeDeclaration {
    let fields: [(name: String, type: TypeReference, text: Documentation)] = [
      ("key", RuntimeTypes.string, "The category and the name of the page."),
      ("name", RuntimeTypes.string, "The name, as a reader sees it."),
      ("category", RuntimeTypes.string, "The category that the documentation lists it in."),
      (
        "connectionSpecifications", .array(RuntimeTypes.connectionSpecification),
        "The connection specifications that the page gives, the most likely first."
      ),
      ("page", RuntimeTypes.string, "The address of the published page."),
    ]
    var members: [Declaration] = []
    for field in fields {
      members.append(
        .property(
          SwiftDeclarations.Property(
            field.name, field.type, .variable(), documentation: field.text,
            modifiers: Modifiers(access: access))))
    }
    return TypeDeclaration(
      .structure, "Entry", conformances: ["Hashable", "Sendable"],
      documentation: "A source.", modifiers: Modifiers(access: access), members: members)
  }
}
