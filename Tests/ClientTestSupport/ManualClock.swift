import Synchronization

/// A clock that goes only where it is put.
///
/// Short sleeps end at once, with the clock put forward: waits between tries take no time in a test.
/// Long ones, as of a timeout, last until the clock is put forward by hand.
package final class ManualClock: Clock, Sendable {
  package struct Instant: InstantProtocol {
    package var offset: Duration

    package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    package func duration(to other: Instant) -> Duration { other.offset - offset }
    package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct Sleeper {
    var deadline: Instant
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Instant(offset: .zero)
    var sleeps: [Duration] = []
    var sleepers: [Int: Sleeper] = [:]
    var cancelled: Set<Int> = []
    var count = 0
  }

  private let longest: Duration
  private let state = Mutex(State())

  /// - Parameter longest: How long a sleep may be that ends at once.
  package init(sleepsEndAtOnceUpTo longest: Duration = .seconds(25)) {
    self.longest = longest
  }

  package var now: Instant { state.withLock { $0.now } }
  package var minimumResolution: Duration { .zero }

  /// The sleeps that ended at once.
  package var sleeps: [Duration] { state.withLock { $0.sleeps } }
  /// How many sleep now.
  package var sleeperCount: Int { state.withLock { $0.sleepers.count } }

  /// Puts the clock forward, or back, and wakes whose time has come.
  package func advance(by duration: Duration) {
    let woken = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      let due = state.sleepers.filter { $0.value.deadline <= state.now }
      for key in due.keys { state.sleepers[key] = nil }
      return due.values.map { $0.continuation }
    }
    for continuation in woken { continuation.resume() }
  }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let (key, isLong) = state.withLock { state in
      state.count += 1
      let duration = state.now.duration(to: deadline)
      if duration > longest { return (state.count, true) }
      state.sleeps.append(duration)
      state.now = Swift.max(state.now, deadline)
      return (state.count, false)
    }
    guard isLong else { return }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isCancelled = state.withLock { state in
          if state.cancelled.remove(key) != nil { return true }
          state.sleepers[key] = Sleeper(deadline: deadline, continuation: continuation)
          return false
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        let sleeper = state.sleepers.removeValue(forKey: key)
        if sleeper == nil { state.cancelled.insert(key) }
        return sleeper
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }
}
