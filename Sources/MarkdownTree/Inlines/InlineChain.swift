/// The pieces of running text while it is read: a doubly linked list in an array, because emphasis
/// and links take pieces that were already found.
struct InlineChain {
  enum Kind {
    /// The text's own bytes.
    case text
    /// Other bytes than the text's: a character reference.
    case characters([UInt8])
    case code(String)
    case html
    case softBreak
    case lineBreak
    case emphasis
    case strong
    case strikethrough
    case link(destination: String, title: String)
    case image(source: String, title: String)
    case term(label: String)
  }

  struct Node {
    var kind: Kind
    var start: Int
    var end: Int
    /// Where the text's value starts; behind the backslash of an escape.
    var valueStart: Int
    var previous = -1
    var next = -1
    var firstChild = -1
  }

  private(set) var nodes: [Node] = []
  private(set) var first = -1
  private(set) var last = -1

  subscript(index: Int) -> Node {
    get { nodes[index] }
    set { nodes[index] = newValue }
  }

  /// Adds a piece at the end.
  @discardableResult
  mutating func append(_ kind: Kind, _ start: Int, _ end: Int, valueStart: Int? = nil) -> Int {
    var node = Node(kind: kind, start: start, end: end, valueStart: valueStart ?? start)
    node.previous = last
    nodes.append(node)
    let index = nodes.count - 1
    if last >= 0 { nodes[last].next = index } else { first = index }
    last = index
    return index
  }

  /// Shortens a text at its front and at its end.
  mutating func trim(_ index: Int, start: Int, end: Int) {
    nodes[index].start = start
    nodes[index].valueStart = max(nodes[index].valueStart, start)
    nodes[index].end = end
  }

  /// Puts all that stands behind `opener`, up to `last`, into a new piece, which takes its place.
  @discardableResult
  mutating func wrap(
    _ kind: Kind, behind opener: Int, upTo last: Int, start: Int, end: Int, replacing: Bool
  ) -> Int {
    var node = Node(kind: kind, start: start, end: end, valueStart: start)
    let index = nodes.count
    let firstChild = nodes[opener].next
    let follower = last == opener ? firstChild : nodes[last].next
    if last != opener, firstChild >= 0 {
      node.firstChild = firstChild
      nodes[firstChild].previous = -1
      nodes[last].next = -1
    }
    let before = replacing ? nodes[opener].previous : opener
    node.previous = before
    node.next = follower
    nodes.append(node)
    if before >= 0 { nodes[before].next = index } else { first = index }
    if follower >= 0 { nodes[follower].previous = index } else { self.last = index }
    return index
  }

  /// Puts the only piece there is into a new one.
  mutating func wrapFirst(_ kind: Kind, start: Int, end: Int) {
    var node = Node(kind: kind, start: start, end: end, valueStart: start)
    node.firstChild = first
    nodes.append(node)
    first = nodes.count - 1
    last = first
  }
}
