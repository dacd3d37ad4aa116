/// A page before anything is read.
package struct PageInput: Sendable {
  /// The path as findings show it.
  package var path: String
  /// The path below the documentation's root.
  package var page: String
  /// Where the page belongs, if it is somewhere else: what overlays call it.
  package var place: String?
  package var bytes: [UInt8]

  package init(path: String, page: String, place: String? = nil, bytes: [UInt8]) {
    self.path = path
    self.page = page
    self.place = place
    self.bytes = bytes
  }
}
