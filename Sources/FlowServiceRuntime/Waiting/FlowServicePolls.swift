import HTTPTypes

/// What is seen of something that takes its time, look after look, until it has ended.
///
/// The sequence ends after the look that sees the end, or with an error when the time is over.
public struct FlowServicePolls<Observation: Sendable>: AsyncSequence, Sendable {
  /// What is seen.
  public typealias Element = Observation

  let client: FlowServiceClient
  let policy: PollingPolicy
  let description: String
  let look: @Sendable (FlowServiceClient) async throws -> Observation
  let hasEnded: @Sendable (Observation) throws -> Bool
  let status: @Sendable (Observation) -> String?

  /// Begins with the first look.
  public func makeAsyncIterator() -> Iterator {
    Iterator(polls: self)
  }

  /// Goes from look to look.
  public struct Iterator: AsyncIteratorProtocol, Sendable {
    private let polls: FlowServicePolls
    private let elapsed: @Sendable () -> Duration
    private var looks = 0
    private var failures = 0
    private var isOver = false
    private var lastStatus: String?

    init(polls: FlowServicePolls) {
      self.polls = polls
      elapsed = stopwatch(polls.client.clock)
    }

    /// The next look, after a wait; nothing after the end was seen.
    ///
    /// - Throws: ``FlowServiceError``, of the kind
    ///   ``FlowServiceError/Kind/stillUnfinished(after:status:)`` when the time is over;
    ///   `CancellationError` if the task is cancelled.
    public mutating func next() async throws -> Observation? {
      guard !isOver else { return nil }
      // After an error, too, there is nothing more to see.
      isOver = true
      var leastDelay = Duration.zero
      while true {
        if looks > 0 { try await wait(atLeast: leastDelay) }
        looks += 1
        do {
          let observation = try await polls.look(polls.client)
          failures = 0
          lastStatus = polls.status(observation)
          isOver = try polls.hasEnded(observation)
          return observation
        } catch let error as FlowServiceError
          where error.isTransient && failures < polls.policy.toleratedFailures
        {
          failures += 1
          leastDelay = error.response?.retryAfter ?? .zero
        }
      }
    }

    private func wait(atLeast leastDelay: Duration) async throws {
      let left = polls.policy.timeout - elapsed()
      guard left > .zero else {
        throw FlowServiceError(
          kind: .stillUnfinished(after: polls.policy.timeout, status: lastStatus),
          request: polls.description, tries: looks)
      }
      // The last look is at the end of the time.
      let delay = Swift.max(polls.policy.delay(afterLook: looks), leastDelay)
      try await polls.client.clock.sleep(for: Swift.min(delay, left))
    }
  }
}

extension FlowServiceError {
  /// Whether the same request may well succeed a little later.
  var isTransient: Bool {
    switch kind {
    case .transport(.couldNotConnect), .transport(.connectionLost), .transport(.timedOut),
      .timedOut:
      true
    case .refused:
      status.map { $0.code == 429 || $0.code == 408 || $0.kind == .serverError } ?? false
    default: false
    }
  }
}

extension FlowServiceClient {
  /// Sends a request again and again, with longer and longer waits, until its response is what was
  /// waited for.
  ///
  /// ```swift
  /// let polls = client.polls(of: Flows.retrieve(flowID: id)) { $0.items?.first?.state == "enabled" }
  /// for try await response in polls { print(response) }
  /// ```
  ///
  /// - Parameters:
  ///   - request: The request, which should change nothing.
  ///   - policy: How often to look, and for how long.
  ///   - hasEnded: Whether a response is what was waited for.
  public func polls<Response: Sendable>(
    of request: FlowServiceRequest<Response>, policy: PollingPolicy = .standard,
    until hasEnded: @escaping @Sendable (Response) throws -> Bool
  ) -> FlowServicePolls<Response> {
    FlowServicePolls(
      client: self, policy: policy, description: request.description,
      look: { try await $0.send(request) }, hasEnded: hasEnded, status: { _ in nil })
  }

  /// Sends a request again and again until its response is what was waited for, and returns that:
  /// the last of the ``polls(of:policy:until:)``.
  ///
  /// - Parameters:
  ///   - request: The request, which should change nothing.
  ///   - policy: How often to look, and for how long.
  ///   - hasEnded: Whether a response is what was waited for.
  /// - Throws: ``FlowServiceError``, of the kind
  ///   ``FlowServiceError/Kind/stillUnfinished(after:status:)`` when the time is over.
  public func poll<Response: Sendable>(
    _ request: FlowServiceRequest<Response>, policy: PollingPolicy = .standard,
    until hasEnded: @escaping @Sendable (Response) throws -> Bool
  ) async throws -> Response {
    try await polls(of: request, policy: policy, until: hasEnded).last()
  }
}

extension FlowServicePolls {
  /// What was seen last, at the end.
  func last(_ progress: ((Observation) -> Void)? = nil) async throws -> Observation {
    var last: Observation?
    for try await observation in self {
      progress?(observation)
      last = observation
    }
    // There is a last look, or else an error was thrown.
    guard let last else { throw CancellationError() }
    return last
  }
}
