import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A server of HTTP/1.1 on the loopback address, as simple as can be, that answers as it is told: also
/// in ways that no decent server would.
package final class LoopbackServer: Sendable {
  package struct Request: Sendable {
    package var method: String
    package var target: String
    /// Names in lower case.
    package var headers: [String: String]
    package var body: String
  }

  package enum Answer: Sendable {
    /// A whole response.
    case response(Int, headers: [String: String] = [:], body: String = "")
    /// Bytes as they are, and then the end of the connection.
    case bytes(String)
    /// Bytes as they are, and then a reset of the connection.
    case reset(after: String)
    /// Bytes as they are, and then nothing until the client goes away.
    case stall(after: String)
    /// Nothing, until the client goes away.
    package static let silence = Answer.stall(after: "")
  }

  package let port: Int
  private let listener: Int32
  private let handler: @Sendable (Request) -> Answer
  private let log = Mutex<[Request]>([])

  /// The requests so far.
  package var requests: [Request] { log.withLock { $0 } }
  package var baseURL: String { "http://127.0.0.1:\(port)" }

  package init(_ handler: @escaping @Sendable (Request) -> Answer) throws {
    self.handler = handler
    (listener, port) = try Self.listen()
    let thread = Thread { [listener] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          // Closed by who accepts: the number may be that of another server at once.
          close(listener)
          return
        }
        Thread.detachNewThread { self.serve(connection) }
      }
    }
    thread.start()
  }

  /// Answers no more. What is under way goes on.
  package func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// A port where nobody listens.
  package static func unusedPort() throws -> Int {
    let (listener, port) = try listen()
    close(listener)
    return port
  }

  private static func listen() throws -> (Int32, Int) {
    #if canImport(Glibc)
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && Self.begin(listener)
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRINUSE) }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }

  private static func begin(_ listener: Int32) -> Bool {
    #if canImport(Glibc)
      Glibc.listen(listener, 64) == 0
    #else
      Darwin.listen(listener, 64) == 0
    #endif
  }

  private func serve(_ connection: Int32) {
    var input: [UInt8] = []
    while let request = Self.read(connection, &input) {
      log.withLock { $0.append(request) }
      switch handler(request) {
      case .response(let status, let headers, let body):
        var lines = ["HTTP/1.1 \(status) Whatever"]
        if status != 204 { lines.append("Content-Length: \(body.utf8.count)") }
        lines += headers.map { "\($0.key): \($0.value)" }.sorted()
        Self.write(connection, lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
      case .bytes(let text):
        Self.write(connection, text)
        // The client hears of the end after it has heard all bytes.
        shutdown(connection, Int32(SHUT_WR))
        while Self.receive(connection, &input) {}
        close(connection)
        return
      case .reset(let text):
        Self.write(connection, text)
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
          connection, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close(connection)
        return
      case .stall(let text):
        Self.write(connection, text)
        while Self.receive(connection, &input) {}
        close(connection)
        return
      }
    }
    close(connection)
  }

  private static func receive(_ connection: Int32, _ input: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(connection, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    input += buffer[..<count]
    return true
  }

  private static func read(_ connection: Int32, _ input: inout [UInt8]) -> Request? {
    let blankLine = Array("\r\n\r\n".utf8)
    var headEnd = input.firstRange(of: blankLine)
    while headEnd == nil {
      guard receive(connection, &input) else { return nil }
      headEnd = input.firstRange(of: blankLine)
    }
    guard let headEnd else { return nil }
    let lines = String(decoding: input[..<headEnd.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    input.removeSubrange(..<headEnd.upperBound)
    let words = lines[0].split(separator: " ")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    while input.count < length {
      guard receive(connection, &input) else { return nil }
    }
    let body = String(decoding: input[..<length], as: UTF8.self)
    input.removeSubrange(..<length)
    return Request(
      method: String(words[0]), target: String(words[1]), headers: headers, body: body)
  }

  private static func write(_ connection: Int32, _ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      #if canImport(Glibc)
        let count = bytes.withUnsafeBytes {
          send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
      #else
        let count = bytes.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
      #endif
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
