import ConnectorModel
import ModelDiff
import Testing

/// A single change of the sample, with what has to be said of it.
struct Mutation: Sendable, CustomTestStringConvertible {
  var name: String
  /// `rule: class, class`, in any order; documentation left out unless it is all.
  var expected: Set<String>
  var apply: @Sendable (inout ConnectorModel) -> Void

  var testDescription: String { name }

  init(
    _ name: String, _ expected: String..., apply: @escaping @Sendable (inout ConnectorModel) -> Void
  ) {
    self.name = name
    self.expected = Set(expected)
    self.apply = apply
  }

  var model: ConnectorModel {
    var model = Sample.model
    apply(&model)
    return model
  }

  static func described(_ comparison: ModelComparison) -> Set<String> {
    let changes = comparison.changes.filter { !$0.classes.contains(.documentation) }
    let shown = changes.isEmpty ? comparison.changes : changes
    return Set(
      shown.map { "\($0.rule.rawValue): \($0.classes.map(\.rawValue).joined(separator: ", "))" })
  }
}

// MARK: - Short ways to change a model

extension ConnectorModel {
  mutating func source(_ change: (inout Source) -> Void) {
    for index in sources.indices where sources[index].key == Sample.key { change(&sources[index]) }
  }

  mutating func authentication(_ number: Int, _ change: (inout Authentication) -> Void) {
    source { change(&$0.authentications[number]) }
  }

  mutating func credential(_ name: String, _ change: (inout Property) -> Void) {
    source { source in
      for index in source.authentications.indices {
        source.authentications[index].fields.change(name, change)
      }
    }
  }

  /// Changes an operation and the request of the source that is made of it.
  mutating func operation(_ operation: Operation, _ change: (inout Operation) -> Void) {
    for index in operations.indices where operations[index].key == operation.key {
      change(&operations[index])
    }
  }

  mutating func request(_ operation: Operation, _ change: (inout Request) -> Void) {
    source { source in
      for index in source.requests.indices where source.requests[index].operation == operation.key {
        change(&source.requests[index])
      }
    }
  }

  mutating func body(_ operation: Operation, _ change: (inout [Property]) -> Void) {
    request(operation) { $0.body?.properties(change) }
  }

  /// Changes the table whose first row has that name.
  mutating func table(_ name: String, _ change: (inout PageTable) -> Void) {
    guard var tables else { return }
    for index in tables.indices where tables[index].rows.first?.cells.first == name {
      change(&tables[index])
    }
    self.tables = tables
  }

  /// Changes the payload with that title.
  mutating func payload(_ title: String, _ change: (inout Payload) -> Void) {
    for index in payloads.indices where payloads[index].title == title {
      change(&payloads[index])
    }
  }

  mutating func response(_ operation: Operation, _ change: (inout [Property]) -> Void) {
    self.operation(operation) { $0.response?.properties(change) }
  }
}

extension Schema {
  /// Changes the fields of an object, or of those in an array.
  mutating func properties(_ change: (inout [Property]) -> Void) {
    switch self {
    case .object(var object):
      change(&object.properties)
      self = .object(object)
    case .array(var element):
      element.properties(change)
      self = .array(element)
    default: break
    }
  }
}

extension [Property] {
  /// Lets two fields change places, if both are there.
  mutating func exchange(_ one: String, _ other: String) {
    guard let first = firstIndex(where: { $0.name == one }),
      let second = firstIndex(where: { $0.name == other })
    else { return }
    swapAt(first, second)
  }

  mutating func change(_ name: String, _ change: (inout Property) -> Void) {
    for index in indices where self[index].name == name { change(&self[index]) }
  }
}

extension [Parameter] {
  mutating func change(_ name: String, _ change: (inout Parameter) -> Void) {
    for index in indices where self[index].name == name { change(&self[index]) }
  }
}
