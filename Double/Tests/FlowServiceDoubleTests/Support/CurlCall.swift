import FlowServiceRuntime
import Foundation

/// A documented command, ready to be sent to the double.
struct CurlCall: Sendable {
  /// The page and the line.
  var place: String
  var arguments: [String]
  /// The path below the platform and the query.
  var path: String
  /// The header fields, their names in small letters.
  var headers: [(name: String, value: String)] = []
  /// What is sent.
  var text: String?

  /// What is sent, if it is JSON.
  var body: JSONValue? {
    text.flatMap { try? JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
  }

  /// Nothing if the command does not go to the platform.
  init?(_ command: DocumentedCommand) {
    place = command.place
    arguments = command.arguments.map(Self.filled)
    let hosts = ["https://platform.adobe.io", "http://platform.adobe.io"]
    guard let url = arguments.first(where: { hosts.contains(where: $0.hasPrefix) }),
      let host = hosts.first(where: url.hasPrefix)
    else { return nil }
    path = String(url.dropFirst(host.count))
    for (option, value) in zip(arguments, arguments.dropFirst()) {
      switch option {
      case "-d", "--data", "--data-raw", "--data-binary": text = value
      case "-H", "--header":
        let name = value.prefix { $0 != ":" }
        let rest = value.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
        headers.append((name.lowercased(), rest))
      default: break
      }
    }
  }

  func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  func hasHeader(_ name: String) -> Bool { header(name) != nil }

  /// Whoever reads the pages puts values in the place of what stands in braces.
  private static func filled(_ argument: String) -> String {
    let values = [
      "{ACCESS_TOKEN}": "double-token", "{API_KEY}": "double-client",
      "{ORG_ID}": "double-organization@AdobeOrg", "{IMS_ORG}": "double-organization@AdobeOrg",
      "{SANDBOX_NAME}": "prod", "{BASE_CONNECTION_ID}": "11111111-2222-4333-8444-555555555555",
    ]
    return values.reduce(argument) { $0.replacing($1.key, with: $1.value) }
  }

  /// What curl printed of the answer.
  struct Answer: Sendable {
    var status: Int
    var code: String
    var detail: String

    var outcome: String { "\(status) \(code)" }
  }

  func send(to baseURL: String) throws -> Answer {
    let arguments = arguments.map { argument in
      ["https://platform.adobe.io", "http://platform.adobe.io"].reduce(argument) {
        $0.hasPrefix($1) ? baseURL + $0.dropFirst($1.count) : $0
      }
    }
    // Braces and brackets of a URL are curl's own otherwise.
    let run = try CommandRun(
      [
        "curl", "--silent", "--show-error", "--globoff", "--max-time", "20", "--write-out",
        "\n%{http_code}",
      ] + arguments, seconds: 30)
    let lines = run.output.split(separator: "\n")
    let body = lines.dropLast().joined(separator: "\n")
    let error = try? JSONDecoder().decode(JSONValue.self, from: Data(body.utf8))
    return Answer(
      status: lines.last.flatMap { Int($0) } ?? 0,
      code: error?["code"]?.stringValue ?? error?["error_code"]?.stringValue ?? "",
      detail: error?["detail"]?.stringValue ?? error?["message"]?.stringValue ?? run.errors)
  }
}
