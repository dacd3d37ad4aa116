#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error, the only places where the tool prints.
enum Output {
  static func print(_ text: String) {
    guard !Descriptor.writeAll(Array(text.utf8), to: 1) else { return }
    // A reader that went away (`| head`) is no reason to complain; a full disk is.
    guard errno != EPIPE else { return }
    printError("connectorgen: error: \(FileProblem(path: "the output", cannot: "be written"))\n")
    exit(2)
  }

  static func printError(_ text: String) { _ = Descriptor.writeAll(Array(text.utf8), to: 2) }

  static var isTerminal: Bool { isatty(1) == 1 }
  static var isErrorTerminal: Bool { isatty(2) == 1 }

  /// The columns of the terminal that standard output goes to; nil where it goes elsewhere.
  static var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    #if canImport(Musl)
      let request = Int32(TIOCGWINSZ)
    #else
      let request = UInt(TIOCGWINSZ)
    #endif
    guard ioctl(1, request, &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether people want colour where nothing else is said: not where `NO_COLOR` is set, nor on a
  /// terminal that knows none.
  static var mayColor: Bool {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    return getenv("TERM").map { String(cString: $0) } != "dumb"
  }
}
