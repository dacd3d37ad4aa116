/// A response that lists what the service has, page by page.
public protocol FlowServiceList: Sendable {
  /// What is listed.
  associatedtype Item: Sendable
  /// An array, or an optional one where the operation has answers without it too.
  associatedtype Items: FlowServiceListItems where Items.ListedItem == Item
  /// What is on this page.
  var items: Items { get }
}

/// The form in which a response has its items.
public protocol FlowServiceListItems<ListedItem> {
  /// What is listed.
  associatedtype ListedItem
  /// The items; none where the response is without.
  var listedItems: [ListedItem] { get }
}

extension Array: FlowServiceListItems {
  /// The items themselves.
  public var listedItems: [Element] { self }
}

extension Optional: FlowServiceListItems where Wrapped: FlowServiceListItems {
  /// The items; none where the response is without.
  public var listedItems: [Wrapped.ListedItem] { self?.listedItems ?? [] }
}
