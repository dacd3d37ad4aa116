import ConnectorModel
import SwiftDeclarations

/// The path of an operation, cut at its parameters.
struct RequestPath {
  enum Part: Hashable {
    case text(String)
    /// An index into the path parameters.
    case parameter(Int)
  }

  private(set) var parts: [Part] = []

  /// - Parameter count: How many parameters there are; a place beyond them stays text.
  init(_ path: String, count: Int) {
    var text: [UInt8] = []
    var index = 0
    let bytes = Array(path.utf8)
    var position = 0
    while position < bytes.count {
      let isPlace =
        bytes[position] == UInt8(ascii: "{") && position + 1 < bytes.count
        && bytes[position + 1] == UInt8(ascii: "}") && index < count
      guard isPlace else {
        text.append(bytes[position])
        position += 1
        continue
      }
      if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
      parts.append(.parameter(index))
      index += 1
      position += 2
    }
    if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
  }

  /// Method and path as people write them: `GET /connections/{connectionID}`.
  static func template(_ key: OperationKey, parameters: [Parameter]) -> String {
    var result = key.method + " "
    for part in RequestPath(key.path, count: parameters.count).parts {
      switch part {
      case .text(let text): result += text
      case .parameter(let index): result += "{" + EmittedName.member(parameters[index].name) + "}"
      }
    }
    return result
  }
}
