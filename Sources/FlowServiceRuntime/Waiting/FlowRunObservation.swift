/// What is seen of a run of a flow at one time.
public struct FlowRunObservation: Sendable {
  /// What went wrong in a run.
  public struct Failure: Hashable, Sendable {
    /// The code, for example `CONNECTOR-2001-500`.
    public var code: ErrorCode?
    /// The service's own words.
    public var message: String?
  }

  /// The ID of the run; nothing as long as there is no run.
  public var runID: String?
  /// How the run goes; nothing if the service does not say.
  public var status: FlowRunStatus?
  /// What went wrong so far. There may be something even if the run is a success.
  public var failures: [Failure]
  /// How many records came in.
  public var inputRecordCount: Int64?
  /// How many records went out.
  public var outputRecordCount: Int64?
  /// How many records could not be taken in. There may be some even if the run is a success.
  public var failedRecordCount: Int64?
  /// The run as the service tells it.
  public var run: JSONValue?

  /// Whether the run has ended.
  public var hasEnded: Bool { status?.hasEnded ?? false }

  /// Reads a run.
  ///
  /// It is read apart from the types of the responses: these follow the pages' examples, and no wait
  /// shall end because a run is of another form.
  init(_ run: JSONValue?) {
    let metrics = run?["metrics"]
    let summary = metrics?["statusSummary"]
    let status = summary?["status"] ?? run?["state"]
    let records = metrics?["recordSummary"]
    self.run = run
    runID = run?["id"]?.stringValue
    self.status = status?.stringValue.map { FlowRunStatus(rawValue: $0) }
    failures = (summary?["errors"]?.arrayValue ?? []).map {
      Failure(
        code: $0["code"]?.stringValue.map { ErrorCode(rawValue: $0) },
        message: $0["message"]?.stringValue)
    }
    inputRecordCount = records?["inputRecordCount"]?.integerValue
    outputRecordCount = records?["outputRecordCount"]?.integerValue
    failedRecordCount = records?["failedRecordCount"]?.integerValue
  }

  /// Throws ``FlowRunFailed`` unless the run has done all of its work.
  @discardableResult
  public func requireSuccess() throws -> FlowRunObservation {
    guard status?.isSuccess == true else { throw FlowRunFailed(observation: self) }
    return self
  }
}

/// A run that did not do all of its work.
public struct FlowRunFailed: Error, Sendable, CustomStringConvertible {
  /// What was seen of the run at its end.
  public var observation: FlowRunObservation

  /// How the run ended, and what went wrong in the service's own words.
  public var description: String {
    let run = observation.runID.map { "The run \($0)" } ?? "The run"
    var text = "\(run) ended as '\(observation.status?.rawValue ?? "unknown")'."
    if let count = observation.failedRecordCount, count > 0 { text += " \(count) records failed." }
    for failure in observation.failures {
      let words = [failure.code?.rawValue, failure.message].compactMap { $0 }
      text += "\n" + ErrorText.oneLine(words.joined(separator: ": "))
    }
    return text
  }
}

extension FlowServiceClient {
  /// What is seen of a run, look after look, until it has ended.
  ///
  /// ```swift
  /// let runs = Runs.list(property: PropertyFilter("flowId", is: flowID).text)
  /// for try await run in client.runObservations(of: runs) {
  ///   print(run.status ?? "not begun")
  /// }
  /// ```
  ///
  /// A status that is not known is not taken for the end.
  ///
  /// No page says in which order runs are listed, so a look goes over all pages of a list, or as far as
  /// to the run of the ID. Where a flow has many runs, keep the list short by a filter:
  ///
  /// ```swift
  /// let recent = runs.filtered(by: PropertyFilter("createdAt", .greaterOrEqual, 1_700_000_000_000))
  /// ```
  ///
  /// - Parameters:
  ///   - request: The request for one run, or for a list in which it is.
  ///   - runID: The run to look at; if it is `nil`, the one that was made last. There may be none
  ///     yet.
  ///   - policy: How often to look, and for how long.
  public func runObservations<Response>(
    of request: FlowServiceRequest<Response>, runID: String? = nil,
    policy: PollingPolicy = .standard
  ) -> FlowServicePolls<FlowRunObservation> {
    let request = FlowServiceRequest<RunPage>(reading: request)
    return FlowServicePolls(
      client: self, policy: policy, description: request.description,
      look: { client in
        FlowRunObservation(
          try await client.run(runID, in: request, maximumPages: policy.maximumPages))
      },
      hasEnded: { $0.hasEnded },
      status: { $0.status?.rawValue ?? ($0.run == nil ? "not begun" : nil) })
  }

  /// Waits until a run has ended, well or not.
  ///
  /// ```swift
  /// let run = try await client.waitForRun(runs) { print($0.status ?? "not begun") }
  /// try run.requireSuccess()
  /// ```
  ///
  /// - Parameters:
  ///   - request: The request for one run, or for a list in which it is.
  ///   - runID: The run to wait for; if it is `nil`, the one that was made last. There may be none
  ///     yet.
  ///   - policy: How often to look, and for how long.
  ///   - progress: Hears of each look.
  /// - Returns: What was seen at the end. See ``FlowRunObservation/requireSuccess()``.
  /// - Throws: ``FlowServiceError``, of the kind
  ///   ``FlowServiceError/Kind/stillUnfinished(after:status:)`` when the time is over, and
  ///   ``FlowServiceError/Kind/badNextPage(reason:)`` when the list has more pages than the policy
  ///   allows.
  public func waitForRun<Response>(
    _ request: FlowServiceRequest<Response>, runID: String? = nil,
    policy: PollingPolicy = .standard, progress: (@Sendable (FlowRunObservation) -> Void)? = nil
  ) async throws -> FlowRunObservation {
    try await runObservations(of: request, runID: runID, policy: policy).last(progress)
  }
}
