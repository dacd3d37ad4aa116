#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of `git`, to its end.
struct GitCommand {
  var status: Int32
  var output: [UInt8]
  var errors: String

  /// - Parameter input: What git reads from standard input.
  /// - Throws: where there is no git.
  init(_ arguments: [String], input: [UInt8] = []) throws(GitProblem) {
    // Files instead of pipes for all but the output: nothing can fill up and hang.
    guard let inputFile = Self.temporaryFile(input), let errorFile = Self.temporaryFile([]) else {
      throw GitProblem(reason: "no temporary file can be made for git")
    }
    defer {
      close(inputFile)
      close(errorFile)
    }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw GitProblem(reason: "no pipe can be made for git") }

    let process: pid_t
    do throws(GitProblem) {
      process = try Self.spawn(
        ["git"] + arguments, input: inputFile, output: ends[1], errors: errorFile,
        other: ends[0])
    } catch {
      close(ends[0])
      close(ends[1])
      throw error
    }
    close(ends[1])
    output = Self.readAll(ends[0])
    close(ends[0])
    var information: Int32 = 0
    while waitpid(process, &information, 0) < 0, errno == EINTR {}
    // What WIFEXITED and WEXITSTATUS say, which are macros.
    status = information & 0x7F == 0 ? (information >> 8) & 0xFF : 128 + (information & 0x7F)
    lseek(errorFile, 0, SEEK_SET)
    errors = String(decoding: Self.readAll(errorFile), as: UTF8.self)
  }

  private static func spawn(
    _ arguments: [String], input: Int32, output: Int32, errors: Int32, other: Int32
  ) throws(GitProblem) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    posix_spawn_file_actions_addclose(&actions, other)

    var environment = ProcessInfo.processInfo.environment
    // Messages that are looked into, no questions, and nothing written to the repository.
    environment["LC_ALL"] = "C"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    let variables = environment.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
    var words = arguments.map { strdup($0) } + [nil]
    var settings = variables.map { strdup($0) } + [nil]
    defer {
      for word in words + settings { free(word) }
    }
    var process: pid_t = 0
    let problem = posix_spawnp(&process, "git", &actions, nil, &words, &settings)
    guard problem == 0 else {
      let reason = problem == ENOENT ? "git is not installed" : String(cString: strerror(problem))
      throw GitProblem(reason: reason)
    }
    return process
  }

  /// A file without a name, with its position at the start.
  private static func temporaryFile(_ bytes: [UInt8]) -> Int32? {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array((folder + "/connectorgen-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    guard Descriptor.writeAll(bytes, to: descriptor) else {
      close(descriptor)
      return nil
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}

/// Why git cannot give what was asked for.
struct GitProblem: Error, CustomStringConvertible {
  var reason: String

  var description: String { reason }
}
