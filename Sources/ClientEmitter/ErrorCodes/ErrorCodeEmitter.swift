import ConnectorModel
import SwiftDeclarations

/// The file with the documented error codes: a constant for each, what the pages say about it for
/// those who look a code up, and clients that do so by themselves.
struct ErrorCodeEmitter {
  var options: EmitterOptions
  var links: PageLink

  private var access: AccessLevel? { options.declarationAccess }

  /// A code with its name.
  private struct Row {
    var code: ErrorCode
    var name: String
  }

  /// - Returns: nil if there is no code.
  func file(_ codes: [ErrorCode]) -> SwiftFile? {
    let rows = Self.rows(codes)
    guard !rows.isEmpty else { return nil }
    var constants: [Declaration] = []
    for row in rows { constants.append(constant(row)) }
    return SwiftFile(
      path: "ErrorCodes.swift", header: FileHeader.lines(page: nil),
      imports: options.imports(hasRequests: false),
      declarations: [
        .extension(
          ExtensionDeclaration(
            RuntimeTypes.errorCode, modifiers: Modifiers(isNonisolated: true), members: constants)),
        .extension(
          ExtensionDeclaration(
            RuntimeTypes.errorCatalogue, modifiers: Modifiers(isNonisolated: true),
            members: [.property(catalogue(rows))])),
        ClientInitializer.declaration(access: access),
      ])
  }

  /// The codes in order, each once: the first of several rows about one code counts.
  private static func rows(_ codes: [ErrorCode]) -> [Row] {
    var seen: Set<String> = []
    let distinct = codes.filter { seen.insert($0.code).inserted }
    var scope = NameScope(reserved: ReservedNames.members)
    let sorted = distinct.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    return sorted.map { Row(code: $0, name: scope.claim(name(of: $0))) }
  }

  /// `1404-412`, "Version not matching" is `versionNotMatching1404`. Many codes have one message,
  /// and any two may have one some day, so that the number is always there.
  static func name(of code: ErrorCode) -> String {
    let message = code.message.isEmpty ? "error" : code.message
    let number = code.code.prefix { $0 != "-" }
    return FieldNaming.member(message) + EmittedName.type("x" + number).dropFirst()
  }

  private func constant(_ row: Row) -> Declaration {
    var blocks: [Documentation.Block] = [
      .paragraph(.init([.code(row.code.code), .plain(": " + Self.sentence(row.code.message))]))
    ]
    blocks += DocumentationText.paragraphs(row.code.remedy).map { .paragraph($0) }
    blocks.append(links.block(row.code.provenance, title: nil))
    return .property(
      SwiftDeclarations.Property(
        row.name, RuntimeTypes.errorCode, .constant(.string(row.code.code)),
        documentation: Documentation(blocks), modifiers: Modifiers(access: access, isStatic: true)))
  }

  private static func sentence(_ text: String) -> String {
    text.hasSuffix(".") || text.isEmpty ? text : text + "."
  }

  private func catalogue(_ rows: [Row]) -> SwiftDeclarations.Property {
    var entries: [Expression] = []
    for row in rows {
      var arguments: [Expression.Argument] = [
        .init("code", .implicitMember(row.name)), .init("message", .string(row.code.message)),
      ]
      if !row.code.remedy.isEmpty { arguments.append(.init("remedy", .string(row.code.remedy))) }
      entries.append(.call(.type("Entry"), arguments))
    }
    return SwiftDeclarations.Property(
      "documented", RuntimeTypes.errorCatalogue,
      .constant(.call(.type(RuntimeTypes.errorCatalogue), [.init(nil, .array(entries))])),
      documentation: "What the documentation says about the codes.",
      modifiers: Modifiers(access: access, isStatic: true))
  }
}
