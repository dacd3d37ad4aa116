import CurlReader
import Diagnostics
import JSONReader
import MarkdownTree

/// Gathers the spec IDs of a page and says what each is of.
///
/// What a request sends is stronger evidence than a table, a table stronger than prose.
struct SpecIDReader {
  private enum Role: Hashable {
    case own
    case target
    case flow
    case provider
    case appendix(String)
    case mentioned(String)

    var text: String {
      switch self {
      case .own: ""
      case .target: "target connection spec"
      case .flow: "flow spec"
      case .provider: "provider ID"
      case .appendix(let name): "appendix: \(name)"
      case .mentioned(let what): what
      }
    }

    /// The stronger claim on an ID comes first.
    var rank: Int {
      switch self {
      case .own: 0
      case .target: 1
      case .flow: 2
      case .provider: 3
      case .appendix: 4
      case .mentioned: 5
      }
    }
  }

  private struct Sighting {
    var id: String
    var version: String?
    var role: Role
    var range: Range<Int>
    /// 0: sent by a request; 1: a table; 2: prose or a response.
    var strength: Int
  }

  /// What was found: the page's own IDs and the others, each in order of first appearance.
  private(set) var own: [SpecIDFact] = []
  private(set) var others: [SpecIDFact] = []

  private var sightings: [Sighting] = []
  private let scan: PageScan
  private let isSourcePage: Bool

  init(_ scan: PageScan, isSourcePage: Bool) {
    self.scan = scan
    self.isSourcePage = isSourcePage
    readRequests()
    readTables()
    readProse()
    readResponses()
    decide()
  }

  // MARK: - Where IDs stand

  private mutating func readRequests() {
    for request in scan.requests {
      let resource = request.resource
      if let spec = request.json?["connectionSpec"], let id = spec["id"], let text = id.string {
        let role: Role = resource == "targetConnections" || request.isDataset ? .target : .own
        see(text, spec["version"]?.string, role, id.range, 0)
      }
      if let id = request.json?["flowSpec"]?["id"], let text = id.string {
        see(text, nil, .flow, id.range, 0)
      }
      if let id = request.json?["providerId"], let text = id.string {
        see(text, nil, .provider, id.range, 0)
      }
      if let id = request.specIDInPath, SpecIDPattern.isWhole(id.text) {
        see(id.text, nil, id.isFlow ? .flow : .own, id.range, 1)
      }
    }
  }

  private mutating func readTables() {
    for table in scan.tables {
      for row in table.rows {
        let last = row.cells.last ?? ""
        if table.role == .specIDs, SpecIDPattern.isWhole(last) {
          see(
            last, nil, .appendix(row.cells.first ?? row.name), place(of: last, in: row.range), 1)
          continue
        }
        let folded = row.name.lowercased()
        guard folded.hasSuffix("spec.id") || row.isSpecID || folded == "providerid" else {
          continue
        }
        let role: Role
        if folded.contains("flow") {
          role = .flow
        } else if folded == "providerid" {
          role = .provider
        } else if let index = table.request, index < scan.requests.count,
          scan.requests[index].resource == "targetConnections" || scan.requests[index].isDataset
        {
          role = .target
        } else {
          role = .own
        }
        for cell in row.cells.dropFirst() {
          for id in SpecIDPattern.ids(in: cell) {
            see(id, nil, role, place(of: id, in: row.range), 1)
          }
        }
      }
    }
  }

  private mutating func readProse() {
    let roles = rolesOfSections
    let known = Set(sightings.map(\.id))
    let resources = idsOfResources
    for paragraph in scan.paragraphs {
      for inline in paragraph.content.flattened {
        guard case .code(let text) = inline.kind else { continue }
        for id in SpecIDPattern.ids(in: text) where known.contains(id) || !resources.contains(id) {
          let role = roles[paragraph.sectionIndex] ?? .mentioned("mentioned in prose")
          see(id, nil, role, inline.range, 2)
        }
      }
    }
  }

  /// The IDs of connections, flows and their like: what requests name in their URLs and outside of
  /// specifications in their bodies, and what responses return.
  private var idsOfResources: Set<String> {
    var ids: Set<String> = []
    for request in scan.requests {
      if request.specIDInPath == nil { ids.formUnion(SpecIDPattern.ids(in: request.url)) }
      for member in request.json?.members ?? []
      where !member.key.hasSuffix("Spec") && member.key != "providerId" {
        for value in member.value.elements ?? [member.value] {
          if let text = value.string { ids.formUnion(SpecIDPattern.ids(in: text)) }
        }
      }
    }
    for response in scan.responses {
      let resource = response.request.map { scan.requests[$0].resource } ?? ""
      guard resource != "flowSpecs", resource != "connectionSpecs" else { continue }
      if let id = response.json?["id"]?.string { ids.insert(id) }
    }
    return ids
  }

  /// What the requests of a section are about is what the IDs of its prose are of.
  private var rolesOfSections: [Int: Role] {
    var roles: [Int: Role] = [:]
    for (request, section) in zip(scan.requests, scan.requestSections) where roles[section] == nil {
      switch request.resource {
      case "targetConnections": roles[section] = .target
      case "flows", "flowSpecs": roles[section] = .flow
      case "connections", "sourceConnections", "connectionSpecs":
        roles[section] = request.isDataset ? .target : .own
      default: continue
      }
    }
    return roles
  }

  private mutating func readResponses() {
    for response in scan.responses {
      guard let json = response.json else { continue }
      let items = json["items"]?.elements ?? json.elements ?? [json]
      let resource = response.request.map { scan.requests[$0].resource } ?? ""
      for item in items {
        if let spec = item["connectionSpec"], let id = spec["id"], let text = id.string {
          see(text, nil, .mentioned("connection spec in an example response"), id.range, 2)
        }
        if let id = item["flowSpec"]?["id"], let text = id.string {
          see(text, nil, .flow, id.range, 2)
        }
        if resource == "flowSpecs", let id = item["id"], let text = id.string {
          see(text, nil, .flow, id.range, 2)
        }
        if resource == "connectionSpecs", let id = item["id"], let text = id.string {
          see(text, nil, .mentioned("connection spec in an example response"), id.range, 2)
        }
        if let id = item["providerId"], let text = id.string {
          see(text, nil, .provider, id.range, 2)
        }
        for member in item.members ?? [] { readInherited(member.value, under: member.key) }
      }
    }
  }

  /// Specifications of the connections that a flow inherits from, at any depth below its own.
  private mutating func readInherited(_ node: JSONNode, under key: String) {
    for element in node.elements ?? [] { readInherited(element, under: key) }
    for member in node.members ?? [] {
      guard member.key == "connectionSpec" else {
        let isNamed = member.value.members != nil || member.value.elements != nil
        if isNamed { readInherited(member.value, under: member.key) }
        continue
      }
      if let id = member.value["id"], let text = id.string {
        let role: Role =
          key == "targetConnections"
          ? .target : .mentioned("connection spec in an example response")
        see(text, nil, role, id.range, 2)
      }
    }
  }

  private mutating func see(
    _ id: String, _ version: String?, _ role: Role, _ range: Range<Int>, _ strength: Int
  ) {
    guard SpecIDPattern.isWhole(id) else { return }
    sightings.append(
      Sighting(id: id, version: version, role: role, range: range, strength: strength))
  }

  /// Where an ID stands in a row: a finding about it points at the ID, not at the row.
  private func place(of id: String, in row: Range<Int>) -> Range<Int> {
    let wanted = Array(id.utf8)
    let bytes = scan.source.bytes
    var start = row.lowerBound
    while start + wanted.count <= min(row.upperBound, bytes.count) {
      if bytes[start] == wanted[0], bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
        return start..<(start + wanted.count)
      }
      start += 1
    }
    return row
  }

  // MARK: - Which is which

  private mutating func decide() {
    var order: [String] = []
    var byID: [String: [Sighting]] = [:]
    for sighting in sightings {
      if byID[sighting.id] == nil { order.append(sighting.id) }
      byID[sighting.id, default: []].append(sighting)
    }
    let ownSent = Set(
      sightings.filter { $0.role == .own && $0.strength == 0 }.map(\.id))
    // A page of thousands of IDs is a list, in which slips are not looked for.
    let sound = order.count > 1000 ? [] : order.filter(SpecIDPattern.isUUID)
    for id in order {
      guard let seen = byID[id] else { continue }
      let role = Self.role(of: seen, isSentByAnyone: !ownSent.isEmpty)
      // What a request sends is what the page says, however wrong it is.
      let isSent = seen.contains { $0.strength == 0 }
      let isSlip =
        !isSent && !SpecIDPattern.isUUID(id)
        && sound.contains { SpecIDPattern.areNear($0, id) }
      let fact = SpecIDFact(
        id: id, version: seen.lazy.compactMap(\.version).first, role: text(of: role),
        isValidUUID: SpecIDPattern.isUUID(id),
        isDoubtful: isSlip || (role == .own && !ownSent.isEmpty && !ownSent.contains(id)),
        ranges: seen.map(\.range).sorted { $0.lowerBound < $1.lowerBound })
      if role == .own, isSourcePage {
        // A slip of the pen of an ID that stands right elsewhere is reported, not listed.
        if !isSlip { own.append(fact) } else { slips.append(fact) }
      } else {
        others.append(fact)
      }
    }
    own.sort { !$0.isDoubtful && $1.isDoubtful }
  }

  /// IDs that are slips of the pen of one of `own`.
  private(set) var slips: [SpecIDFact] = []

  private func text(of role: Role) -> String {
    role == .own ? (isSourcePage ? "" : "source connection spec of the example") : role.text
  }

  /// A request decides; then the strongest claim of the rest.
  private static func role(of seen: [Sighting], isSentByAnyone: Bool) -> Role {
    let strongest = seen.map(\.strength).min() ?? 2
    var best: Role = .mentioned("mentioned")
    for sighting in seen where sighting.strength == strongest || strongest > 0 {
      if sighting.role.rank < best.rank { best = sighting.role }
    }
    return best
  }
}
