#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error, the only places where the tool prints.
enum Output {
  static func print(_ text: String) { write(text, to: 1) }
  static func printError(_ text: String) { write(text, to: 2) }

  static var isTerminal: Bool { isatty(1) == 1 }
  static var isErrorTerminal: Bool { isatty(2) == 1 }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      if count > 0 {
        bytes = bytes.dropFirst(count)
        continue
      }
      // A reader that went away (`| head`) is no reason to complain; a full disk is.
      if descriptor == 1, errno != EPIPE {
        let reason = strerror(errno).map { String(cString: $0) } ?? "unknown reason"
        printError("connectorgen: error: the output cannot be written: \(reason)\n")
        exit(2)
      }
      return
    }
  }
}
