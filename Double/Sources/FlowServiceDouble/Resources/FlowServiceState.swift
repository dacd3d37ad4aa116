import FlowServiceRuntime

/// What the service keeps. Each call is carried out as a whole or not at all, one after the other.
actor FlowServiceState {
  let settings: DoubleSettings
  let catalog: Catalog
  private var sandboxes: [String: Sandbox] = [:]
  private var lastNumber = 0
  private(set) var runOutcome: DoubleSettings.RunOutcome

  init(settings: DoubleSettings, catalog: Catalog) {
    self.settings = settings
    self.catalog = catalog
    self.runOutcome = settings.runOutcome
  }

  func setRunOutcome(_ outcome: DoubleSettings.RunOutcome) {
    runOutcome = outcome
  }

  func clear() {
    sandboxes = [:]
    runOutcome = settings.runOutcome
  }

  private func sandbox(_ name: String) -> Sandbox {
    sandboxes[name] ?? Sandbox(name: name)
  }

  private func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  // MARK: Resources

  func create(
    _ kind: ResourceKind, _ content: JSONValue, isDraft: Bool, in name: String
  ) throws(ServiceError) -> JSONValue {
    var sandbox = sandbox(name)
    let check = ContentCheck(sandbox: sandbox, catalog: catalog, isDraft: isDraft)
    try check.check(content, as: kind)
    let resource = Resource(
      id: Resource.newID(), number: nextNumber(), content: content, isDraft: isDraft)
    sandbox.keep(resource, as: kind)
    if kind == .flows, !isDraft { startRun(of: resource.id, in: &sandbox) }
    sandboxes[name] = sandbox
    return resource.receipt
  }

  /// Puts a resource where a request expects one, unchecked: for tests that need an ID of theirs.
  func seed(_ kind: ResourceKind, id: String, _ content: JSONValue, state: String?, in name: String)
  {
    var sandbox = sandbox(name)
    var resource = Resource(id: id, number: nextNumber(), content: content, isDraft: false)
    if let state { resource.state = state }
    if let etag = content["etag"]?.stringValue { resource.etag = etag }
    sandbox.keep(resource, as: kind)
    sandboxes[name] = sandbox
  }

  func retrieve(
    _ kind: ResourceKind, _ id: String, in name: String
  ) throws(ServiceError) -> JSONValue {
    var sandbox = sandbox(name)
    if kind == .runs {
      guard var run = sandbox.runs[id] else { throw .notFound(id) }
      run.look(now: .now, settings: settings)
      sandbox.runs[id] = run
      sandboxes[name] = sandbox
      return ["items": [document(of: run, in: sandbox)]]
    }
    return ["items": [document(of: try sandbox.find(kind, id), kind, in: sandbox)]]
  }

  func update(
    _ kind: ResourceKind, _ id: String, ifMatch: String?, _ patch: PatchInstructions,
    in name: String
  ) throws(ServiceError) -> JSONValue {
    var sandbox = sandbox(name)
    var resource = try sandbox.find(kind, id)
    try Self.check(ifMatch, against: resource)
    let content = try patch.applied(to: resource.content)
    if content["connectionSpec"] != resource.content["connectionSpec"] {
      throw .invalid("1414-400", "A connection keeps the connection spec it was made with.")
    }
    let check = ContentCheck(
      sandbox: sandbox, catalog: catalog, isDraft: resource.state == "draft")
    try check.check(content, as: kind)
    resource.content = content
    resource.touch()
    sandbox.keep(resource, as: kind)
    sandboxes[name] = sandbox
    return resource.receipt
  }

  private static func check(_ ifMatch: String?, against resource: Resource) throws(ServiceError) {
    guard let ifMatch, !ifMatch.isEmpty else {
      throw .service(
        "1403-400", "Header is missing",
        "There is no header 'If-Match' in the request. Add it and repeat.")
    }
    guard ifMatch == resource.etag || ifMatch == "*" else {
      throw .service(
        "1404-412", "Version not matching",
        """
        You sent version '\(ifMatch)', but entity '\(resource.id)' is at another version. Fetch \
        the version it has now and repeat with that one.
        """)
    }
  }

  func delete(_ kind: ResourceKind, _ id: String, in name: String) throws(ServiceError) {
    var sandbox = sandbox(name)
    _ = try sandbox.find(kind, id)
    switch kind {
    case .connections:
      let sources = (sandbox.resources[.sourceConnections] ?? [:]).values.filter {
        $0.content["baseConnectionId"] == .string(id)
      }
      let isUsed = sources.contains { !sandbox.flows(using: .sourceConnections, $0.id).isEmpty }
      if isUsed {
        throw .invalid(
          "1418-400",
          "Base connection \(id) stays, since at least one flow needs it. Delete those flows first."
        )
      }
    case .sourceConnections, .targetConnections:
      guard sandbox.flows(using: kind, id).isEmpty else {
        throw .invalid("1447-400", "There are active flows with the id \(id) in them.")
      }
    case .flows:
      sandbox.runs = sandbox.runs.filter { $0.value.flowID != id }
    case .runs:
      break
    }
    sandbox.resources[kind]?[id] = nil
    sandboxes[name] = sandbox
  }

  /// Publishing a draft, or switching a flow on and off.
  func act(
    _ operation: String, on kind: ResourceKind, _ id: String, in name: String
  ) throws(ServiceError) -> JSONValue {
    var sandbox = sandbox(name)
    var resource = try sandbox.find(kind, id)
    let isUseful: Bool
    switch operation {
    case "publish": isUseful = resource.state == "draft"
    case "enable": isUseful = resource.state == "disabled"
    case "disable": isUseful = resource.state == "enabled"
    default:
      throw .invalid(
        "1434-400",
        "There is no operation '\(operation)'. Use an operation type that exists and repeat.")
    }
    guard isUseful else {
      throw .invalid(
        "1422-400",
        """
        The action \(operation) is of no use in the state \(resource.state). Choose another action \
        and repeat.
        """)
    }
    if operation == "publish" {
      let check = ContentCheck(sandbox: sandbox, catalog: catalog, isDraft: false)
      try check.check(resource.content, as: kind)
    }
    resource.state = operation == "disable" ? "disabled" : "enabled"
    resource.touch()
    sandbox.keep(resource, as: kind)
    if operation == "publish", kind == .flows { startRun(of: id, in: &sandbox) }
    sandboxes[name] = sandbox
    return resource.receipt
  }

  // MARK: Runs

  func createRun(_ body: JSONValue, in name: String) throws(ServiceError) -> JSONValue {
    var sandbox = sandbox(name)
    guard let flowID = body["flowId"]?.stringValue, !flowID.isEmpty else {
      throw .invalid("1446-400", "The flow ID is null or empty. Give one and repeat.")
    }
    guard sandbox.resources[.flows]?[flowID] != nil else {
      throw .invalid("1430-400", "There is no flow with id \(flowID).")
    }
    let run = startRun(of: flowID, in: &sandbox)
    sandboxes[name] = sandbox
    return run.resource.receipt
  }

  @discardableResult
  private func startRun(of flowID: String, in sandbox: inout Sandbox) -> Run {
    let resource = Resource(
      id: Resource.newID(), number: nextNumber(), content: [:], isDraft: false)
    let run = Run(resource: resource, flowID: flowID, outcome: runOutcome, started: .now)
    sandbox.runs[resource.id] = run
    return run
  }

  // MARK: Lists

  func list(
    _ kind: ResourceKind, _ query: Query, in name: String
  ) throws(ServiceError) -> JSONValue {
    let request = try ListRequest(query, pageSize: settings.pageSize)
    var sandbox = sandbox(name)
    var rows: [ListRequest.Row]
    if kind == .runs {
      rows = sandbox.runs.values.map {
        (number: $0.resource.number, document: document(of: $0, in: sandbox))
      }
    } else {
      rows = (sandbox.resources[kind] ?? [:]).values.map {
        (number: $0.number, document: document(of: $0, kind, in: sandbox))
      }
    }
    let answer = try request.answer(for: &rows, collection: kind.rawValue)
    if kind == .runs {
      for row in rows {
        guard let id = row.document["id"]?.stringValue else { continue }
        sandbox.runs[id]?.look(now: .now, settings: settings)
      }
      sandboxes[name] = sandbox
    }
    return answer
  }

  // MARK: Other services

  func keepRecord(_ record: JSONValue, id: String, of service: String, in name: String) {
    var sandbox = sandbox(name)
    sandbox.records[service, default: [:]][id] = record
    sandboxes[name] = sandbox
  }

  func records(of service: String, in name: String) -> [JSONValue] {
    let records = sandbox(name).records[service] ?? [:]
    return records.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Documents

  private func document(of run: Run, in sandbox: Sandbox) -> JSONValue {
    let flow = sandbox.resources[.flows]?[run.flowID]?.content
    return run.document(
      sandbox: sandbox.name, organizationID: settings.organizationID,
      sourceConnectionIDs: flow?["sourceConnectionIds"]?.arrayValue ?? [],
      targetConnectionIDs: flow?["targetConnectionIds"]?.arrayValue ?? [])
  }

  private func document(
    of resource: Resource, _ kind: ResourceKind, in sandbox: Sandbox
  ) -> JSONValue {
    var document = resource.document(
      sandbox: sandbox.name, organizationID: settings.organizationID)
    switch kind {
    case .connections: hideSecrets(in: &document)
    case .flows: FlowDocument(flow: resource, sandbox: sandbox).complete(&document)
    default: break
    }
    return document
  }

  /// What is secret never comes back.
  private func hideSecrets(in document: inout JSONValue) {
    guard var parameters = document["auth"]?["params"]?.objectValue,
      let id = document["connectionSpec"]?["id"]?.stringValue,
      let specs = catalog.connectionSpecs[id]?.document["authSpec"]?.arrayValue
    else { return }
    for spec in specs where spec["name"] == document["auth"]?["specName"] {
      for (name, schema) in spec["spec"]?["properties"]?.objectValue ?? [:]
      where schema["format"] == "password" { parameters[name] = nil }
    }
    document["auth"]?["params"] = .object(parameters)
  }
}
