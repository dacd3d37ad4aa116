/// A row of a table of error codes.
package struct ErrorCodeFact: Hashable, Sendable {
  /// `1403-400`.
  package var code: String
  package var message: String
  package var remedy: String
  package var range: Range<Int>

  package init(code: String, message: String, remedy: String, range: Range<Int>) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.range = range
  }
}
