#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps two runs from writing to the same folder at the same time. The system takes the lock away
/// from a run that ends, however it ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for another run, but not for ever.
  init(_ folder: String, milliseconds: Int = 10_000) throws(FileProblem) {
    descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: folder, cannot: "be opened") }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      // Some file systems of networks know no locks; to write without one is better than not at all.
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      guard waited < milliseconds else {
        close(descriptor)
        throw FileProblem(
          path: folder, reason: "another connectorgen is writing here; try again when it is done")
      }
      usleep(20_000)
      waited += 20
    }
  }

  deinit { close(descriptor) }
}
