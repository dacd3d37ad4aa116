import ArgumentParser
import CurlReader
import Diagnostics
import JSONReader
import Linting

struct Curl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the request that a curl command sends.",
    discussion: """
      EXAMPLES
        connectorgen curl request.sh
        echo "curl -d a=1 https://example.org" | connectorgen curl --format http
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
    case http
    case swift
  }

  @Argument(
    help: "A file with the command; - or nothing is standard input.", completion: .file())
  var file: String = "-"

  @Option(help: "How to print the request.")
  var format: Format = .json

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let source: SourceFile
    do {
      let bytes = file == "-" ? try Input.readAll() : try FileSystem.read(file)
      source = SourceFile(path: file == "-" ? "<stdin>" : file, bytes: bytes)
    } catch {
      session.report(error)
      throw ExitCode(2)
    }
    let text = MappedText(0..<source.bytes.count, of: source)
    let requests = CurlReader.read(text)
    guard !requests.isEmpty else {
      Output.printError("connectorgen: error: \(source.path): no curl command is in this text\n")
      throw ExitCode(2)
    }
    for request in requests {
      switch format {
      case .json:
        Output.print(CurlOutput.json(request, in: source).serialized(indent: 2) + "\n")
      case .http:
        Output.print(CurlOutput.http(request))
      case .swift:
        Output.print(CurlOutput.swift(request))
      }
      if format != .json {
        for diagnostic in request.diagnostics { session.show(diagnostic, in: source) }
      }
    }
    if requests.contains(where: { $0.diagnostics.contains { $0.severity == .error } }) {
      throw ExitCode(1)
    }
  }
}
