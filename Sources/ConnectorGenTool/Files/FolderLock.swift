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
    var waited = 0
    while true {
      let opened = open(folder, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else { throw FileProblem(path: folder, cannot: "be opened") }
      // Some file systems of networks know no locks; to write without one is better than not at all.
      let isLocked = flock(opened, LOCK_EX | LOCK_NB) == 0 || ![EWOULDBLOCK, EINTR].contains(errno)
      // The run that had the lock may have put another folder in the place of this one.
      if isLocked, Self.isSame(opened, folder) {
        descriptor = opened
        return
      }
      close(opened)
      guard waited < milliseconds else {
        throw FileProblem(
          path: folder, reason: "another connectorgen is writing here; try again when it is done")
      }
      usleep(20_000)
      waited += 20
    }
  }

  private static func isSame(_ descriptor: Int32, _ folder: String) -> Bool {
    var own = stat()
    var other = stat()
    return fstat(descriptor, &own) == 0 && stat(folder, &other) == 0
      && own.st_ino == other.st_ino && own.st_dev == other.st_dev
  }

  deinit { close(descriptor) }
}
