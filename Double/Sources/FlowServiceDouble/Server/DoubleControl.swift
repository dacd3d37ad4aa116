public import FlowServiceRuntime

/// Makes the double misbehave, and tells what it was asked.
public struct DoubleControl: Sendable {
  let state: FlowServiceState
  let tokens: TokenStore
  let plan: FaultPlan
  let journal: Journal

  /// One request and its answer.
  public struct ExchangeRecord: Hashable, Sendable {
    /// The method.
    public var method: String
    /// The path without the query.
    public var path: String
    /// The status of the answer; nothing if the connection was lost before.
    public var status: Int?
    /// What `x-request-id` of the answer said.
    public var requestID: String

    var json: JSONValue {
      [
        "method": .string(method), "path": .string(path),
        "status": status.map { .integer(Int64($0)) } ?? .null, "requestId": .string(requestID),
      ]
    }
  }

  /// Plans a fault.
  public func add(_ fault: Fault) async { await plan.add(fault) }

  /// The faults that are still to come.
  public func faults() async -> [Fault] { await plan.faults }

  /// Forgets the faults that are still to come.
  public func clearFaults() async { await plan.clear() }

  /// Ends all tokens there are.
  public func expireTokens() async { await tokens.expireAll() }

  /// Makes the clock by which tokens end jump: from now on it is so far ahead of the real one, or behind
  /// it. Tokens that were given away before keep their end.
  public func setClock(aheadBy jump: Duration) async { await tokens.setClock(aheadBy: jump) }

  /// How the runs end that start from now on.
  public func setRunOutcome(_ outcome: DoubleSettings.RunOutcome) async {
    await state.setRunOutcome(outcome)
  }

  /// What was asked, in order.
  public func requests() async -> [ExchangeRecord] {
    await journal.entries.map {
      ExchangeRecord(
        method: $0.method, path: $0.path, status: $0.status, requestID: $0.requestID)
    }
  }

  /// Puts a resource there as it is, with an ID of one's own. Nothing about it is checked.
  public func seed(
    _ kind: ResourceKind, id: String, _ content: JSONValue, state: String? = nil,
    sandbox: String = "prod"
  ) async {
    await self.state.seed(kind, id: id, content, state: state, in: sandbox)
  }

  /// Puts a data set, mapping set or key there, of the service that is called so.
  public func seedRecord(
    _ record: JSONValue, id: String, of service: String, sandbox: String = "prod"
  ) async {
    await state.keepRecord(record, id: id, of: service, in: sandbox)
  }

  /// Forgets everything: resources, tokens, faults and requests.
  public func reset() async {
    await state.clear()
    await tokens.reset()
    await plan.clear()
    await journal.clear()
  }
}
