import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ConnectorGen {
  static func main() async {
    openStandardFiles()
    // A file that may not become larger is a file that cannot be written, not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(error)
    }
  }

  /// Where standard output is closed, the next file to be opened would take its place, and what is
  /// printed would go there.
  private static func openStandardFiles() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      // To read only: to print is still the error that it was.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code == .success {
      if !text.isEmpty { Output.print(text + "\n") }
    } else if code == .validationFailure {
      Output.printError(unknownCommand(CommandLine.arguments) ?? text + "\n")
    } else if !(error is ExitCode) {
      Output.printError("connectorgen: error: \(error)\n")
      endProcess(2)
    }
    endProcess(code.rawValue)
  }

  /// What to say about a first word that is no command.
  private static func unknownCommand(_ arguments: [String]) -> String? {
    let commands = configuration.subcommands.filter { $0.configuration.shouldDisplay }
    let names = commands.map { $0._commandName }
    guard arguments.count > 1 else { return nil }
    let word = arguments[1]
    guard word != "help", !names.contains(word) else { return nil }
    let problem: String
    if word.hasPrefix("-") {
      problem = "Write the command before its options: connectorgen COMMAND \(word) …"
    } else {
      let suggestion = NearestName.find(word, in: names).map { " Did you mean '\($0)'?" } ?? ""
      problem = "There is no command '\(word)'.\(suggestion)"
    }
    return """
      Error: \(problem)
      Commands: \(names.joined(separator: ", "))
        See 'connectorgen --help' for more information.

      """
  }
}

/// `exit`, which has another meaning within a command.
private func endProcess(_ status: Int32) -> Never { exit(status) }
