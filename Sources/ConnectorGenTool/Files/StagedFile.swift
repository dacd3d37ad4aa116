#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// New bytes of a file, whole on the disk beside it, until `commit` puts them in its place by a
/// rename: at any moment the file is the old one or the new one.
struct StagedFile {
  let path: String
  /// Where the path leads: a link stays one.
  private let place: String
  private let temporary: String

  /// The file's folder must be there. A file's permissions stay what they are, and one that may not
  /// be written is not replaced.
  init(_ bytes: [UInt8], for path: String) throws(FileProblem) {
    self.path = path
    place = FileSystem.isLink(path) ? FileSystem.target(of: path) : path
    temporary = Self.temporaryPath(for: place)
    try FileSystem.checkWritable(place)
    Self.removeRemains(of: place)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileProblem(path: path, cannot: "be written") }
    var information = stat()
    if stat(place, &information) == 0 { fchmod(descriptor, information.st_mode & 0o777) }
    let isWritten = Descriptor.writeAll(bytes, to: descriptor)
    let reason = errno
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed else {
      let failure = FileProblem(
        path: path, cannot: "be written", number: isWritten ? errno : reason)
      discard()
      throw failure
    }
  }

  func commit() throws(FileProblem) {
    guard rename(temporary, place) == 0 else {
      let failure = FileProblem(path: path, cannot: "be written")
      discard()
      throw failure
    }
  }

  func discard() { _ = unlink(temporary) }

  /// Removes what an interrupted run left beside a file.
  static func removeRemains(of path: String) { _ = unlink(temporaryPath(for: path)) }

  private static func temporaryPath(for path: String) -> String { path + ".connectorgen-new" }
}
