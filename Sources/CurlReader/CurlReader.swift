package import Diagnostics

/// Reads the curl commands of a shell fence, sound or broken.
package enum CurlReader {
  /// All requests that the commands of `text` send, in order.
  ///
  /// - Parameter fallbackMethod: the method to assume where the fence starts without `curl -X …`,
  ///   because the method stands only in the API format.
  package static func read(_ text: MappedText, fallbackMethod: String? = nil) -> [CurlRequest] {
    let (text, findings) = CodeText.mend(text, isCommand: true)
    if var message = HTTPMessageReader.read(text) {
      if !message.isEmpty { message[0].diagnostics += findings }
      return message
    }
    let mended = ShellMender.mend(text)
    let script = ShellReader.read(mended.text)
    var requests: [CurlRequest] = []
    var firstOfCommand: [Int] = []
    for command in script.commands {
      guard let position = command.curlPosition else { continue }
      let commandRange = command.words[position].range
      let arguments = CurlArguments(
        Array(command.words[(position + 1)...]), standardInput: command.standardInput,
        commandRange: commandRange)
      let first = requests.count
      var diagnostics = arguments.diagnostics
      for operation in arguments.operations {
        var builder = CurlRequestBuilder(operation, command: command, commandRange: commandRange)
        requests += builder.requests()
        diagnostics += builder.diagnostics
      }
      guard requests.count > first else { continue }
      firstOfCommand.append(first)
      requests[first].diagnostics = diagnostics
      for index in first..<requests.count
      where mended.insertedCommands.contains(commandRange.lowerBound) {
        if let fallbackMethod, !requests[index].isMethodExplicit {
          requests[index].method = fallbackMethod
        }
      }
    }
    distribute(
      findings + mended.diagnostics + script.diagnostics, to: firstOfCommand, of: &requests)
    return requests
  }

  /// Gives each finding about the text to the request of the command in which it stands.
  private static func distribute(
    _ diagnostics: [Diagnostic], to commands: [Int], of requests: inout [CurlRequest]
  ) {
    guard !commands.isEmpty else { return }
    for diagnostic in diagnostics {
      var low = 0
      var high = commands.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if requests[commands[middle]].range.lowerBound <= diagnostic.range.lowerBound {
          low = middle
        } else {
          high = middle
        }
      }
      requests[commands[low]].diagnostics.append(diagnostic)
    }
    for command in commands {
      requests[command].diagnostics.sort { left, right in
        (left.range.lowerBound, left.rule.identifier) < (
          right.range.lowerBound, right.rule.identifier
        )
      }
    }
  }
}

extension ShellCommand {
  /// The place of the word `curl`, behind words that run another command.
  var curlPosition: Int? {
    for (position, word) in words.prefix(8).enumerated() {
      let bytes = word.value.bytes
      if bytes.equals("curl") || bytes.equals("curl.exe") { return position }
      if bytes.count > 5, bytes.suffix(5).equals("/curl") { return position }
      guard ShellCommand.runsAnother(bytes) else { return nil }
    }
    return nil
  }

  /// Whether a word of that name runs the command behind it.
  static func runsAnother(_ word: [UInt8]) -> Bool {
    if word.count > 4, word.suffix(4).equals("/env") { return true }
    return switch word.string {
    case "sudo", "time", "exec", "env", "command", "nohup", "!", "{", "if", "then", "else", "elif",
      "while", "until", "do":
      true
    default: word.contains(.equals) && word.first != .hyphen
    }
  }
}
