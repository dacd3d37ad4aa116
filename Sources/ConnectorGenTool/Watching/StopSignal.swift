import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether somebody wants a command to end that would go on for ever.
enum StopSignal {
  private static let wasSent = Atomic<Bool>(false)

  static var isSent: Bool { wasSent.load(ordering: .relaxed) }

  /// From now on an interrupt ends nothing by itself; what is being written is written to its end.
  static func catchAll() {
    // Made before the handler runs: in a handler nothing may be made.
    wasSent.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in StopSignal.wasSent.store(true, ordering: .relaxed) }
    }
  }
}
