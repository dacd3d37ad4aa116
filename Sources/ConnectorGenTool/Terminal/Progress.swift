/// How far long work is, on a terminal only.
struct Progress {
  /// How many pieces of work to do between two looks.
  let step: Int

  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var isOnScreen = false

  init(of total: Int, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && Output.isErrorTerminal
    step = isShown ? 32 : max(total, 1)
  }

  /// Work that is done at once is not worth a flicker.
  mutating func show(_ done: Int) {
    guard isShown, start.duration(to: .now) > .milliseconds(300) else { return }
    Output.printError("\r\u{1B}[K\(done) of \(total) pages read")
    isOnScreen = true
  }

  mutating func clear() {
    if isOnScreen { Output.printError("\r\u{1B}[K") }
    isOnScreen = false
  }
}
