import Diagnostics
import JSONReader

/// Finds spec IDs that are no UUIDs and places that give different IDs for one thing.
struct SpecIDChecks {
  private(set) var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    SpecIDChecks(context.specIDs, scan: context.scan).diagnostics
  }

  init(_ specIDs: SpecIDReader, scan: PageScan) {
    checkValidity(specIDs, scan)
    // A target connection's ID is no second ID of the source; `checkRoles` says what is wrong with it.
    let targets = scan.requests.filter { $0.resource == "targetConnections" }
    checkAgreement(
      specIDs, without: Set(targets.compactMap { $0.json?["connectionSpec"]?["id"]?.range }))
    checkRoles(specIDs, scan)
  }

  private mutating func checkValidity(_ specIDs: SpecIDReader, _ scan: PageScan) {
    for fact in specIDs.own + specIDs.slips + specIDs.others where !fact.isValidUUID {
      for range in fact.ranges { reportInvalid(fact.id, range) }
    }
    for response in scan.responses {
      for etag in response.json?.etags ?? [] {
        let text = etag.text.filter { $0 != "\"" }
        if SpecIDPattern.isWhole(text), !SpecIDPattern.isUUID(text) {
          reportInvalid(text, etag.range)
        }
      }
    }
  }

  private mutating func reportInvalid(_ id: String, _ range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        .invalidUUID, at: range, subject: id,
        "\(id) is no UUID: it must have 8, 4, 4, 4 and 12 hexadecimal digits",
        assumption: "taken as it stands unless the page has a sound ID beside it",
        remedy: "put the right ID here"))
  }

  /// One source, one ID: any other is doubtful.
  private mutating func checkAgreement(
    _ specIDs: SpecIDReader, without targets: Set<Range<Int>>
  ) {
    guard let first = specIDs.own.first else { return }
    for fact in specIDs.own.dropFirst() + specIDs.slips {
      for range in fact.ranges where !targets.contains(range) {
        diagnostics.append(
          Diagnostic(
            .specIDMismatch, at: range, subject: fact.id,
            "the page gives \(fact.id) here and \(first.id) elsewhere for its connection specification",
            assumption: "read as \"\(first.id)\"",
            remedy: "give one ID in all places",
            notes: first.ranges.prefix(1).map {
              Diagnostic.Note(range: $0, message: "the other ID")
            }))
      }
    }
  }

  /// A target connection whose spec is the source's own contradicts the data lake's ID of its prose.
  private mutating func checkRoles(_ specIDs: SpecIDReader, _ scan: PageScan) {
    let own = Set(specIDs.own.map(\.id))
    let target = specIDs.others.first { $0.role == "target connection spec" }
    for request in scan.requests where request.resource == "targetConnections" {
      guard let id = request.json?["connectionSpec"]?["id"], let text = id.string,
        own.contains(text)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .specIDMismatch, at: id.range, subject: "targetConnections \(text)",
          "the target connection has the source's own specification \(text)",
          assumption: target.map { "the text says \($0.id)" },
          remedy: "put the target's specification ID here",
          notes: target?.ranges.prefix(1).map {
            Diagnostic.Note(range: $0, message: "the target's ID by the text")
          } ?? []))
    }
  }
}

extension JSONNode {
  /// All values of keys called `etag`.
  fileprivate var etags: [(text: String, range: Range<Int>)] {
    var found: [(String, Range<Int>)] = []
    switch kind {
    case .object(let members):
      for member in members {
        if member.key.lowercased() == "etag", let text = member.value.string {
          found.append((text, member.value.range))
        } else {
          found += member.value.etags
        }
      }
    case .array(let elements):
      for element in elements { found += element.etags }
    default: break
    }
    return found
  }
}
