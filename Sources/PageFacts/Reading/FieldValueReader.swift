import JSONReader

/// Finds out which JSON of a page is a further value of a field in the body of a request.
///
/// It is the one whose members an object of the page's own bodies has: all members that the object
/// always has and none that it never has, each of the same kind. What fits several objects, or only
/// one that has a single member, is not believed.
struct FieldValueReader {
  private(set) var values: [FieldValueFact] = []
  private(set) var coverage: [CoverageEntry] = []

  /// More objects with the same member are data, not structure.
  private static let mostPlaces = 1000
  /// What is nested deeper is no documented structure.
  private static let greatestDepth = 100

  /// An object at one place of the bodies of one operation, over all of them.
  private struct Place {
    var request: Int
    var path: [String]
    var objects = 0
    /// How many of the objects have a member, by its name.
    var counts: [String: Int] = [:]
    var kinds: [String: Set<String>] = [:]

    mutating func add(_ members: [JSONMember]) {
      objects += 1
      for key in Set(members.map(\.key)) { counts[key, default: 0] += 1 }
      for member in members { kinds[member.key, default: []].insert(Self.kind(of: member)) }
    }

    func fits(_ members: [JSONMember]) -> Bool {
      let names = Set(members.map(\.key))
      guard names.count > 1 else { return false }
      for (name, count) in counts where count == objects && !names.contains(name) { return false }
      return members.allSatisfy { member in
        guard let known = kinds[member.key] else { return false }
        let kind = Self.kind(of: member)
        return known.contains(kind) || known == ["null"] || kind == "null"
      }
    }

    private static func kind(of member: JSONMember) -> String {
      let name = member.value.typeName
      return name == "integer" ? "number" : name
    }
  }

  init(_ scan: PageScan) {
    guard !scan.unlabelledJSON.isEmpty else { return }
    let places = Self.places(in: scan.requests)
    var placesOfKeys: [String: [Int]] = [:]
    for (index, place) in places.enumerated() {
      for key in place.counts.keys { placesOfKeys[key, default: []].append(index) }
    }
    for item in scan.unlabelledJSON {
      let members = item.node.members ?? []
      let candidates = members.first.flatMap { placesOfKeys[$0.key] } ?? []
      let fitting =
        candidates.count > Self.mostPlaces
        ? [] : Array(candidates.lazy.map { places[$0] }.filter { $0.fits(members) }.prefix(2))
      guard fitting.count == 1, let place = fitting.first, place.path.first != "auth" else {
        coverage.append(
          CoverageEntry(
            .fence, range: item.range, isUsed: false,
            outcome: "a payload that no request of the page sends, and "
              + Self.reason(fitting.map(\.path))))
        continue
      }
      values.append(
        FieldValueFact(
          section: item.section, json: item.node, request: place.request, path: place.path,
          range: item.range, isUncertain: item.isUncertain))
      let request = scan.requests[place.request]
      let name =
        place.path.isEmpty ? "body" : "value of `\(FieldValueFact.text(of: place.path))`"
      coverage.append(
        CoverageEntry(
          .fence, range: item.range, isUsed: true,
          outcome: "further \(name) in \(request.method) /\(request.resource)"))
    }
  }

  /// Why a payload is a value of no field.
  private static func reason(_ paths: [[String]]) -> String {
    switch paths.count {
    case 0: "no object of their bodies has just its members"
    // The types of authentications are made of whole requests.
    case 1: "that looks like a part of `auth`"
    default: "that several objects of their bodies could be"
    }
  }

  /// The objects of all bodies, those of one operation and path together.
  private static func places(in requests: [RequestFact]) -> [Place] {
    var places: [Place] = []
    var indices: [[String]: Int] = [:]
    func collect(_ node: JSONNode, _ path: [String], of request: Int, _ operation: [String]) {
      guard path.count < greatestDepth else { return }
      if let members = node.members {
        let key = operation + ["\n"] + path
        let index = indices[key] ?? places.count
        if index == places.count {
          indices[key] = index
          places.append(Place(request: request, path: path))
        }
        places[index].add(members)
        for member in members { collect(member.value, path + [member.key], of: request, operation) }
      }
      for element in node.elements ?? [] { collect(element, path + ["[]"], of: request, operation) }
    }
    for (index, request) in requests.enumerated() {
      guard let json = request.json else { continue }
      let path = EndpointPath(request.url)
      let segments = path.segments.map { EndpointPath.isPlaceholder($0) ? "{}" : String($0) }
      collect(json, [], of: index, [request.method, String(path.host)] + segments)
    }
    return places
  }
}
