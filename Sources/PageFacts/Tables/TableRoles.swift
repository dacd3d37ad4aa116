import JSONReader

/// Tells what the rows of a table are by its header, its names and what stands before it.
struct TableRoles {
  /// The fence before a table.
  enum Fence {
    case apiFormat
    case request(Int)
    case response(Int)
    case payload(Int)
  }

  let labels: Labels
  let fence: Fence?
  /// Those that stand before the table.
  let requests: [RequestFact]

  func role(of table: TableFact) -> TableFact.Role {
    let first = table.header.first ?? ""
    let kinds = labels.kinds(of: first)
    let names = table.rows.map(\.name)
    if names.contains(where: { $0.hasPrefix("auth.") }) { return .requestProperties }
    if kinds.contains(.errorCode) || Self.areErrorCodes(names) { return .errorCodes }
    if table.rows.count > 1, table.header.count == 2,
      table.rows.filter({ SpecIDPattern.isWhole($0.cells.last ?? "") }).count * 2 > table.rows.count
    {
      return .specIDs
    }
    if table.header.count > 1, labels.matches(table.header[1], .enumerationValue) {
      return .enumeration
    }
    if kinds.contains(.credential), !isAnswerOrFormat(table) { return .credentials }
    if kinds.contains(.header) { return .headers }
    switch fence {
    case .apiFormat: return .parameters
    case .response: return .responseProperties
    case .payload: return .requestProperties
    case .request(let index):
      let isBody = requests[index].json != nil
      return isBody || !kinds.contains(.parameter) ? .requestProperties : .parameters
    case nil:
      break
    }
    if table.rows.contains(where: \.isSpecID) || (requests.isEmpty && isGathering(table.section)) {
      return requests.isEmpty ? .credentials : .requestProperties
    }
    if kinds.contains(.parameter) { return .parameters }
    return .other
  }

  /// Whether a table cannot list credentials, whatever its header says: it explains a response, or
  /// placeholders of an API format.
  private func isAnswerOrFormat(_ table: TableFact) -> Bool {
    switch fence {
    case .response: true
    case .apiFormat: table.rows.contains { $0.cells.first?.hasPrefix("{") ?? false }
    default: false
    }
  }

  private func isGathering(_ section: SectionFact) -> Bool {
    labels.contains(.gatherCredentials, in: section.heading)
  }

  private static func areErrorCodes(_ names: [String]) -> Bool {
    guard names.count > 1 else { return false }
    return names.allSatisfy { name in
      let parts = name.split(separator: "-")
      return parts.count == 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }
  }
}
