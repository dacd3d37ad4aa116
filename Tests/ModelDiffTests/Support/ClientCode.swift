import ClientEmitter
import ConnectorModel
import SwiftDeclarations

/// A client that uses all that is public in the way users do: it reads and sets every property,
/// calls every function with all of its arguments and with as few as it may, switches over all cases
/// and names all constants.
///
/// It compiles against the code of its own model. If it compiles against that of another one, nothing
/// that a user can write down here has changed.
struct ClientCode {
  private(set) var text = "import FlowServiceRuntime\nimport HTTPTypes\n"
  /// The qualified names of the types.
  private var typeNames: Set<String> = []
  /// The type that is written.
  private var path: [String] = []

  init(_ model: ConnectorModel) {
    let declarations = ClientEmitter.declare(model, options: EmitterOptions()).files
      .flatMap(\.declarations)
    for declaration in declarations { collect(declaration, in: []) }
    for declaration in declarations { write(declaration, in: []) }
  }

  private mutating func collect(_ declaration: Declaration, in scope: [String]) {
    switch declaration {
    case .type(let type):
      typeNames.insert((scope + [type.name]).joined(separator: "."))
      for member in type.members { collect(member, in: scope + [type.name]) }
    case .typealias(let alias):
      typeNames.insert((scope + [alias.name]).joined(separator: "."))
    default: break
    }
  }

  /// A type in full: what is nested beside a type is not known in an extension of it.
  private func name(_ type: TypeReference) -> String { qualified(type).rendered }

  private func qualified(_ type: TypeReference) -> TypeReference {
    switch type {
    case .named(let parts, let arguments):
      var parts = parts
      for depth in stride(from: path.count, through: 0, by: -1) {
        let candidate = Array(path.prefix(depth)) + parts
        if typeNames.contains(candidate.joined(separator: ".")) {
          parts = candidate
          break
        }
      }
      return .named(parts, arguments: arguments.map(qualified))
    case .optional(let wrapped): return .optional(qualified(wrapped))
    case .array(let element): return .array(qualified(element))
    case .dictionary(let key, let value):
      return .dictionary(key: qualified(key), value: qualified(value))
    default: return type
    }
  }

  private mutating func write(_ declaration: Declaration, in scope: [String]) {
    if case .extension(let type) = declaration {
      write(type.members, of: [type.extendedType.rendered])
    }
    guard case .type(let type) = declaration, type.modifiers.access == .public else { return }
    write(type.members, of: scope + [type.name])
  }

  private mutating func write(_ members: [Declaration], of path: [String]) {
    self.path = path
    text += "extension \(path.joined(separator: ".")) {\n"
    var number = 0
    var cases: [EnumCase] = []
    for member in members {
      number += 1
      switch member {
      case .property(let property) where property.modifiers.access == .public:
        write(property, number)
      case .function(let function) where function.modifiers.access == .public:
        write(function, number)
      case .enumCase(let enumCase): cases.append(enumCase)
      case .typealias(let alias):
        // Whoever names the type has to get the same one.
        text +=
          "  static func use\(number)(_ x: \(alias.name)) { let _: \(name(alias.type)) = x }\n"
      default: break
      }
    }
    if !cases.isEmpty { write(cases) }
    text += "}\n"
    for member in members { write(member, in: path) }
  }

  private mutating func write(_ property: SwiftDeclarations.Property, _ number: Int) {
    let type = property.type.map(name) ?? "Never"
    if property.modifiers.isStatic {
      text += "  static func use\(number)() { let _: \(type) = Self.\(property.name) }\n"
      return
    }
    text += "  static func use\(number)(_ x: Self) { let _: \(type) = x.\(property.name) }\n"
    if case .variable = property.content {
      text +=
        "  static func set\(number)(_ x: inout Self, _ y: \(type)) { x.\(property.name) = y }\n"
    }
  }

  private mutating func write(_ function: Function, _ number: Int) {
    guard case .never = function.throwing else { return }
    let all = function.parameters
    let few = all.filter { $0.defaultValue == nil }
    for (count, parameters) in [all, few].enumerated() {
      let declared = parameters.enumerated().map {
        "_ x\($0.offset): \(self.name($0.element.type))"
      }
      let given = parameters.enumerated().map { index, parameter in
        parameter.label.map { "\($0): x\(index)" } ?? "x\(index)"
      }
      let result = function.result.map(self.name) ?? "Self"
      let name: String
      switch function.name {
      case .function(let text): name = "Self." + text
      case .initializer, .failableInitializer: name = "Self"
      }
      text += "  static func call\(number)_\(count)(\(declared.joined(separator: ", "))) {\n"
      text += "    let _: \(result) = \(name)(\(given.joined(separator: ", ")))\n  }\n"
    }
  }

  private mutating func write(_ cases: [EnumCase]) {
    text += "  static func switch_(_ x: Self) {\n    switch x {\n"
    for item in cases {
      let values = item.associatedValues
      let names = values.indices.map { "let x\($0)" }.joined(separator: ", ")
      text += "    case .\(item.name)\(values.isEmpty ? "" : "(\(names))"):\n"
      for (index, value) in values.enumerated() {
        text += "      let _: \(name(value.type)) = x\(index)\n"
      }
      if values.isEmpty { text += "      break\n" }
    }
    text += "    }\n  }\n"
  }
}
