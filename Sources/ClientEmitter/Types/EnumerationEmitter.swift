import SwiftDeclarations

/// Enumerations of text values that take values unknown today.
struct EnumerationEmitter {
  var access: AccessLevel?

  func enumeration(
    _ name: String, values: [String], documentation: Documentation
  ) -> Declaration {
    var seen: Set<String> = []
    let values = values.filter { seen.insert($0).inserted }
    let names = Self.names(values)
    var members: [Declaration] = []
    for value in values {
      members.append(constant(value, named: names[value] ?? "value", of: name))
    }
    members.append(
      .property(
        SwiftDeclarations.Property(
          "knownValues", .array(.named([name])),
          .constant(.array(values.map { .implicitMember(names[$0] ?? "value") })),
          documentation: "The documented values.",
          modifiers: Modifiers(access: access, isStatic: true))))
    members.append(
      .property(
        SwiftDeclarations.Property(
          "rawValue", RuntimeTypes.string, .variable(), documentation: "The value on the wire.",
          modifiers: Modifiers(access: access))))
    members.append(initializer)
    return .type(
      TypeDeclaration(
        .structure, name, conformances: [RuntimeTypes.openEnumeration],
        documentation: documentation, modifiers: Modifiers(access: access), members: members))
  }

  /// The names of the constants by value.
  static func names(_ values: [String]) -> [String: String] {
    var scope = NameScope(reserved: ReservedNames.members.union(["knownValues"]))
    return scope.claim(values, named: Self.valueName)
  }

  private func constant(_ value: String, named name: String, of type: String) -> Declaration {
    .property(
      SwiftDeclarations.Property(
        name, .named([type]), .constant(.string(value)),
        documentation: documentation(of: value),
        modifiers: Modifiers(access: access, isStatic: true)))
  }

  private func documentation(of value: String) -> Documentation {
    if value.allSatisfy(\.isWhitespace) { return "A blank text." }
    return Documentation(Documentation.Text([.code(value)]))
  }

  private var initializer: Declaration {
    .function(
      Function(
        .initializer, parameters: [Function.Parameter("rawValue", RuntimeTypes.string)],
        documentation: Documentation(
          "Creates a value, documented or not.",
          parameters: [.init("rawValue", "The value on the wire.")]),
        modifiers: Modifiers(access: access),
        body: [.assignment(.property("rawValue"), .identifier("rawValue"))]))
  }

  private static func valueName(_ value: String) -> String {
    value.isEmpty ? "empty" : EmittedName.enumCase(value)
  }
}
