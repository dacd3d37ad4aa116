import ConnectorModel
import Diagnostics

/// Names of the name spaces of a page's payloads, each made of its tab, else of its heading.
///
/// Where several would be called alike, those in tabs get the heading before it. What still has the
/// same name gets a number, in page order.
struct PayloadNaming {
  /// In the order of the payloads.
  private(set) var names: [String] = []
  private(set) var findings: [EmitterFinding] = []

  init(_ payloads: [Payload], reserved: Set<String>) {
    let wishes = payloads.map { EmittedName.type($0.title) }
    var counts: [String: Int] = [:]
    for wish in wishes { counts[wish, default: 0] += 1 }
    var scope = NameScope(reserved: reserved)
    for (payload, wish) in zip(payloads, wishes) {
      var name = wish
      if counts[wish, default: 0] > 1, let tab = payload.tab {
        name = EmittedName.type(payload.heading + " " + tab)
      }
      name = scope.claim(name)
      names.append(name)
      guard name != wish else { continue }
      findings.append(
        EmitterFinding(
          .swiftNameCollision, at: payload.provenance, subject: payload.title,
          "something else beside the payload \"\(payload.title)\" would be called '\(wish)', too",
          assumption: "called '\(name)'", remedy: "give each payload a tab or heading of its own"))
    }
  }
}
