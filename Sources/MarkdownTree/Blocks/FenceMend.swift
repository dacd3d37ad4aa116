/// A line that is to be a fence and is none as the page has it.
struct FenceMend {
  enum Kind {
    /// The closing fence is missing: this is where it would stand.
    case lostClosing
    /// A fence of two backticks.
    case shortOpening
    case shortClosing
  }

  var kind: Kind
  var line: Int
  /// The bytes for which three backticks are to be read.
  var place: Range<Int>
}
