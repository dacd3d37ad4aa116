/// How a run of a flow goes. The set is open: a status that came later is one like any other, and
/// not taken for the end.
public struct FlowRunStatus: OpenEnumeration {
  /// The run has not begun.
  public static let pending: FlowRunStatus = "pending"
  /// The run goes on.
  public static let inProgress: FlowRunStatus = "inProgress"
  /// All is done.
  public static let success: FlowRunStatus = "success"
  /// Some is done.
  public static let partialSuccess: FlowRunStatus = "partialSuccess"
  /// The run failed.
  public static let failed: FlowRunStatus = "failed"
  /// Somebody ended the run.
  public static let cancelled: FlowRunStatus = "cancelled"

  /// The values that were known when the code was made.
  public static let knownValues: [FlowRunStatus] = [
    .pending, .inProgress, .success, .partialSuccess, .failed, .cancelled,
  ]

  /// The status as the service writes it.
  public let rawValue: String

  /// Takes a status as the service writes it.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Whether the run has ended. The service is not of one mind about capitals.
  public var hasEnded: Bool {
    [
      "success", "succeeded", "completed", "partialsuccess", "failed", "failure", "cancelled",
      "canceled", "aborted",
    ]
    .contains(rawValue.lowercased())
  }

  /// Whether the run has done all of its work.
  public var isSuccess: Bool {
    ["success", "succeeded", "completed"].contains(rawValue.lowercased())
  }
}
