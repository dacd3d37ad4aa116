import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All commands with their arguments, as the argument parser describes them.
struct CommandTree: Decodable {
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?
    var shouldDisplay: Bool?

    /// What belongs to this command alone.
    func ownArguments(_ common: [Argument]) -> [Argument] {
      visibleArguments.filter { !common.contains($0) }
    }

    var visibleArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
    var parts: [DiscussionPart] { DiscussionPart.parts(of: discussion ?? "") }
  }

  struct Argument: Decodable, Equatable {
    struct Name: Decodable, Equatable {
      var kind: String
      var name: String

      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var defaultValue: String?
    var allValues: [String]?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool

    var isPositional: Bool { kind == "positional" }
    var value: String? { kind == "flag" ? nil : valueName }

    /// `[--output FOLDER]`, `PAGE…`
    var usage: String {
      var text = names?.last?.text ?? ""
      if let value { text += (text.isEmpty ? "" : " ") + value.uppercased() }
      if isRepeating { text += "…" }
      return isOptional ? "[\(text)]" : text
    }

    /// What it is for, with its values.
    var description: String {
      var text = abstract ?? ""
      if let allValues { text += " One of \(allValues.joined(separator: ", "))." }
      if let defaultValue { text += " The default is \(defaultValue)." }
      return text
    }
  }

  var command: Command

  init() throws {
    self = try JSONDecoder().decode(Self.self, from: Data(ConnectorGen._dumpHelp().utf8))
  }

  /// The commands that people see; `help` is the parser's own.
  var commands: [Command] {
    (command.subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
  }

  /// The options that every command takes.
  var commonArguments: [Argument] {
    let first = commands.first?.visibleArguments ?? []
    return first.filter { argument in
      commands.allSatisfy { $0.visibleArguments.contains(argument) }
    }
  }
}

/// A piece of the text that is said about a command.
enum DiscussionPart {
  case paragraph(String)
  /// Lines below a heading in capitals, to be kept as they are.
  case lines(heading: String, [String])

  static func parts(of text: String) -> [DiscussionPart] {
    var parts: [DiscussionPart] = []
    var paragraph: [Substring] = []
    func close() {
      if !paragraph.isEmpty { parts.append(.paragraph(paragraph.joined(separator: " "))) }
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  "), case .lines(let heading, let lines) = parts.last {
        parts[parts.count - 1] = .lines(heading: heading, lines + [String(line.dropFirst(2))])
      } else if line.isEmpty {
        close()
      } else if line.allSatisfy({ $0.isUppercase || $0 == " " }) {
        close()
        parts.append(.lines(heading: String(line), []))
      } else {
        paragraph.append(line)
      }
    }
    close()
    return parts
  }
}
