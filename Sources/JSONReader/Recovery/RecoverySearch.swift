/// Reads broken JSON as what it was most likely meant to be.
///
/// The search follows several readings of the text at once. Where the grammar allows what comes next
/// there is one way on and it costs nothing. Where it does not, each repair that could help gives a
/// reading with a price, and indentation that does not fit a reading makes it dearer. The readings
/// go on side by side, sorted by their place in the text; readings that meet in the same state are
/// the same from there on, and only the cheaper one is kept. The cheapest reading at the end wins,
/// so that a repair is judged by how well all that follows fits it.
struct RecoverySearch {
  /// Readings that are followed at once.
  private static let width = 40
  /// A reading that is dearer than the cheapest one by so much is given up.
  private static let slack = 700
  /// Places with more than one way on, after which the reading must be convincing to go on for as many
  /// again: long text that is no JSON is given up soon, and broken JSON is read to its end.
  private static let forksUntilJudged = 20_000

  let bytes: [UInt8]
  let scan: TextScan
  var strings: StringReadings
  let bare: BareReadings
  var frames: [Frame]
  var frameIndices: [Frame: Int] = [:]
  var steps: [Step] = []
  /// The bracket that nests too deeply, if one does.
  private(set) var tooDeep: Int?
  private(set) var forks = 0
  /// Repairs that were tried.
  private var repairs = 0
  /// The indentation of the last line, for a root whose own is unknown: it follows other text, such
  /// as an option, on its line.
  private let lastIndent: Int

  /// Readings that wait at later places.
  var waiting: [Configuration] = []
  /// Readings at the current place; those that were followed already stay to be compared with.
  private var current: [Configuration] = []
  private var currentPosition = 0
  private var currentCost = 0
  var finished: [Configuration] = []
  private var keyReadings: [Int: [Scalar]] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scan = TextScan(bytes: bytes)
    strings = StringReadings(scan: scan)
    bare = BareReadings(scan: scan)
    lastIndent = scan.lastIndent()
    frames = [
      Frame(parent: 0, container: .array, start: -1, openIndent: -1, childIndent: -1, depth: 0)
    ]
  }

  /// The cheapest reading of the text from `start` on; nil where there is none.
  mutating func best(from start: Int) -> Configuration? {
    advance(
      Configuration(
        position: start, indent: 0, lineIndent: 0, end: start, state: .root, frame: 0, cost: 0,
        repairs: 0, evidence: 0, roots: 0, lastRoot: 0, step: -1),
      to: start)
    var limit = Self.forksUntilJudged
    // So many places in so little text are no slips of the pen.
    let most = max(limit, bytes.count / 2)
    while !waiting.isEmpty {
      if forks >= limit {
        guard forks < most, waiting.contains(where: NonJSON.isConvincing) else { return nil }
        limit += Self.forksUntilJudged
        forgetAbandoned()
      }
      var next = waiting[0].position
      for configuration in waiting where configuration.position < next {
        next = configuration.position
      }
      follow(at: next)
      prune()
    }
    return finished.min { $0.cost < $1.cost }
  }

  /// Follows all readings at a place, the cheapest first.
  private mutating func follow(at position: Int) {
    currentPosition = position
    current = waiting.filter { $0.position == position }
    waiting.removeAll { $0.position == position }
    if current.count > 1 { current.sort { $0.cost < $1.cost } }
    let before = waiting.count
    var index = 0
    while index < current.count {
      let configuration = current[index]
      index += 1
      currentCost = configuration.cost
      if position >= bytes.count { finish(configuration) } else { expand(configuration) }
    }
    current.removeAll(keepingCapacity: true)
    if waiting.count - before > 1 { forks += 1 }
    // A text that is broken all over gets less patience.
    if repairs > 5000, strings.reach > 200 {
      strings.reach = 200
      strings.maximumQuotes = 6
    }
    if keyReadings.count > 64 { keyReadings.removeAll(keepingCapacity: true) }
  }

  private mutating func prune() {
    guard waiting.count > 1 else { return }
    var cheapest = waiting[0].cost
    for configuration in waiting { cheapest = min(cheapest, configuration.cost) }
    waiting.removeAll { $0.cost > cheapest + Self.slack }
    let width = repairs < 5000 ? Self.width : 6
    guard waiting.count > width else { return }
    waiting.sort { $0.cost < $1.cost }
    waiting.removeLast(waiting.count - width)
  }

  // MARK: - Moves

  mutating func add(_ action: Action, to configuration: inout Configuration) {
    steps.append(Step(previous: configuration.step, action: action))
    configuration.step = steps.count - 1
  }

  /// Goes on behind a token that ends at `end`.
  mutating func advance(
    _ configuration: Configuration, to end: Int, _ state: State? = nil, cost: Int = 0,
    _ actions: Action...
  ) {
    var next = configuration
    if let state { next.state = state }
    next.cost += cost
    next.repairs += cost
    for action in actions { add(action, to: &next) }
    next.end = end
    let trivia = self.trivia(from: end)
    for issue in trivia.issues {
      let cost = issue.problem == .comment ? Cost.comment : Cost.oddBlank
      next.cost += cost
      next.repairs += cost
      add(.repair(issue.problem, issue.range), to: &next)
    }
    next.position = trivia.position
    next.indent = trivia.indent
    if trivia.indent >= 0 { next.lineIndent = trivia.indent }
    wait(next)
  }

  /// Goes on at the same place in another state.
  mutating func stay(
    _ configuration: Configuration, _ state: State, cost: Int, _ actions: Action...
  ) {
    var next = configuration
    next.state = state
    next.cost += cost
    next.repairs += cost
    for action in actions { add(action, to: &next) }
    wait(next)
  }

  /// Makes a reading that ended at the end of the text a candidate.
  mutating func complete(_ configuration: Configuration) { finished.append(configuration) }

  private mutating func wait(_ configuration: Configuration) {
    if configuration.cost > currentCost { repairs += 1 }
    if configuration.position == currentPosition, !current.isEmpty {
      // The same place again: it is of use only if no cheaper reading was there in that state.
      for known in current
      where known.state == configuration.state && known.frame == configuration.frame
        && known.cost <= configuration.cost
      {
        return
      }
      current.append(configuration)
      return
    }
    for index in waiting.indices
    where waiting[index].position == configuration.position
      && waiting[index].state == configuration.state
      && waiting[index].frame == configuration.frame
    {
      if configuration.cost < waiting[index].cost { waiting[index] = configuration }
      return
    }
    waiting.append(configuration)
  }

  func trivia(from start: Int) -> Trivia { Trivia(bytes, from: start) }

  // MARK: - Containers

  /// Opens a container and goes on inside it.
  ///
  /// - Parameter end: The offset behind the opening bracket; nil where the bracket is missing.
  mutating func open(
    _ configuration: Configuration, _ container: Container, end: Int?, cost: Int = 0,
    isFragment: Bool = false, _ actions: Action...
  ) {
    let parent = frames[configuration.frame]
    guard parent.depth < StrictParser.maximumDepth else {
      if tooDeep == nil { tooDeep = configuration.position }
      return
    }
    var openIndent = configuration.lineIndent
    var childIndent = -1
    if let end {
      childIndent = indentOfContent(from: end)
      if configuration.position == 0 { openIndent = lastIndent }
      // `[{`: nobody knows where the inner one should close.
      if configuration.indent < 0, Byte.isOpener(scan.at(configuration.end - 1)) {
        openIndent = -1
      }
    } else {
      // The lost bracket stood in the line of the key, or on a line of its own.
      if configuration.indent >= 0 {
        childIndent = configuration.indent
        if parent.childIndent >= 0 { openIndent = parent.childIndent }
      }
    }
    let frame = Frame(
      parent: configuration.frame, container: container, start: configuration.position,
      openIndent: openIndent, childIndent: childIndent, depth: parent.depth + 1,
      isFragment: isFragment)
    var next = configuration
    next.cost += cost
    next.repairs += cost
    for action in actions { add(action, to: &next) }
    add(.open(container, at: configuration.position), to: &next)
    next.frame = index(of: frame)
    let state: State = container == .object ? .firstKey : .firstElement
    if let end {
      advance(next, to: end, state)
    } else {
      next.state = state
      stay(next, state, cost: 0)
    }
  }

  /// Wraps the last value in an array that goes on.
  mutating func wrapped(
    _ configuration: Configuration, cost: Int, needsCloser: Bool = false
  ) -> Configuration {
    let parent = frames[configuration.frame]
    let frame = Frame(
      parent: configuration.frame, container: .array, start: configuration.position,
      openIndent: -1, childIndent: -1, depth: parent.depth + 1, isFragment: parent.depth == 0,
      needsCloser: needsCloser)
    var next = configuration
    next.cost += cost
    next.repairs += cost
    next.frame = index(of: frame)
    add(.wrapLast, to: &next)
    return next
  }

  /// Opens the frame of the last root again.
  mutating func reopened(_ configuration: Configuration, cost: Int) -> Configuration {
    var next = configuration
    next.cost += cost
    next.repairs += cost
    next.frame = configuration.lastRoot
    next.roots -= 1
    add(.reopen, to: &next)
    return next
  }

  /// The frame around, and the state there behind the container that was closed.
  mutating func closed(_ configuration: Configuration, end: Int) -> Configuration {
    var next = configuration
    let frame = frames[configuration.frame]
    add(.close(end: end), to: &next)
    next.frame = frame.parent
    if frame.parent == 0 {
      next.state = .afterRoot
      next.roots += 1
      next.lastRoot = configuration.frame
    } else {
      next.state = frames[frame.parent].container == .object ? .afterMember : .afterElement
    }
    return next
  }

  private mutating func index(of frame: Frame) -> Int {
    if let index = frameIndices[frame] { return index }
    frames.append(frame)
    frameIndices[frame] = frames.count - 1
    return frames.count - 1
  }

  /// The indentation of what a container holds that opens before `start`; -1 where its content
  /// begins on the same line.
  private func indentOfContent(from start: Int) -> Int {
    let content = scan.skipBlanks(start)
    guard content < bytes.count else { return -1 }
    var index = content
    // Stray marks behind the bracket do not make its content begin there.
    while index < bytes.count, !Byte.isLineEnd(bytes[index]) {
      let byte = bytes[index]
      if byte == Byte.quote || Byte.isOpener(byte) || Byte.isCloser(byte) || byte == Byte.comma {
        return -1
      }
      if index - content > 40 { return -1 }
      index += 1
    }
    let trivia = Trivia(bytes, from: index)
    guard trivia.position < bytes.count, !Byte.isCloser(bytes[trivia.position]) else { return -1 }
    return trivia.indent
  }

  // MARK: - Looking ahead

  /// The ways to read a key at `position`.
  mutating func keys(at position: Int) -> [Scalar] {
    if let known = keyReadings[position] { return known }
    let readings =
      strings.isQuote(position)
      ? strings.readings(at: position, .key) : bare.keys(at: position)
    keyReadings[position] = readings
    return readings
  }

  /// Whether a key with its colon stands at `position`, and not a value.
  mutating func isKey(at position: Int) -> Bool {
    guard position < bytes.count else { return false }
    let isString = strings.isQuote(position)
    if isString {
      let values = strings.readings(at: position, .element)
      if let plain = values.first, values.count == 1, plain.cost == 0,
        scan.follows(plain.range.upperBound, .element)
      {
        return false
      }
    } else if Byte.isOpener(bytes[position]) && scan.placeholderEnd(position) == nil {
      return false
    }
    return keys(at: position).contains { key in
      guard key.cost <= 180, isString || key.kind == .string else { return false }
      return scan.at(scan.skipBlanks(key.range.upperBound)) == Byte.colon
    }
  }
}
