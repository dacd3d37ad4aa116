/// A pattern of paths: `*` and `?` stay within a folder, `**` crosses folders, `{a,b}` is either.
///
/// A backslash takes the next sign literally. A pattern without wildcards, and one that ends in a
/// slash, names a folder with all that is in it as well. Matching takes time in proportion to path
/// times pattern, whatever they are.
package struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  package let text: String
  /// The byte offset of a brace that never closes; it is taken literally.
  package let unclosedBrace: Int?
  private let program: [Step]

  /// One state of the automaton; states without bytes are passed through at once.
  private enum Step: Hashable, Sendable {
    case byte(UInt8)
    /// The first byte of any sign but a slash.
    case anySign
    /// The other bytes of a sign, as many as there are.
    case continuation
    /// Any bytes but slashes, as many as there are.
    case withinFolder
    /// Any bytes, as many as there are.
    case acrossFolders
    case split(Int, Int)
    case jump(Int)
    case end
    /// The end, or a slash: what is in the folder belongs to it.
    case endOrFolder
  }

  package init(_ text: String) {
    self.text = text
    var compiler = Compiler(text)
    program = compiler.compile()
    unclosedBrace = compiler.unclosedBrace
  }

  package var description: String { text }

  /// The same below a folder; a pattern from the root stays as it is.
  package func below(_ folder: String) -> PathPattern {
    guard !text.hasPrefix("/") else { return self }
    var prefix = ""
    for character in folder {
      if "*?{}\\".contains(character) { prefix += "\\" }
      prefix.append(character)
    }
    return PathPattern(prefix + (prefix.hasSuffix("/") ? "" : "/") + text)
  }

  /// Whether the pattern is that of this path; a leading `./` changes nothing.
  package func matches(_ path: String) -> Bool {
    var bytes = Array(path.utf8)[...]
    while bytes.starts(with: [UInt8(ascii: "."), UInt8(ascii: "/")]) { bytes = bytes.dropFirst(2) }
    let slash = UInt8(ascii: "/")
    var states: [Int] = []
    var next: [Int] = []
    var seen = [Int](repeating: -1, count: program.count)
    enter(0, at: 0, states: &states, seen: &seen)
    for (position, byte) in bytes.enumerated() {
      next.removeAll(keepingCapacity: true)
      for state in states {
        switch program[state] {
        case .byte(let expected):
          if byte == expected { enter(state + 1, at: position + 1, states: &next, seen: &seen) }
        case .anySign:
          if byte != slash, byte & 0xC0 != 0x80 {
            enter(state + 1, at: position + 1, states: &next, seen: &seen)
          }
        case .continuation:
          if byte & 0xC0 == 0x80 { enter(state, at: position + 1, states: &next, seen: &seen) }
        case .withinFolder:
          if byte != slash { enter(state, at: position + 1, states: &next, seen: &seen) }
        case .acrossFolders:
          enter(state, at: position + 1, states: &next, seen: &seen)
        case .endOrFolder:
          if byte == slash { return true }
        case .split, .jump, .end:
          break
        }
      }
      swap(&states, &next)
      if states.isEmpty { return false }
    }
    return states.contains { program[$0] == .end || program[$0] == .endOrFolder }
  }

  /// Adds a state and all that can be reached from it without a byte.
  private func enter(_ state: Int, at position: Int, states: inout [Int], seen: inout [Int]) {
    var pending = [state]
    while let state = pending.popLast() {
      guard seen[state] != position else { continue }
      seen[state] = position
      switch program[state] {
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .jump(let target):
        pending.append(target)
      case .withinFolder, .acrossFolders, .continuation:
        states.append(state)
        pending.append(state + 1)
      case .byte, .anySign, .end, .endOrFolder:
        states.append(state)
      }
    }
  }

  /// Turns the text into steps.
  private struct Compiler {
    let bytes: [UInt8]
    var index = 0
    var program: [Step] = []
    var unclosedBrace: Int?
    var hasWildcard = false
    /// The open braces: where the split of the current alternative stands, and the jumps to the end.
    var groups: [(split: Int, jumps: [Int])] = []
    /// For each brace that opens a group whether it closes.
    let closing: Set<Int>

    init(_ text: String) {
      bytes = Array(text.utf8)
      var open: [Int] = []
      var closing: Set<Int> = []
      var position = 0
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: "\\"): position += 1
        case UInt8(ascii: "{"): open.append(position)
        case UInt8(ascii: "}"): if let start = open.popLast() { closing.insert(start) }
        default: break
        }
        position += 1
      }
      self.closing = closing
      unclosedBrace = open.first
    }

    mutating func compile() -> [Step] {
      while peek(0) == UInt8(ascii: "."), peek(1) == UInt8(ascii: "/") { index += 2 }
      while index < bytes.count { step() }
      if !groups.isEmpty { groups.removeAll() }
      let endsInSlash = program.last == .byte(UInt8(ascii: "/"))
      if endsInSlash {
        program.append(.acrossFolders)
        program.append(.end)
      } else {
        program.append(hasWildcard ? .end : .endOrFolder)
      }
      return program
    }

    private func peek(_ distance: Int) -> UInt8? {
      index + distance < bytes.count ? bytes[index + distance] : nil
    }

    private mutating func step() {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"):
        index += 1
        program.append(.byte(peek(0) ?? byte))
        index += 1
      case UInt8(ascii: "*"):
        star()
      case UInt8(ascii: "?"):
        hasWildcard = true
        program.append(.anySign)
        program.append(.continuation)
        index += 1
      case UInt8(ascii: "{") where closing.contains(index):
        hasWildcard = true
        groups.append((split: program.count, jumps: []))
        program.append(.split(program.count + 1, program.count + 1))
        index += 1
      case UInt8(ascii: ",") where !groups.isEmpty:
        alternative()
        index += 1
      case UInt8(ascii: "}") where !groups.isEmpty:
        let group = groups.removeLast()
        // The last alternative has no other one to try.
        program[group.split] = .jump(group.split + 1)
        for jump in group.jumps { program[jump] = .jump(program.count) }
        index += 1
      default:
        program.append(.byte(byte))
        index += 1
      }
    }

    private mutating func alternative() {
      let group = groups.count - 1
      groups[group].jumps.append(program.count)
      program.append(.jump(0))
      program[groups[group].split] = .split(groups[group].split + 1, program.count)
      groups[group].split = program.count
      program.append(.split(program.count + 1, program.count + 1))
    }

    private mutating func star() {
      hasWildcard = true
      var stars = 0
      while peek(0) == UInt8(ascii: "*") {
        stars += 1
        index += 1
      }
      guard stars > 1 else {
        program.append(.withinFolder)
        return
      }
      // `**/` is any number of folders, none included: an alternative to going on at once.
      let startsPart = program.isEmpty || program.last == .byte(UInt8(ascii: "/"))
      if startsPart, peek(0) == UInt8(ascii: "/") {
        index += 1
        let split = program.count
        program.append(.split(split + 1, split + 3))
        program.append(.acrossFolders)
        program.append(.byte(UInt8(ascii: "/")))
      } else {
        program.append(.acrossFolders)
      }
    }
  }
}
