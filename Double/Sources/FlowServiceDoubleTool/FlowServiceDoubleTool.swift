import ArgumentParser
import FlowServiceDouble
import Foundation

@main
struct FlowServiceDoubleTool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow-service-double",
    abstract: "Flow Service on this machine, to try the client without an account.",
    discussion: """
      Nothing is kept when it ends. What goes wrong on the way is told to it while it runs: see \
      docs/double.md.
      """)

  @Option(help: "The address to listen at.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen at; 0 for a free one.")
  var port = 8088

  @Option(help: "The folder with the model of the generator.", completion: .directory)
  var model = "Generated/model"

  @Option(help: "How long a token lasts, in seconds.")
  var tokenLifetime = 86_399

  @Option(help: "How long each step of a run takes, in milliseconds.")
  var runStep = 2_000

  @Option(help: "How runs end: success, partial or failed.")
  var outcome = "success"

  @Option(help: "The largest body of a request, in bytes; more is answered with 413.")
  var bodyLimit = 1_000_000

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("There is no port \(port); it is a number up to 65535.")
    }
    guard tokenLifetime > 0, runStep >= 0 else {
      throw ValidationError("Times are not negative, and a token lasts for a second at least.")
    }
    guard bodyLimit >= 0 else {
      throw ValidationError("A body has no fewer than 0 bytes.")
    }
    guard DoubleSettings.RunOutcome(rawValue: outcome) != nil else {
      throw ValidationError("Runs end in success, partial or failed, not '\(outcome)'.")
    }
  }

  func run() async throws {
    var settings = DoubleSettings()
    settings.tokenLifetime = .seconds(tokenLifetime)
    settings.bodyLimit = bodyLimit
    settings.runStep = .milliseconds(runStep)
    settings.runOutcome = DoubleSettings.RunOutcome(rawValue: outcome) ?? .success
    let catalog = try Catalog(modelFolder: URL(filePath: model, directoryHint: .isDirectory))
    let server = DoubleServer(settings: settings, catalog: catalog)
    try await server.run(host: host, port: port) { [settings] baseURL in
      print(Self.greeting(baseURL, settings))
      // A pipe would keep it back.
      fflush(nil)
    }
  }

  private static func greeting(_ baseURL: String, _ settings: DoubleSettings) -> String {
    """
    Flow Service listens at \(baseURL). Stop it with Control-C.

    let configuration = FlowServiceConfiguration(
      baseURL: "\(baseURL)", accessToken: "\(settings.accessToken)",
      apiKey: "\(settings.apiKey)", organizationID: "\(settings.organizationID)",
      sandboxName: "prod")

    export FLOW_SERVICE_URL=\(baseURL)
    export FLOW_SERVICE_CLIENT_ID=\(settings.clientID)
    export FLOW_SERVICE_CLIENT_SECRET=\(settings.clientSecret)
    export FLOW_SERVICE_ORGANIZATION=\(settings.organizationID)
    export FLOW_SERVICE_SANDBOX=prod
    """
  }
}
