/// The two kinds of containers.
enum Container: Hashable {
  case object, array

  var opener: String { self == .object ? "{" : "[" }
  var closer: String { self == .object ? "}" : "]" }
  var closerByte: UInt8 { self == .object ? Byte.closeBrace : Byte.closeBracket }
}

/// What a stretch of text is within its container.
enum Role: Hashable {
  case key, value, element
}

/// One way to read a key or a plain value.
struct Scalar {
  enum Kind {
    case string, number, literal
    /// Bytes without quotes, which stand for themselves.
    case text
  }

  var kind: Kind
  /// All of it, quotes included.
  var range: Range<Int>
  /// What is between the quotes.
  var content: Range<Int>
  var cost = 0
  var problem: Problem?
  var isUncertain = false
}

/// What a reading of the text does at a place; a chain of them gives the tree and the findings.
enum Action {
  case open(Container, at: Int)
  case close(end: Int)
  case key(Scalar)
  case value(Scalar)
  /// A key that nothing stands for.
  case missingKey(at: Int)
  /// A value that nothing stands for: null.
  case missingValue(at: Int)
  /// The text ends behind a key.
  case endAfterKey(at: Int)
  /// The last value is the first element of an array whose bracket is missing.
  case wrapLast
  /// The last root was closed too early.
  case reopen
  /// The open container is a guess.
  case uncertain
  case repair(Problem, Range<Int>)
  /// A repair where another one was possible.
  case guess(Problem, Range<Int>)
}

/// An action and the one before it.
struct Step {
  var previous: Int
  var action: Action
}

/// An open object or array. Frames never change, so readings share them.
struct Frame: Hashable {
  var parent: Int
  var container: Container
  /// Where it opens.
  var start: Int
  /// The indentation of the line in which it opens.
  var openIndent: Int
  /// The indentation of what it holds; -1 where that begins on the same line.
  var childIndent: Int
  var depth: Int
  /// A root whose brackets are missing altogether.
  var isFragment = false
  /// A list of plain values whose opening bracket is missing: the closing one must be there.
  var needsCloser = false
}

/// What may come next.
enum State: Hashable {
  case root, afterRoot
  /// Behind `{`: a key or the end.
  case firstKey
  /// Behind a comma.
  case key
  case colon
  case value
  case afterMember
  case firstElement
  case element
  case afterElement

  var isObject: Bool {
    switch self {
    case .firstKey, .key, .colon, .value, .afterMember: true
    default: false
    }
  }
}

/// One reading of the text up to a place.
struct Configuration {
  /// The start of the next token.
  var position: Int
  /// The indentation of the next token if it is the first of its line, otherwise -1.
  var indent: Int
  /// The indentation of the line of the next token.
  var lineIndent: Int
  /// The end of the last token.
  var end: Int
  var state: State
  var frame: Int
  /// What the repairs and the indentation that does not fit have cost.
  var cost: Int
  /// What the repairs alone have cost.
  var repairs: Int
  /// How much of the text reads as JSON.
  var evidence: Int
  var roots: Int
  /// The frame of the last root.
  var lastRoot: Int
  var step: Int
}

/// What repairs cost. A hundred is a slip that is seen at once; the reading that costs least is
/// taken, and indentation that does not fit only tips the scales between readings.
enum Cost {
  static let misplacedMember = 25
  static let misplacedCloser = 60
  static let oddBlank = 10
  static let comment = 50
  static let ellipsis = 50
  static let strayText = 170
  static let comma = 100
  static let sameLineComma = 140
  static let colon = 150
  static let closer = 180
  /// A missing closing bracket that a comma alone on its line shows.
  static let seenCloser = 120
  /// A missing closing bracket that nothing but the grammar speaks for.
  static let unseenCloser = 260
  static let wrongCloser = 200
  static let extraCloser = 220
  static let strayBracket = 300
  static let opener = 180
  static let unseenOpener = 260
  static let value = 200
  static let end = 150
  static let endOfOuter = 30
}
