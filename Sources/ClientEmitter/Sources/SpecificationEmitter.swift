import ConnectorModel
import SwiftDeclarations

/// The connection specifications of a source.
struct SpecificationEmitter {
  var access: AccessLevel?

  func declarations(of source: Source) -> [Declaration] {
    guard let first = source.connectionSpecifications.first else { return [] }
    var paragraphs: [Documentation.Text] = [
      .init("The connection specification of \(source.name).")
    ]
    if !first.isValidUUID {
      paragraphs.append("As the page gives it, though it is no valid UUID.")
    }
    if first.isUncertain {
      paragraphs.append("The page gives several identifiers; this one is the most likely.")
    }
    paragraphs += CorrectionNote.texts(first.provenance.corrections)
    var result = [
      constant(
        "connectionSpecification", RuntimeTypes.connectionSpecification, Self.value(first),
        paragraphs)
    ]
    let others = source.connectionSpecifications.dropFirst()
    if !others.isEmpty {
      result.append(
        constant(
          "alternativeConnectionSpecifications", .array(RuntimeTypes.connectionSpecification),
          .array(others.map { Self.value($0) }),
          [.init("Other connection specifications that the page gives for \(source.name).")]
            + CorrectionNote.texts(others.flatMap(\.provenance.corrections))))
    }
    return result
  }

  private func constant(
    _ name: String, _ type: TypeReference, _ value: Expression,
    _ paragraphs: [Documentation.Text]
  ) -> Declaration {
    .property(
      SwiftDeclarations.Property(
        name, type, .constant(value),
        documentation: Documentation(paragraphs.map { .paragraph($0) }),
        modifiers: Modifiers(access: access, isStatic: true)))
  }

  static func value(_ specification: ConnectionSpecification) -> Expression {
    var arguments: [Expression.Argument] = [.init("id", .string(specification.id))]
    if let version = specification.version { arguments.append(.init("version", .string(version))) }
    return .call(.type(RuntimeTypes.connectionSpecification), arguments)
  }
}
