/// A page of a list of runs, or one run.
///
/// Runs are read as any JSON, so that no wait ends because a run is of another form.
struct RunPage: FlowServiceList, Decodable {
  var items: [JSONValue]

  init(from decoder: any Decoder) throws {
    let value = try JSONValue(from: decoder)
    // What is no list but has an ID is a run itself.
    items = value["items"]?.arrayValue ?? (value["id"] == nil ? [] : [value])
  }
}

extension FlowServiceClient {
  /// The run of an ID, or else the one that was made last, of all pages of a list.
  func run(
    _ runID: String?, in request: FlowServiceRequest<RunPage>, maximumPages: Int
  ) async throws -> JSONValue? {
    var latest: (run: JSONValue, createdAt: Double)?
    var count = 0
    for try await page in pages(of: request) {
      count += 1
      guard count <= maximumPages else {
        // To say that there is no such run, or that another one is the last, would be a guess.
        let reason =
          "the list of runs goes on after \(maximumPages) pages. Keep it short by a PropertyFilter, "
          + "for example on createdAt, or ask for the run by its ID."
        throw FlowServiceError(
          kind: .badNextPage(reason: reason), request: request.description, tries: 1)
      }
      for run in page.items {
        if let runID {
          if run["id"]?.stringValue == runID { return run }
          continue
        }
        let createdAt = run["createdAt"]?.doubleValue ?? 0
        if latest == nil || createdAt > latest?.createdAt ?? 0 { latest = (run, createdAt) }
      }
    }
    return latest?.run
  }
}
