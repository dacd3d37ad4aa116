/// The pages of a list, one after the other, as the links of the service lead to them.
///
/// A page is asked for when the loop comes to it. If one cannot be had, the loop ends with an error.
public struct FlowServicePages<List: FlowServiceList>: AsyncSequence, Sendable {
  /// A page.
  public typealias Element = List

  let client: FlowServiceClient
  let request: FlowServiceRequest<List>

  /// Begins with the first page.
  public func makeAsyncIterator() -> Iterator {
    Iterator(client: client, request: request)
  }

  /// Goes from page to page.
  public struct Iterator: AsyncIteratorProtocol, Sendable {
    private let client: FlowServiceClient
    private var request: FlowServiceRequest<List>?
    private var seen: Set<String> = []
    /// What is wrong with the link of the last page. The page itself is good and comes first.
    private var failure: FlowServiceError?

    init(client: FlowServiceClient, request: FlowServiceRequest<List>) {
      self.client = client
      self.request = request
    }

    /// The next page; nothing after the last one.
    ///
    /// - Throws: ``FlowServiceError``, of the kind ``FlowServiceError/Kind/badNextPage(reason:)`` where
    ///   the link of the page before cannot be followed; `CancellationError` if the task is cancelled.
    public mutating func next() async throws -> List? {
      if let failure {
        self.failure = nil
        throw failure
      }
      guard let request else { return nil }
      // After an error, too, there are no more pages.
      self.request = nil
      let exchange = try await client.exchange(for: request)
      let page = try client.decoded(exchange, of: request)
      seen.insert(request.encodedPath)
      guard let href = NextPage.href(in: exchange.response.body) else { return page }
      let path: String
      do {
        path = try NextPage.path(href, from: request.encodedPath, exchange.request.head)
        guard !seen.contains(path) else {
          throw NextPage.Problem(reason: "it leads to a page that was there before.")
        }
      } catch let problem as NextPage.Problem {
        failure = client.failure(.badNextPage(reason: problem.reason), exchange)
        return page
      }
      var next = request
      next.path = path
      // The link may repeat what is a secret in the query.
      next.secrets += PreparedRequest.secretsOfQuery(request).map { Secret($0) }
      next.query = []
      self.request = next
      return page
    }
  }
}
