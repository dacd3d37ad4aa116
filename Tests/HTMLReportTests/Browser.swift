import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A headless Chromium that is driven through its DevTools protocol, over a pair of pipes.
final class Browser {
  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in ["chromium", "chromium-browser", "google-chrome", "chrome"] {
      for folder in folders {
        let path = "\(folder)/\(name)"
        if FileManager.default.isExecutableFile(atPath: path) { return path }
      }
    }
    return nil
  }()

  /// What a browser that is not there would need; the tests say it when they skip.
  static let missing: String = "no Chromium is on PATH: apt-get install chromium"

  private let profile: TemporaryFolder
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var session: String?
  /// What the browser told without being asked.
  private(set) var events: [[String: Any]] = []

  init() throws {
    guard let path = Self.path else { throw Problem(description: Self.missing) }
    profile = try TemporaryFolder()
    let commands = try Self.pipe()
    let answers = try Self.pipe()
    input = commands.write
    output = answers.read
    process = try Self.spawn(
      [
        path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--remote-debugging-pipe", "--user-data-dir=\(profile.path)",
        "about:blank",
      ], commands: commands.read, answers: answers.write)
    close(commands.read)
    close(answers.write)
    let targets = try call("Target.getTargets")["targetInfos"] as? [[String: Any]] ?? []
    let page = targets.first { $0["type"] as? String == "page" }
    let attached = try call(
      "Target.attachToTarget", ["targetId": page?["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network", "Accessibility"] {
      try call(domain + ".enable")
    }
    try resize(width: 1440, height: 1000)
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(input)
    close(output)
    profile.remove()
  }

  // MARK: - Commands

  func resize(width: Int, height: Int) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  func prefer(colorScheme: String) throws {
    try call(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": colorScheme]]])
  }

  func open(_ file: URL) throws {
    events = []
    try call("Page.navigate", ["url": file.absoluteString])
    try wait("document.readyState === 'complete' && location.protocol === 'file:'")
  }

  /// The value of an expression.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let details = answer["exceptionDetails"] as? [String: Any] {
      throw Problem(description: "\(details)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func text(_ expression: String) throws -> String { try evaluate(expression) as? String ?? "" }
  func count(_ expression: String) throws -> Int { try evaluate(expression) as? Int ?? -1 }
  func isTrue(_ expression: String) throws -> Bool { try evaluate(expression) as? Bool ?? false }

  /// Waits until an expression is true.
  func wait(_ expression: String) throws {
    for _ in 0..<2_400 {
      if (try? isTrue(expression)) == true { return }
      usleep(25_000)
    }
    throw Problem(description: "never became true: \(expression)")
  }

  /// Presses a key as a person does: `a`, `/`, `Enter`, `ArrowDown`, `Tab`.
  func press(_ key: String) throws {
    let codes = [
      "Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, " ": 32,
    ]
    var event: [String: Any] = ["type": "rawKeyDown", "key": key]
    if let code = codes[key] {
      event["windowsVirtualKeyCode"] = code
      event["code"] = key == " " ? "Space" : key
    }
    let text = key == "Enter" ? "\r" : key
    if text.count == 1 {
      event["type"] = "keyDown"
      event["text"] = text
    }
    try call("Input.dispatchKeyEvent", event)
    event["type"] = "keyUp"
    event["text"] = nil
    try call("Input.dispatchKeyEvent", event)
  }

  func type(_ text: String) throws {
    for character in text { try press(String(character)) }
  }

  /// Clicks in the middle of an element.
  func click(_ selector: String) throws {
    let point =
      try evaluate(
        """
        (() => {
          const element = document.querySelector(\(Self.quoted(selector)));
          element.scrollIntoView({ block: "center" });
          const box = element.getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        })()
        """) as? [Double]
    for type in ["mousePressed", "mouseReleased"] {
      try call(
        "Input.dispatchMouseEvent",
        ["type": type, "x": point?[0] ?? 0, "y": point?[1] ?? 0, "button": "left", "clickCount": 1])
    }
  }

  /// What a screen reader is told, without what it is told to pass over.
  func accessibilityTree() throws -> [[String: Any]] {
    let nodes = try call("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
    return nodes.filter { $0["ignored"] as? Bool == false }
  }

  /// Errors, warnings and exceptions, and requests for anything but files that were opened.
  func complaints() throws -> [String] {
    try evaluate("new Promise((done) => setTimeout(done, 50))")
    return events.compactMap { event in
      let parameters = event["params"] as? [String: Any] ?? [:]
      switch event["method"] as? String {
      case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded":
        return "\(parameters)"
      case "Network.requestWillBeSent":
        let request = parameters["request"] as? [String: Any]
        let url = request?["url"] as? String ?? ""
        return url.hasPrefix("file:") || url.hasPrefix("data:") ? nil : "request: \(url)"
      default: return nil
      }
    }
  }

  static func quoted(_ text: String) -> String {
    let data = try? JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  // MARK: - Protocol

  @discardableResult
  func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    try send(Array(JSONSerialization.data(withJSONObject: message)) + [0])
    while true {
      let answer = try receive()
      guard let id = answer["id"] as? Int else {
        events.append(answer)
        continue
      }
      guard id == number else { continue }
      if let error = answer["error"] { throw Problem(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Problem(description: "the browser is gone") }
      rest = rest.dropFirst(count)
    }
  }

  /// The next message; they end in a NUL byte.
  private func receive() throws -> [String: Any] {
    while true {
      if let end = buffer[position...].firstIndex(of: 0) {
        let data = Data(buffer[position..<end])
        position = end + 1
        if position == buffer.count {
          buffer = []
          position = 0
        }
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 60_000) > 0 else {
        throw Problem(description: "the browser does not answer")
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { throw Problem(description: "the browser is gone") }
      buffer += chunk[..<count]
    }
  }

  // MARK: - Process

  /// Both ends far from 3 and 4, where the browser expects its own.
  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    #if canImport(Darwin)
      let status = Darwin.pipe(&ends)
    #elseif canImport(Musl)
      let status = Musl.pipe(&ends)
    #else
      let status = Glibc.pipe(&ends)
    #endif
    guard status == 0 else { throw Problem(description: "no pipe") }
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 64) }
    for end in ends { close(end) }
    return (moved[0], moved[1])
  }

  private static func spawn(
    _ arguments: [String], commands: Int32, answers: Int32
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, commands, 3)
    posix_spawn_file_actions_adddup2(&actions, answers, 4)
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    guard posix_spawn(&child, arguments[0], &actions, nil, &pointers, environ) == 0 else {
      throw Problem(description: "\(arguments[0]) cannot be started")
    }
    return child
  }
}
