/// A response that lists what the service has, page by page.
public protocol FlowServiceList: Sendable {
  /// What is listed.
  associatedtype Item: Sendable
  /// What is on this page.
  var items: [Item] { get }
}
