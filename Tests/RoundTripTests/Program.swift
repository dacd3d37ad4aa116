import ClientEmitter
import Foundation
import JSONReader
import TestSupport

/// A program that uses the client of this very build: it reads jobs, a line each, and answers each
/// of them with a line.
struct Program {
  /// Another client than this build's, by its files.
  var client: [EmittedClient.File]?
  /// What the program can do, each a name and an expression for the answer, in which `json` is the
  /// text of the job.
  private var jobs: [(name: String, answer: String)] = []
  private var names: [String: String] = [:]

  /// The name of the job that answers so.
  mutating func job(_ answer: String) -> String {
    if let name = names[answer] { return name }
    let name = "job\(jobs.count)"
    jobs.append((name, answer))
    names[answer] = name
    return name
  }

  var jobCount: Int { jobs.count }

  /// Compiles the program and runs it.
  ///
  /// - Returns: the answers to the lines, in their order.
  func answers(to lines: [(job: String, json: String)]) throws -> [String] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(text, to: "main.swift")
    try folder.write(lines.map { $0.job + "\t" + $0.json }.joined(separator: "\n"), to: "jobs")
    var sources = ["main.swift"]
    for file in client ?? [] where file.path.hasSuffix(".swift") {
      try folder.write(file.bytes, to: file.path)
      sources.append(file.path)
    }
    var modules = ["FlowServiceRuntime", "HTTPTypes"]
    if client == nil { modules.append("FlowServiceSources") }
    let compiled = try CommandRun(
      [
        "swiftc", "-swift-version", "6", "-Onone", "-I", BuiltProducts.modules, "-o", "program",
        "-enable-upcoming-feature", "InternalImportsByDefault",
      ] + sources + modules.flatMap { BuiltProducts.objects(of: $0) },
      in: folder.url)
    guard compiled.status == 0 else {
      throw Failure(
        description: """
          The program does not compile. If Generated is not what the pages say, `make generate` \
          comes first.
          \(compiled.output.prefix(4000))\(compiled.errors.prefix(8000))
          """)
    }
    let run = try CommandRun([folder.url.appending(path: "program").path, "jobs"], in: folder.url)
    let answers = run.output.split(separator: "\n").map { String($0) }
    guard run.status == 0, answers.count == lines.count else {
      throw Failure(
        description: "\(answers.count) answers to \(lines.count) jobs. \(run.errors.prefix(2000))")
    }
    return answers
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private var text: String {
    let cases = jobs.map { "  case \"\($0.name)\": try \($0.answer)" }
    return """
      import FlowServiceRuntime
      \(client == nil ? "import FlowServiceSources" : "")
      import Foundation
      import HTTPTypes

      func encoded(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
      }

      func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
      }

      func roundTrip<Value: Codable>(_ type: Value.Type, _ json: String) throws -> String {
        try encoded(decoded(type, json))
      }

      func authentication<Value: Codable>(
        _ json: String, isOther: (Value) -> Bool
      ) throws -> String {
        let value = try decoded(Value.self, json)
        return isOther(value) ? "!decoded as other" : try encoded(value)
      }

      func sent<Response>(_ request: FlowServiceRequest<Response>) throws -> String {
        let http = try request.httpRequest(for: FlowServiceConfiguration())
        let url = (http.scheme ?? "") + "://" + (http.authority ?? "") + (http.path ?? "")
        let body = try request.httpBody().map { String(decoding: $0, as: UTF8.self) }
        var parts = [http.method.rawValue, url]
        parts.append(try encoded(http.headerFields.map { [$0.name.rawName, $0.value] }))
        if let body { parts.append(body) }
        return parts.joined(separator: "\\t")
      }

      func sent<Body: Decodable, Response>(
        _ json: String, _ request: (Body) -> FlowServiceRequest<Response>
      ) throws -> String {
        try sent(request(decoded(Body.self, json)))
      }

      func answer(_ job: Substring, _ json: String) throws -> String {
        switch job {
      \(cases.joined(separator: "\n"))
        default: "!unknown"
        }
      }

      for line in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
        .split(separator: "\\n")
      {
        let parts = line.split(separator: "\\t", maxSplits: 1, omittingEmptySubsequences: false)
        do {
          print(try answer(parts[0], String(parts[1])))
        } catch {
          print("!" + "\\(error)".replacing("\\n", with: " "))
        }
      }

      """
  }
}
