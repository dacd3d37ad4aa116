import FlowServiceRuntime
import Hummingbird
import Logging
import NIOCore

/// Flow Service, as far as its tutorials describe it, on a port of this machine.
public struct DoubleServer: Sendable {
  /// Makes the double misbehave, and tells what it was asked.
  public let control: DoubleControl
  private let settings: DoubleSettings

  /// Makes a double that does not run yet.
  ///
  /// - Parameters:
  ///   - settings: How it behaves.
  ///   - catalog: The specs that there are.
  public init(settings: DoubleSettings = DoubleSettings(), catalog: Catalog) {
    self.settings = settings
    control = DoubleControl(
      state: FlowServiceState(settings: settings, catalog: catalog),
      tokens: TokenStore(settings: settings), plan: FaultPlan(), journal: Journal())
  }

  /// Runs until the task is cancelled or the process is told to end.
  ///
  /// - Parameters:
  ///   - host: The address to listen at.
  ///   - port: The port to listen at; a free one for `0`.
  ///   - onReady: Is called with the base URL when requests can come.
  public func run(
    host: String = "127.0.0.1", port: Int = 0,
    onReady: @escaping @Sendable (_ baseURL: String) async -> Void
  ) async throws {
    try await application(host: host, port: port, onReady: onReady).runService()
  }

  /// Runs while a closure does.
  ///
  /// - Parameter body: Is called with the base URL when requests can come.
  public func whileRunning<Result: Sendable>(
    _ body: @escaping @Sendable (_ baseURL: String) async throws -> Result
  ) async throws -> Result {
    let (addresses, continuation) = AsyncStream.makeStream(of: String.self)
    let application = application(host: "127.0.0.1", port: 0) { continuation.yield($0) }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        defer { continuation.finish() }
        try await application.run()
        return nil
      }
      group.addTask {
        for await address in addresses { return try await body(address) }
        return nil
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }

  private func application(
    host: String, port: Int, onReady: @escaping @Sendable (String) async -> Void
  ) -> some ApplicationProtocol {
    var logger = Logger(label: "flow-service-double")
    // Whoever hangs up early is no news, and the journal has the rest.
    logger.logLevel = .critical
    return Application(
      router: router(),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "flow-service-double"),
      onServerRunning: { channel in
        await onReady("http://\(host):\(channel.localAddress?.port ?? port)")
      },
      logger: logger)
  }

  private func router() -> Router<DoubleContext> {
    let router = Router(context: DoubleContext.self)
    router.add(middleware: ExchangeMiddleware(journal: control.journal))
    router.add(middleware: ErrorMiddleware())
    ControlRoutes(control: control).add(to: router.group("double"))

    // Faults come from outside, and what they break is already an answer.
    let faulty = router.group("").add(middleware: FaultMiddleware(plan: control.plan))
      .add(middleware: ErrorMiddleware())
    IdentityRoutes(settings: settings, tokens: control.tokens).add(to: faulty.group("ims"))
    let platform = faulty.group("data/foundation")
      .add(middleware: GatewayMiddleware(settings: settings, tokens: control.tokens))
    PlatformRoutes(state: control.state, settings: settings).add(to: platform)
    FlowServiceRoutes(state: control.state, settings: settings)
      .add(to: platform.group("flowservice"))
    return router
  }
}
