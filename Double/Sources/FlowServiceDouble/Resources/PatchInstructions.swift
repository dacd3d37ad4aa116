import FlowServiceRuntime

/// The instructions of a PATCH request (RFC 6902), of which the service knows three.
struct PatchInstructions: Hashable, Sendable {
  enum Operation: String {
    case add
    case replace
    case remove
  }

  struct Instruction: Hashable {
    var operation: Operation
    /// The tokens of the JSON Pointer.
    var path: [String]
    var value: JSONValue?
  }

  var instructions: [Instruction]

  init(_ body: JSONValue) throws(ServiceError) {
    guard let elements = body.arrayValue else {
      throw .invalid("The body of an update is an array of instructions.")
    }
    guard !elements.isEmpty else {
      throw .invalid("1405-400", "The body is null or has nothing in it. Send a body and repeat.")
    }
    var instructions: [Instruction] = []
    for element in elements { instructions.append(try Self.instruction(element)) }
    self.instructions = instructions
  }

  private static func instruction(_ element: JSONValue) throws(ServiceError) -> Instruction {
    guard let name = element["op"]?.stringValue, let path = element["path"]?.stringValue else {
      throw .invalid("An instruction of an update needs 'op' and 'path'.")
    }
    guard let operation = Operation(rawValue: name.lowercased()) else {
      throw .invalid(
        "1434-400",
        "There is no operation '\(name)'. Use an operation type that exists and repeat.")
    }
    let value = element["value"]
    guard operation == .remove || value != nil else {
      throw .invalid("The operation '\(name)' needs a value.")
    }
    guard path.hasPrefix("/") else { throw missingField(path) }
    let tokens = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
      $0.replacing("~1", with: "/").replacing("~0", with: "~")
    }
    return Instruction(operation: operation, path: tokens.map(String.init), value: value)
  }

  /// The document with the instructions carried out, all or none.
  func applied(to document: JSONValue) throws(ServiceError) -> JSONValue {
    var result = document
    for instruction in instructions {
      result = try Self.apply(instruction, at: instruction.path[...], to: result)
    }
    return result
  }

  private static func apply(
    _ instruction: Instruction, at path: ArraySlice<String>, to value: JSONValue
  ) throws(ServiceError) -> JSONValue {
    guard let token = path.first else { return instruction.value ?? .null }
    let isLast = path.count == 1
    switch value {
    case .object(var members):
      if isLast, instruction.operation == .remove {
        guard members.removeValue(forKey: token) != nil else { throw missingField(token) }
        return .object(members)
      }
      if isLast, instruction.operation == .add {
        members[token] = instruction.value
        return .object(members)
      }
      guard let member = members[token] else { throw missingField(token) }
      members[token] = try apply(instruction, at: path.dropFirst(), to: member)
      return .object(members)
    case .array(var elements):
      if isLast, instruction.operation == .add, let value = instruction.value {
        let index = token == "-" ? elements.count : Int(token)
        guard let index, (0...elements.count).contains(index) else { throw missingField(token) }
        elements.insert(value, at: index)
        return .array(elements)
      }
      guard let index = Int(token), elements.indices.contains(index) else {
        throw missingField(token)
      }
      if isLast, instruction.operation == .remove {
        elements.remove(at: index)
        return .array(elements)
      }
      elements[index] = try apply(instruction, at: path.dropFirst(), to: elements[index])
      return .array(elements)
    default:
      throw missingField(token)
    }
  }

  private static func missingField(_ name: String) -> ServiceError {
    .invalid(
      "1455-400", "The patch instructions did not pass the check: there is no field \"\(name)\".")
  }
}
