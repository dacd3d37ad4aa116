#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that cannot be used.
struct FileProblem: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String { "\(path): \(reason)" }

  init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// What the last call of the system said; `action` is what could not be done: `be read`.
  init(path: String, cannot action: String, number: Int32 = errno) {
    self.init(path: path, reason: "cannot \(action): \(Self.words(for: number))")
  }

  private static func words(for number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file or folder"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a file stands where a folder is needed"
    case EACCES, EPERM: "no permission"
    case EROFS: "the file system is read-only"
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "files may not become that large here"
    case EAGAIN, EBUSY, ETXTBSY: "another program keeps it locked"
    case ENAMETOOLONG: "its name is too long"
    case ELOOP: "its links lead back to it"
    default: strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
  }
}
