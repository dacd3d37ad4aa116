import ConnectorModel
import SwiftDeclarations

/// The enumeration of a source's authentications, and a structure for each of them.
struct AuthenticationEmitter {
  var access: AccessLevel?
  var links: PageLink

  /// An authentication with what it is called, and its parameters as they are emitted.
  struct Case {
    var authentication: Authentication
    var names: AuthenticationNaming.Names
    /// The parameters, with all that carries a secret marked as one.
    var properties: [ModelProperty]
    var fields: [Field]
    /// The types that the fields need.
    var nested: [Declaration]
  }

  /// The authentications of a source with their names.
  ///
  /// - Parameter taken: Names of the module that the types must not hide.
  func cases(
    of source: Source, taken: Set<String>, overrides: [String: String]
  ) -> (cases: [Case], findings: [EmitterFinding]) {
    let (names, findings) = AuthenticationNaming.names(
      of: source, taken: taken, overrides: overrides)
    var cases: [Case] = []
    for (authentication, names) in zip(source.authentications, names) {
      let properties = Self.properties(of: authentication)
      let types = SchemaEmitter(access: access, authentication: RuntimeTypes.genericAuthentication)
      let (fields, nested) = types.fields(properties)
      cases.append(
        Case(
          authentication: authentication, names: names, properties: properties, fields: fields,
          nested: nested))
    }
    return (cases, findings)
  }

  /// A text with a secret in it is a secret.
  private static func properties(of authentication: Authentication) -> [ModelProperty] {
    var properties = authentication.fields
    for index in properties.indices {
      let carriesSecret = authentication.patterns.contains { pattern in
        pattern.field == properties[index].name && pattern.parameters.contains(where: \.isSecret)
      }
      if carriesSecret { properties[index].isSecret = true }
    }
    return properties
  }

  /// The declarations of a source's authentications; none if it has none.
  func declarations(of cases: [Case], source: Source) -> [Declaration] {
    guard !cases.isEmpty else { return [] }
    var declarations = [enumeration(of: cases, source: source)]
    for item in cases where !item.authentication.fields.isEmpty {
      declarations.append(structure(item))
    }
    return declarations
  }

  // MARK: - The enumeration

  private func enumeration(of cases: [Case], source: Source) -> Declaration {
    var members: [Declaration] = []
    for item in cases {
      members.append(.enumCase(enumCase(item)))
    }
    members.append(
      .enumCase(
        EnumCase(
          "other",
          associatedValues: [
            .init(label: "specName", RuntimeTypes.string),
            .init(label: "parameters", RuntimeTypes.jsonValue),
          ],
          documentation: "An authentication that the page does not document.")))
    members.append(.function(Coding.decoding(decoding(cases), access: access)))
    members.append(.function(Coding.encoding(encoding(cases), access: access)))
    members.append(
      StructureEmitter.codingKeys(
        [("specName", "specName")] + constantKeys(of: cases) + [("parameters", "params")]))
    return .type(
      TypeDeclaration(
        .enumeration, "Authentication", conformances: ["Codable", "Hashable", "Sendable"],
        documentation: Documentation(
          Documentation.Text("The ways to sign in to \(source.name).")),
        modifiers: Modifiers(access: access), members: members))
  }

  /// The keys of what some of the authentications send beside their names and parameters.
  private func constantKeys(of cases: [Case]) -> [(name: String, wireName: String)] {
    var names: [String] = []
    for constant in cases.flatMap(\.authentication.constants) where !names.contains(constant.name) {
      names.append(constant.name)
    }
    return names.map { (FieldNaming.member($0), $0) }
  }

  private func enumCase(_ item: Case) -> EnumCase {
    let text = Documentation.Text([.code(item.authentication.specName)])
    let values =
      item.authentication.fields.isEmpty
      ? [] : [EnumCase.AssociatedValue(.named([item.names.typeName]))]
    return EnumCase(
      item.names.caseName, associatedValues: values, documentation: Documentation(text))
  }

  private func decoding(_ cases: [Case]) -> [Statement] {
    let container = Expression.identifier("container")
    var switchCases: [Statement.SwitchCase] = []
    var seen: Set<String> = []
    for item in cases where seen.insert(item.authentication.specName).inserted {
      var value = Expression.implicitMember(item.names.caseName)
      if !item.authentication.fields.isEmpty {
        let parameters = container.calling(
          "decode", Expression.Argument(nil, .typeValue(.named([item.names.typeName]))),
          Expression.Argument("forKey", .implicitMember("parameters")))
        value = .call(value, [Expression.Argument(nil, .try(parameters))])
      }
      switchCases.append(
        .init(
          [.value(.string(item.authentication.specName))], [.assignment(.current, value)]))
    }
    let parameters = container.calling(
      "decodeIfPresent", Expression.Argument(nil, .typeValue(RuntimeTypes.jsonValue)),
      Expression.Argument("forKey", .implicitMember("parameters")))
    let other = Expression.call(
      .implicitMember("other"),
      [
        Expression.Argument("specName", .identifier("specName")),
        Expression.Argument(
          "parameters", .binary(.identifier("parameters"), "??", .implicitMember("null"))),
      ])
    switchCases.append(
      .default([
        .constant("parameters", nil, .try(parameters)),
        .assignment(.current, other),
      ]))
    return [
      .constant("container", nil, .try(keyedContainer("decoder"))),
      .constant(
        "specName", nil,
        .try(
          container.calling(
            "decode", Expression.Argument(nil, .typeValue(RuntimeTypes.string)),
            Expression.Argument("forKey", .implicitMember("specName"))))),
      .switch(.identifier("specName"), switchCases),
    ]
  }

  private func encoding(_ cases: [Case]) -> [Statement] {
    var switchCases: [Statement.SwitchCase] = []
    for item in cases {
      let own =
        [encode(.string(item.authentication.specName), forKey: "specName")]
        + item.authentication.constants.map {
          encode(value(of: $0), forKey: FieldNaming.member($0.name))
        }
      if item.authentication.fields.isEmpty {
        let empty = Expression.call(
          .type(.dictionary(key: RuntimeTypes.string, value: RuntimeTypes.string)), [])
        switchCases.append(
          .init(
            [.enumCase(item.names.caseName, bindings: [])],
            own + [encode(empty, forKey: "parameters")]))
      } else {
        switchCases.append(
          .init(
            [.enumCase(item.names.caseName, bindings: ["parameters"])],
            own + [encode(.identifier("parameters"), forKey: "parameters")]))
      }
    }
    switchCases.append(
      .init(
        [.enumCase("other", bindings: ["specName", "parameters"])],
        [
          encode(.identifier("specName"), forKey: "specName"),
          encode(.identifier("parameters"), forKey: "parameters"),
        ]))
    return [
      .variable("container", nil, keyedContainer("encoder")),
      .switch(.current, switchCases),
    ]
  }

  private func value(of constant: Authentication.Constant) -> Expression {
    switch constant.value {
    case .string(let text): .string(text)
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    }
  }

  private func keyedContainer(_ coder: String) -> Expression {
    Expression.identifier(coder).calling(
      "container", Expression.Argument("keyedBy", .typeValue("CodingKeys")))
  }

  private func encode(_ value: Expression, forKey key: String) -> Statement {
    .expression(
      .try(
        Expression.identifier("container").calling(
          "encode", Expression.Argument(nil, value),
          Expression.Argument("forKey", .implicitMember(key)))))
  }

  // MARK: - The structures

  private func structure(_ item: Case) -> Declaration {
    let authentication = item.authentication
    let patterns = ConnectionStringEmitter(access: access)
      .declarations(of: authentication.patterns, fields: item.fields)
    return StructureEmitter(access: access).structure(
      item.names.typeName, fields: item.fields, documentation: documentation(of: authentication),
      nested: patterns.initializers + patterns.types + item.nested)
  }

  private func documentation(of authentication: Authentication) -> Documentation {
    var blocks: [Documentation.Block] = [
      .paragraph(
        .init([.plain("The parameters of "), .code(authentication.specName), .plain(".")]))
    ]
    blocks += CorrectionNote.paragraphs(authentication.provenance.corrections)
    blocks.append(
      links.block(
        authentication.provenance, title: authentication.title ?? authentication.specName))
    return Documentation(blocks)
  }
}
