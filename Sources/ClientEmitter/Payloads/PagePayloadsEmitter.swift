import ConnectorModel
import SwiftDeclarations

/// The files of pages that are about no source and show payloads, one a page.
struct PagePayloadsEmitter {
  var options: EmitterOptions
  var links: PageLink

  struct Emitted {
    var files: [SwiftFile] = []
    var names: [String] = []
    var payloads: [EmittedPayload] = []
    var findings: [EmitterFinding] = []
  }

  private var access: AccessLevel? { options.declarationAccess }

  /// - Parameters:
  ///   - pages: The payloads by page, the pages sorted by path.
  ///   - reserved: Names that mean something else in the module.
  func emit(
    _ pages: [(page: String, members: [PayloadEmitter.Member])], reserved: Set<String>
  ) -> Emitted {
    var result = Emitted()
    let names = Self.names(of: pages.map(\.page), reserved: reserved)
    for ((page, members), name) in zip(pages, names) {
      let types = SchemaEmitter(access: access, authentication: RuntimeTypes.genericAuthentication)
      let emitted = PayloadEmitter(access: access, links: links, types: types).emit(
        members, in: name, reserved: ReservedNames.moduleTypes.union([name]))
      guard !emitted.declarations.isEmpty else { continue }
      result.names.append(name)
      result.payloads += emitted.payloads
      result.findings += emitted.findings
      let namespace = Declaration.type(
        TypeDeclaration(
          .enumeration, name,
          documentation: Documentation([
            .paragraph("What the page shows as requests, and no command of it sends."),
            links.block(Provenance(page: page, line: 1), title: nil),
          ]),
          modifiers: Modifiers(access: access, isNonisolated: true),
          members: emitted.declarations))
      result.files.append(
        SwiftFile(
          path: "Payloads/\(name).swift", header: FileHeader.lines(page: page),
          imports: [namespace].nameRuntime ? options.imports(hasRequests: false) : [],
          declarations: [namespace]))
    }
    return result
  }

  /// Names made of the whole path, so that no page renames what belongs to another one.
  private static func names(of pages: [String], reserved: Set<String>) -> [String] {
    var scope = NameScope(reserved: reserved)
    return pages.map { scope.claim(EmittedName.type(PageLink.words(of: $0) + " payloads")) }
  }
}
