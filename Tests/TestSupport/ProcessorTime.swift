#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The time that a thread really computes: unlike that of a clock on the wall it does not grow where
/// other programs take the processor away.
package enum ProcessorTime {
  /// How many seconds the work takes, which must not wait for other threads to do it.
  package static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return now - start
  }

  /// Whether work on `large` takes at most `factor` times as long as work on `small`.
  ///
  /// One slow try is no proof of the contrary: one of several has to show it.
  package static func grows(
    atMost factor: Double, from small: () throws -> Void, to large: () throws -> Void
  ) rethrows -> Bool {
    for _ in 0..<5 {
      // Of shorter times nothing can be told.
      let one = max(try seconds(small), 0.02)
      if try seconds(large) <= one * factor { return true }
    }
    return false
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
