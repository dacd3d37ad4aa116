import ConnectorModel
import SwiftDeclarations

/// Name spaces for what a page shows as requests and no command sends: one for each payload, with
/// its type and that of what answers it.
struct PayloadEmitter {
  /// A payload with its index in the model.
  typealias Member = (index: Int, payload: Payload)

  struct Emitted {
    var declarations: [Declaration] = []
    var payloads: [EmittedPayload] = []
    var findings: [EmitterFinding] = []
  }

  static let bodyName = "Payload"
  static let responseName = "Response"

  var access: AccessLevel?
  var links: PageLink
  var types: SchemaEmitter

  /// - Parameters:
  ///   - members: All those of one page, in page order.
  ///   - namespace: The type that they are declared in.
  ///   - reserved: Names that the name spaces must not have.
  func emit(_ members: [Member], in namespace: String, reserved: Set<String>) -> Emitted {
    // What answers a request that failed is of no type.
    let members = members.filter { $0.payload.body != nil || $0.payload.response != nil }
    let naming = PayloadNaming(members.map(\.payload), reserved: reserved)
    var emitted = Emitted(findings: naming.findings)
    for (member, name) in zip(members, naming.names) {
      let payload = member.payload
      emitted.declarations.append(.mark(payload.title))
      emitted.declarations.append(declaration(of: payload, named: name))
      let path = [namespace, name]
      emitted.payloads.append(
        EmittedPayload(
          index: member.index, path: path,
          body: payload.body.map { _ in .named(path + [Self.bodyName]) },
          response: payload.response.map { _ in .named(path + [Self.responseName]) }))
    }
    return emitted
  }

  private func declaration(of payload: Payload, named name: String) -> Declaration {
    var members: [Declaration] = []
    if let body = payload.body {
      members += types.document(body, named: Self.bodyName, documentation: "What is sent.")
    }
    if let response = payload.response {
      members += types.document(
        response, named: Self.responseName, documentation: "What answers it.")
    }
    return .type(
      TypeDeclaration(
        .enumeration, name, documentation: documentation(of: payload),
        modifiers: Modifiers(access: access), members: members))
  }

  private func documentation(of payload: Payload) -> Documentation {
    var blocks: [Documentation.Block] = DocumentationText.paragraphs(payload.documentation)
      .map { .paragraph($0) }
    if blocks.isEmpty { blocks.append(.paragraph(DocumentationText.line(payload.title + "."))) }
    let text: Documentation.Text =
      payload.body == nil
      ? "The page shows this answer, and no request that it answers."
      : "The page shows this payload, and no command that sends it."
    blocks.append(.paragraph(text))
    blocks += CorrectionNote.paragraphs(
      payload.examples.flatMap(\.provenance.corrections)
        + payload.responseExamples.flatMap(\.provenance.corrections))
    blocks.append(links.block(payload.provenance, title: payload.title))
    return Documentation(blocks)
  }
}
