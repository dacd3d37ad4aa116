#if Logging
  public import FlowServiceRuntime
  public import HTTPTypes
  public import Logging

  /// Writes to a log of swift-log what is sent and what comes back, each try on a line of its own.
  ///
  /// It is there while the package's trait `Logging` is on:
  ///
  /// ```swift
  /// .package(url: "…", from: "1.0.0", traits: ["Logging"])
  /// ```
  ///
  /// Secrets do not get into the log, as nothing does in which they could stand: no header field but
  /// the ID of the request, no query, no body. To see a body, print the request's
  /// `curl(for:redacted:)`.
  public struct LoggingMiddleware: FlowServiceMiddleware {
    private let logger: Logger
    private let level: Logger.Level
    private let failureLevel: Logger.Level
    private let clock: any Clock<Duration>

    /// Makes a middleware.
    ///
    /// - Parameters:
    ///   - logger: The log to write to.
    ///   - level: The level of what goes well, and of what nobody waits for any more because its
    ///     task was cancelled.
    ///   - failureLevel: The level of a status of 400 and above, and of a missing response.
    ///   - clock: What tells how long it took.
    public init(
      logger: Logger, level: Logger.Level = .debug, failureLevel: Logger.Level = .warning,
      clock: any Clock<Duration> = ContinuousClock()
    ) {
      self.logger = logger
      self.level = level
      self.failureLevel = failureLevel
      self.clock = clock
    }

    /// Passes the request on and writes down what came of it.
    ///
    /// - Throws: what `next` throws.
    public func intercept(
      _ request: HTTPRequest, body: [UInt8]?, next: Next
    ) async throws -> FlowServiceTransportResponse {
      let elapsed = stopwatch(clock)
      var metadata: Logger.Metadata = [
        "method": "\(request.method.rawValue)",
        "host": "\(Self.host(of: request))",
        "path": "\(Self.path(of: request))",
        "bytes-sent": "\(body?.count ?? 0)",
      ]
      do {
        let response = try await next(request, body)
        metadata["duration-ms"] = "\(Self.milliseconds(elapsed()))"
        metadata["status"] = "\(response.head.status.code)"
        metadata["bytes-received"] = "\(response.body.count)"
        if let name = HTTPField.Name("x-request-id"), let id = response.head.headerFields[name] {
          metadata["request-id"] = "\(id)"
        }
        let isFailure = response.head.status.code >= 400
        logger.log(level: isFailure ? failureLevel : level, "response", metadata: metadata)
        return response
      } catch let error as CancellationError {
        metadata["duration-ms"] = "\(Self.milliseconds(elapsed()))"
        logger.log(level: level, "cancelled", metadata: metadata)
        throw error
      } catch {
        metadata["duration-ms"] = "\(Self.milliseconds(elapsed()))"
        // The words of an error nobody here knows might show anything.
        metadata["error"] = "\((error as? FlowServiceTransportError)?.name ?? "\(type(of: error))")"
        logger.log(level: failureLevel, "no response", metadata: metadata)
        throw error
      }
    }

    /// The host without a name and a password that may stand before it.
    private static func host(of request: HTTPRequest) -> String {
      String((request.authority ?? "").split(separator: "@").last ?? "")
    }

    private static func path(of request: HTTPRequest) -> String {
      let path = request.path ?? ""
      return String(path.prefix { $0 != "?" })
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
      let parts = duration.components
      return parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    }
  }

  extension FlowServiceTransportError {
    /// What kind of error this is.
    fileprivate var name: String {
      switch self {
      case .invalidURL: "invalid URL"
      case .couldNotConnect: "could not connect"
      case .connectionLost: "connection lost"
      case .timedOut: "timed out"
      case .bodyTooLarge: "body too large"
      case .other: "other"
      }
    }
  }
#endif
