import JSONReader

/// Decides which tables list credentials, and which authentication each belongs to.
///
/// The header's word is weak evidence: tables say Property or Parameter, and pages are translated.
/// What the bodies send is strong evidence.
struct CredentialTables {
  private(set) var tables: [TableFact]

  init(_ scan: PageScan, authentications: [AuthenticationFact]) {
    tables = scan.tables
    var sent: Set<String> = []
    var sendsString = false
    for authentication in authentications {
      for parameter in authentication.parameters {
        sent.insert(parameter.key.lowercased())
        if let text = parameter.value.string, text.contains("{"), text.contains("=") {
          sendsString = true
        }
      }
    }
    var hasCredentials = false
    let firstRequest = scan.requests.first?.range.lowerBound ?? .max
    let ownSpecIDs = Set(
      scan.requests.compactMap { $0.json?["connectionSpec"]?["id"]?.string }
        .filter(SpecIDPattern.isWhole))
    for index in tables.indices where tables[index].range.lowerBound < firstRequest {
      markSpecID(in: index, ownSpecIDs, sent)
      let table = tables[index]
      defer { if tables[index].role == .credentials { hasCredentials = true } }
      guard table.role == .credentials || table.role == .other || table.role == .parameters,
        !table.rows.contains(where: { $0.name.contains("{") })
      else { continue }
      let isSent = table.rows.contains { sent.contains($0.name.lowercased()) || $0.isSpecID }
      if isSent {
        tables[index].role = .credentials
      } else if table.role == .credentials, sendsString, hasCredentials {
        tables[index].role = .connectionStringOptions
      }
    }
    for index in tables.indices where tables[index].role == .credentials {
      tables[index].authentication = Self.authentication(of: tables[index], scan)
    }
  }

  /// However a page calls the row, the one that gives the spec ID of the requests is no credential.
  private mutating func markSpecID(in index: Int, _ specIDs: Set<String>, _ sent: Set<String>) {
    for row in tables[index].rows.indices {
      let fact = tables[index].rows[row]
      guard !sent.contains(fact.name.lowercased()),
        SpecIDPattern.ids(in: fact.description).contains(where: specIDs.contains)
      else { continue }
      tables[index].rows[row].isSpecID = true
    }
  }

  /// The tab, or a heading below the one that all credentials stand under.
  private static func authentication(of table: TableFact, _ scan: PageScan) -> String? {
    if let tab = table.section.tab { return tab }
    return table.section.heading.lowercased().contains("authentication")
      || scan.isBelowGathering(table.section) ? table.section.heading : nil
  }
}
