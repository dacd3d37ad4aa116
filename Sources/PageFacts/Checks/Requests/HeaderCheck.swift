import CurlReader
import Diagnostics

/// Finds requests without a header that the service requires.
enum HeaderCheck {
  /// What every operation of the platform wants.
  private static let required = ["Authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name"]

  static func run(_ context: CheckContext) -> [Diagnostic] {
    let requests = context.facts.requests
    let names = requests.map { Set($0.curl.headers.map { $0.name.lowercased() }) }
    var sent: Set<String> = []
    for name in names { sent.formUnion(name) }
    var diagnostics: [Diagnostic] = []
    for (request, names) in zip(requests, names) where request.goesToPlatform {
      for name in required where !names.contains(name.lowercased()) {
        guard sent.contains(name.lowercased()) || name == "Authorization" else { continue }
        diagnostics.append(missing(name, request))
      }
      if request.json != nil, !names.contains("content-type"), request.curl.body?.kind != .json {
        diagnostics.append(missing("Content-Type", request))
      }
    }
    return diagnostics
  }

  private static func missing(_ name: String, _ request: RequestFact) -> Diagnostic {
    Diagnostic(
      .missingHeader, at: request.commandRange,
      subject: "\(name) of \(request.method) \(request.url)",
      "the request has no \(name) header", assumption: "the client sends it all the same",
      remedy: "add -H '\(name): …'")
  }
}
