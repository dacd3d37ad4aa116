import Synchronization

/// Work that many wait for and that is done once.
///
/// Who waits can be cancelled without the work being so: the others still want it.
final class SharedTask<Value: Sendable>: Sendable {
  private let task: Task<Value, any Error>

  init(_ operation: @escaping @Sendable () async throws -> Value) {
    task = Task.detached { try await operation() }
  }

  /// Ends the work, which nobody wants any more.
  func cancel() {
    task.cancel()
  }

  /// What came of the work. Throws `CancellationError` at once if the waiting task is cancelled.
  func value() async throws -> Value {
    let waiter = Waiter<Value>()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        waiter.begin(continuation)
        Task.detached { [task] in waiter.end(with: await task.result) }
      }
    } onCancel: {
      waiter.end(with: .failure(CancellationError()))
    }
  }
}

/// One who waits for the first of several results.
private final class Waiter<Value: Sendable>: Sendable {
  private enum State {
    case notBegun
    case waiting(CheckedContinuation<Value, any Error>)
    case ended(Result<Value, any Error>)
  }

  private let state = Mutex(State.notBegun)

  func begin(_ continuation: CheckedContinuation<Value, any Error>) {
    let early: Result<Value, any Error>? = state.withLock { state in
      if case .ended(let result) = state { return result }
      state = .waiting(continuation)
      return nil
    }
    if let early { continuation.resume(with: early) }
  }

  func end(with result: Result<Value, any Error>) {
    let continuation: CheckedContinuation<Value, any Error>? = state.withLock { state in
      switch state {
      case .ended: return nil
      case .notBegun:
        state = .ended(result)
        return nil
      case .waiting(let continuation):
        state = .ended(result)
        return continuation
      }
    }
    continuation?.resume(with: result)
  }
}
