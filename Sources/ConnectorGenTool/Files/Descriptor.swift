#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whole reads and writes of an open file, whatever interrupts them.
enum Descriptor {
  /// All bytes up to the end; nil where they cannot be read, with the reason in `errno`.
  static func readAll(from descriptor: Int32) -> [UInt8]? {
    var information = stat()
    let size = fstat(descriptor, &information) == 0 ? Int(information.st_size) : 0
    var all: [UInt8] = []
    all.reserveCapacity(size)
    var buffer = [UInt8](repeating: 0, count: min(max(size + 1, 4_096), 1 << 20))
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        all += buffer[..<count]
      } else if count == 0 {
        return all
      } else if errno != EINTR {
        return nil
      }
    }
  }

  /// Whether all bytes were written; where not, the reason is in `errno`.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count > 0 { written += count } else if count == 0 || errno != EINTR { return false }
    }
    return true
  }
}
