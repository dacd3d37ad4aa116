import FlowServiceRuntime

/// A run of a dataflow: pending, then in progress, then at its end.
struct Run: Sendable {
  var resource: Resource
  var flowID: String
  var outcome: DoubleSettings.RunOutcome
  var started: ContinuousClock.Instant
  var looks = 0

  enum Stage: Int, Comparable {
    case pending
    case inProgress
    case finished

    static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  private(set) var stage = Stage.pending

  init(
    resource: Resource, flowID: String, outcome: DoubleSettings.RunOutcome,
    started: ContinuousClock.Instant
  ) {
    self.resource = resource
    self.flowID = flowID
    self.outcome = outcome
    self.started = started
  }

  /// Goes on by as much as time or looks allow. A look sees one step at most.
  mutating func look(now: ContinuousClock.Instant, settings: DoubleSettings) {
    looks += 1
    guard stage != .finished else { return }
    let next = Stage(rawValue: stage.rawValue + 1) ?? .finished
    let isDue = now - started >= settings.runStep * next.rawValue
    if isDue || looks > settings.looksPerRunStep * next.rawValue {
      stage = next
      resource.touch()
    }
  }

  var status: String {
    switch stage {
    case .pending: "pending"
    case .inProgress: "inProgress"
    case .finished: outcome == .failed ? "failed" : "success"
    }
  }

  private var errors: [JSONValue] {
    guard stage == .finished, outcome != .success else { return [] }
    return [
      ["code": "CONNECTOR-2001-500", "message": "Error occurred at promotion activity."]
    ]
  }

  /// The run as lists show it.
  func document(
    sandbox: String, organizationID: String, sourceConnectionIDs: [JSONValue],
    targetConnectionIDs: [JSONValue]
  ) -> JSONValue {
    var document = resource.document(sandbox: sandbox, organizationID: organizationID)
    document["flowId"] = .string(flowID)
    document["state"] = .string(status)
    document["metrics"] = metrics
    document["activities"] = .array(
      stage == .pending
        ? []
        : [
          activity("copyActivity", about: "sourceInfo", "SourceConnection", sourceConnectionIDs),
          activity(
            "promotionActivity", about: "targetInfo", "TargetConnection", targetConnectionIDs),
        ])
    return document
  }

  /// An unfinished run has no time of its end.
  private var duration: JSONValue {
    var duration: JSONValue = ["startedAtUTC": .integer(resource.createdAt)]
    if stage == .finished { duration["completedAtUTC"] = .integer(resource.updatedAt) }
    return duration
  }

  private var records: JSONValue {
    let (read, failed): (Int64, Int64) =
      switch (stage, outcome) {
      case (.finished, .success): (100, 0)
      case (.finished, .partial): (100, 1)
      case (.finished, .failed): (100, 100)
      default: (0, 0)
      }
    return [
      "inputRecordCount": .integer(read), "outputRecordCount": .integer(read - failed),
      "failedRecordCount": .integer(failed),
    ]
  }

  private var size: JSONValue {
    stage == .finished
      ? ["inputBytes": 24_012, "outputBytes": 17_128] : ["inputBytes": 0, "outputBytes": 0]
  }

  private var metrics: JSONValue {
    [
      "durationSummary": duration, "sizeSummary": size, "recordSummary": records,
      "fileSummary": [
        "inputFileCount": 1, "outputFileCount": stage == .finished ? 1 : 0,
        "activityRefs": ["promotionActivity"],
      ],
      "statusSummary": [
        "status": .string(status), "errors": .array(errors), "activityRefs": ["promotionActivity"],
      ],
    ]
  }

  private func activity(
    _ id: String, about member: String, _ type: String, _ ids: [JSONValue]
  ) -> JSONValue {
    [
      "id": .string(id), "updatedAtUTC": .integer(resource.updatedAt),
      "durationSummary": duration, "sizeSummary": size, "recordSummary": records,
      "fileSummary": ["inputFileCount": 1, "outputFileCount": 1],
      "statusSummary": [
        "status": .string(status), "errors": .array(errors), "extensions": [:],
      ],
      member: .array(
        ids.map {
          ["id": $0, "type": .string(type), "reference": ["type": "Batch", "ids": [$0]]]
        }),
    ]
  }
}
