import CurlReader
import Diagnostics
import JSONReader

/// JSON in Base64 that a URL carries, with keys that the page knows nothing of.
struct EncodedParameterCheck {
  /// Longer values are no examples for a reader, and neither are more of them.
  private static let longest = 4096
  private static let most = 100

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var encoded: [(request: RequestFact, item: QueryItem, keys: [String], text: String)] = []
    for request in context.facts.requests {
      for item in QueryItem.items(of: request.url) {
        guard encoded.count < most, let (keys, text) = decoded(item.value) else { continue }
        encoded.append((request, item, keys, text))
      }
    }
    guard !encoded.isEmpty else { return [] }
    let known = knownNames(context)
    return encoded.compactMap { request, item, keys, text in
      guard let url = request.curl.url, !keys.contains(where: known.contains),
        !explains(context, keys)
      else { return nil }
      return .nameMismatch(
        at: url.sourceRange, "\(item.name) \(keys.joined(separator: " "))",
        "\(item.name) decodes to \(text), and the page documents none of its keys",
        assumption: "an example value", remedy: "encode the parameters that the page documents")
    }
  }

  /// The keys of the object that a value stands for.
  private static func decoded(_ value: String) -> (keys: [String], text: String)? {
    // Percent signs stand for the padding, if for anything.
    let value = value.prefix { $0 != "%" }
    guard value.utf8.count >= 8, value.utf8.count <= longest, let bytes = Base64.decode(value),
      bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}"),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let reading = JSONReader.read(MappedText(text))
    guard reading.diagnostics.isEmpty, let members = reading.root?.members, !members.isEmpty else {
      return nil
    }
    return (members.map(\.key), text)
  }

  /// Names of rows, and of fields in bodies, responses and loose JSON.
  private static func knownNames(_ context: CheckContext) -> Set<String> {
    var names: Set<String> = []
    for table in context.facts.tables {
      for row in table.rows { names.formUnion(FieldPath(row.name).parts) }
    }
    for request in context.facts.requests { request.json?.collectKeys(into: &names) }
    for response in context.facts.responses { response.json?.collectKeys(into: &names) }
    for loose in context.scan.looseJSON { loose.node.collectKeys(into: &names) }
    return names
  }

  /// Whether a row shows one of the keys inside an example.
  private static func explains(_ context: CheckContext, _ keys: [String]) -> Bool {
    context.facts.tables.contains { table in
      table.rows.contains { row in keys.contains { row.description.contains($0) } }
    }
  }
}

extension JSONNode {
  fileprivate func collectKeys(into keys: inout Set<String>) {
    for element in elements ?? [] { element.collectKeys(into: &keys) }
    for member in members ?? [] {
      keys.insert(member.key)
      member.value.collectKeys(into: &keys)
    }
  }
}
