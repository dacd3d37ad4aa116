/// Counts the time from now on. The clock's instants are of a type that only this function knows.
package func stopwatch<Time: Clock>(_ clock: Time) -> @Sendable () -> Duration
where Time.Duration == Duration {
  let start = clock.now
  return { start.duration(to: clock.now) }
}

/// Does something, and throws ``FlowServiceTransportError/timedOut`` if it takes too long.
package func withTimeout<Value: Sendable>(
  _ timeout: Duration, clock: any Clock<Duration>,
  _ operation: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      // A clock cannot count up to the longest durations.
      try await clock.sleep(for: min(timeout, .seconds(1_000_000_000)))
      return nil
    }
    defer { group.cancelAll() }
    guard let first = try await group.next(), let value = first else {
      throw FlowServiceTransportError.timedOut
    }
    return value
  }
}
