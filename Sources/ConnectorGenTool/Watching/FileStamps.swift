#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// By what one sees, without reading them, that files were changed.
struct FileStamps: Equatable {
  /// Of one file; a file that an editor puts in another's place is another file.
  private struct Stamp: Equatable {
    var file: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int

    init?(_ path: String) {
      var information = stat()
      guard stat(path, &information) == 0 else { return nil }
      file = UInt64(truncatingIfNeeded: information.st_ino)
      size = Int64(information.st_size)
      #if canImport(Darwin)
        let time = information.st_mtimespec
      #else
        let time = information.st_mtim
      #endif
      seconds = Int(time.tv_sec)
      nanoseconds = Int(time.tv_nsec)
    }
  }

  private var stamps: [String: Stamp] = [:]

  init(_ paths: [String]) {
    for path in paths { stamps[path] = Stamp(path) }
  }

  /// Whether a file that was there is there no more.
  func lacksFile(of earlier: FileStamps) -> Bool {
    earlier.stamps.keys.contains { stamps[$0] == nil }
  }
}
