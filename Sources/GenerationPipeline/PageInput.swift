/// A page before anything is read.
package struct PageInput: Sendable {
  /// The path as findings show it.
  package var path: String
  /// The path below the documentation's root.
  package var page: String
  package var bytes: [UInt8]

  package init(path: String, page: String, bytes: [UInt8]) {
    self.path = path
    self.page = page
    self.bytes = bytes
  }
}
