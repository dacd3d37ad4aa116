import FlowServiceRuntime

/// A condition such as `flowId==6070bb5b` of the query parameter `property`.
struct ListFilter: Hashable, Sendable {
  enum Comparison: String, CaseIterable {
    // The longer ones first, as they begin like the others.
    case equal = "=="
    case unequal = "!="
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
  }

  var path: [String]
  var comparison: Comparison
  /// One of these is enough.
  var values: [String]

  init(_ text: String) throws(ServiceError) {
    if text.contains("~") {
      throw .invalid("1440-400", "The operator '~' has not been built yet.")
    }
    let scalars = Array(text)
    guard let start = scalars.firstIndex(where: { "=!<>".contains($0) }), start > 0,
      let comparison = Comparison.allCases.first(where: {
        scalars[start...].starts(with: Array($0.rawValue))
      })
    else {
      throw .invalid(
        "1453-400", "The query param holds the query value \(text), which is not valid.")
    }
    let value = String(scalars[(start + comparison.rawValue.count)...])
    let values = value.split(separator: ",", omittingEmptySubsequences: false).map(Self.unquoted)
    guard !value.isEmpty, values.allSatisfy({ !$0.isEmpty }) else {
      throw .invalid(
        "1453-400", "The query param holds the query value \(text), which is not valid.")
    }
    if values.count > 1, comparison != .equal, comparison != .unequal {
      throw .invalid(
        "1443-400",
        "With more than one value, the operator '\(comparison.rawValue)' is not allowed.")
    }
    self.path = String(scalars[..<start]).split(separator: ".").map(String.init)
    self.comparison = comparison
    self.values = values
  }

  func matches(_ document: JSONValue) -> Bool {
    let found = Self.values(at: path[...], in: document)
    switch comparison {
    case .equal: return found.contains { values.contains(Self.text(of: $0)) }
    case .unequal: return !found.contains { values.contains(Self.text(of: $0)) }
    case .atLeast, .atMost, .above, .below: return found.contains(where: isInOrder)
    }
  }

  private func isInOrder(_ value: JSONValue) -> Bool {
    guard let number = value.doubleValue, let bound = Double(values[0]) else { return false }
    return switch comparison {
    case .atLeast: number >= bound
    case .atMost: number <= bound
    case .above: number > bound
    default: number < bound
    }
  }

  /// What stands at a path; the elements of an array each count.
  private static func values(at path: ArraySlice<String>, in value: JSONValue) -> [JSONValue] {
    if let elements = value.arrayValue {
      return elements.flatMap { values(at: path, in: $0) }
    }
    guard let name = path.first else { return [value] }
    return value[name].map { values(at: path.dropFirst(), in: $0) } ?? []
  }

  private static func text(of value: JSONValue) -> String {
    value.stringValue ?? value.description
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return String(text) }
    return String(text.dropFirst().dropLast())
  }
}
