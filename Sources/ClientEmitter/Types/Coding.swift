import SwiftDeclarations

/// The two functions of `Codable`.
enum Coding {
  /// `init(from:)`
  static func decoding(_ body: [Statement], access: AccessLevel?) -> Function {
    Function(
      .initializer,
      parameters: [
        Function.Parameter(label: "from", name: "decoder", .existential("Decoder"))
      ],
      throwing: .anything,
      documentation: Documentation(
        "Reads the value from its form on the wire.",
        parameters: [.init("decoder", "What reads it.")]),
      modifiers: Modifiers(access: access), body: body)
  }

  /// `encode(to:)`
  static func encoding(_ body: [Statement], access: AccessLevel?) -> Function {
    Function(
      .function("encode"),
      parameters: [Function.Parameter(label: "to", name: "encoder", .existential("Encoder"))],
      throwing: .anything,
      documentation: Documentation(
        "Writes the value in its form on the wire.",
        parameters: [.init("encoder", "What writes it.")]),
      modifiers: Modifiers(access: access), body: body)
  }
}
