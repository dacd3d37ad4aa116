/// The items of a list, over all its pages.
public struct FlowServiceItems<List: FlowServiceList>: AsyncSequence, Sendable {
  /// What is listed.
  public typealias Element = List.Item

  let pages: FlowServicePages<List>

  /// Begins with the first item.
  public func makeAsyncIterator() -> Iterator {
    Iterator(pages: pages.makeAsyncIterator())
  }

  /// Goes from item to item.
  public struct Iterator: AsyncIteratorProtocol, Sendable {
    private var pages: FlowServicePages<List>.Iterator
    private var items: ArraySlice<List.Item> = []

    init(pages: FlowServicePages<List>.Iterator) {
      self.pages = pages
    }

    /// The next item; nothing after the last one.
    ///
    /// - Throws: what ``FlowServicePages/Iterator/next()`` throws.
    public mutating func next() async throws -> List.Item? {
      while true {
        if let item = items.popFirst() { return item }
        guard let page = try await pages.next() else { return nil }
        items = page.items.listedItems[...]
      }
    }
  }
}

extension FlowServiceClient {
  /// The pages of a list.
  ///
  /// ```swift
  /// for try await page in client.pages(of: runs) { … }
  /// ```
  public func pages<List: FlowServiceList>(
    of request: FlowServiceRequest<List>
  ) -> FlowServicePages<List> {
    FlowServicePages(client: self, request: request)
  }

  /// The items of a list, over all its pages.
  ///
  /// ```swift
  /// for try await run in client.items(of: runs) { … }
  /// ```
  public func items<List: FlowServiceList>(
    of request: FlowServiceRequest<List>
  ) -> FlowServiceItems<List> {
    FlowServiceItems(pages: pages(of: request))
  }
}
