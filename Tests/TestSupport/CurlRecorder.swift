import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An HTTP server on the loopback interface that keeps what the real curl sends.
///
/// Scripts run under bash with a `curl` whose connections all end here. An argument that starts with
/// `https://` is given to it as `http://`, since the recorder has no certificate.
package final class CurlRecorder: @unchecked Sendable {
  /// A request as it came in.
  package struct Request: Hashable, Sendable {
    package var method: String
    package var target: String
    package var headers: [[String]]
    package var body: [UInt8]

    /// The value of the first header of that name.
    package func header(_ name: String) -> String? {
      headers.first { $0[0].lowercased() == name.lowercased() }?[1]
    }
  }

  /// What a script did.
  package struct Run: Sendable {
    package var status: Int32
    package var output: [UInt8]
    package var errors: String
    package var requests: [Request]
  }

  package static var isAvailable: Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")
      && FileManager.default.isExecutableFile(atPath: "/bin/bash")
  }

  private let lock = NSLock()
  private var recorded: [Request] = []
  private let listener: Int32
  private let port: UInt16
  private let folder: URL

  package init() throws {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = Int32(SOCK_STREAM)
    #endif
    listener = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, generic, &length) == 0
      }
    }
    guard listener >= 0, isBound else { throw CocoaError(.fileReadUnknown) }
    port = UInt16(bigEndian: address.sin_port)
    folder = FileManager.default.temporaryDirectory
      .appending(path: "curl-recorder-\(UUID().uuidString)")
    try install()
    let thread = Thread { [self] in acceptAll() }
    thread.start()
  }

  deinit {
    close(listener)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Ends the recorder: the accepting thread keeps it alive until then.
  package func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func install() throws {
    let programs = folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "work"), withIntermediateDirectories: true)
    let wrapper = programs.appending(path: "curl")
    // Each operation behind --next has connection options of its own.
    let script = """
      #!/bin/bash
      arguments=()
      for word in "$@"; do
        case "$word" in https://*) word="http://${word#https://}";; esac
        arguments+=("$word")
        case "$word" in
          --next|-:) arguments+=(-g --http1.1 --noproxy '*' --connect-to '::127.0.0.1:\(port)');;
        esac
      done
      exec /usr/bin/curl -q -g -sS --http1.1 --max-time 60 --noproxy '*' \
      --connect-to '::127.0.0.1:\(port)' "${arguments[@]}"

      """
    try Data(script.utf8).write(to: wrapper)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: wrapper.path)
  }

  /// Runs a script in an empty folder and gives what its curl commands sent.
  package func run(_ script: String, files: [String: String] = [:]) throws -> Run {
    var run = try runOnce(script, files: files)
    // A program that another thread starts may still hold the wrapper open for writing.
    for _ in 0..<5 where run.errors.contains("Text file busy") {
      usleep(20_000)
      run = try runOnce(script, files: files)
    }
    return run
  }

  private func runOnce(_ script: String, files: [String: String]) throws -> Run {
    let work = folder.appending(path: "work")
    for (name, content) in files {
      try Data(content.utf8).write(to: work.appending(path: name))
    }
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }
    lock.withLock { recorded = [] }

    let status = spawn(
      ["/bin/bash", "--norc", "-c", "cd '\(work.path)'\n" + script], output: output.path,
      errors: errors.path,
      environment: [
        "PATH=\(folder.appending(path: "bin").path):/usr/bin:/bin", "HOME=\(work.path)",
        "LANG=C.UTF-8",
      ])
    return Run(
      status: status,
      output: Array(try Data(contentsOf: output)),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      requests: lock.withLock { recorded })
  }

  /// Runs a program to its end, for two minutes at most.
  ///
  /// Foundation's `Process` hangs at times where several tests run programs at once.
  private func spawn(
    _ arguments: [String], output: String, errors: String, environment: [String]
  ) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY, 0)
    var argumentPointers = arguments.map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup($0) } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    var child = pid_t()
    guard
      posix_spawn(
        &child, arguments[0], &actions, nil, &argumentPointers, &environmentPointers) == 0
    else { return -1 }
    var status: Int32 = 0
    for _ in 0..<120_000 {
      if waitpid(child, &status, WNOHANG) != 0 { return (status >> 8) & 0xFF }
      usleep(1_000)
    }
    kill(child, SIGKILL)
    waitpid(child, &status, 0)
    return -1
  }

  private func acceptAll() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      Thread { [self] in
        serve(Connection(descriptor: connection))
        close(connection)
      }.start()
    }
  }

  private func serve(_ connection: Connection) {
    var connection = connection
    while let request = connection.readRequest() {
      lock.withLock { recorded.append(request) }
      connection.write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n"
          + (request.method == "HEAD" ? "" : "{}"))
    }
  }
}

/// One connection: requests are read off it until curl closes it.
private struct Connection {
  let descriptor: Int32
  var buffer: [UInt8] = []
  var position = 0

  init(descriptor: Int32) { self.descriptor = descriptor }

  private mutating func fill() -> Bool {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer += chunk[0..<count]
    return true
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  private mutating func readLine() -> String? {
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[position..<end], as: UTF8.self)
        position = end + 1
        return line.hasSuffix("\r") ? String(line.dropLast()) : line
      }
      guard fill() else { return nil }
    }
  }

  private mutating func readBytes(_ count: Int) -> [UInt8]? {
    while buffer.count - position < count {
      guard fill() else { return nil }
    }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }

  mutating func readRequest() -> CurlRecorder.Request? {
    guard let line = readLine() else { return nil }
    let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3 else { return nil }
    var request = CurlRecorder.Request(
      method: parts[0], target: parts[1..<parts.count - 1].joined(separator: " "), headers: [],
      body: [])
    while let header = readLine(), !header.isEmpty {
      let colon = header.firstIndex(of: ":") ?? header.endIndex
      let value = header[colon...].dropFirst().drop { $0 == " " || $0 == "\t" }
      request.headers.append([
        String(header[..<colon]), String(value).trimmingCharacters(in: .whitespaces),
      ])
    }
    if request.header("Expect")?.lowercased() == "100-continue" {
      write("HTTP/1.1 100 Continue\r\n\r\n")
    }
    if request.header("Transfer-Encoding")?.lowercased() == "chunked" {
      while let size = readLine().flatMap({ Int($0, radix: 16) }), size > 0 {
        guard let chunk = readBytes(size) else { return nil }
        request.body += chunk
        _ = readLine()
      }
      _ = readLine()
    } else if let length = request.header("Content-Length").flatMap({ Int($0) }), length > 0 {
      guard let body = readBytes(length) else { return nil }
      request.body = body
    }
    return request
  }
}
