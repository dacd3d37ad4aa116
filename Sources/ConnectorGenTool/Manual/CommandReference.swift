/// The page `docs/commands.md`.
struct CommandReference {
  private let common: [CommandTree.Argument]
  private(set) var text = ""

  init(_ tree: CommandTree) {
    common = tree.commonArguments
    add("# Commands")
    add("Made of the commands themselves by `make commands`; `man connectorgen` says the same.")
    for part in tree.command.parts { add(part) }
    add("## Options of all commands")
    addTable(of: common)
    for command in tree.commands {
      add("## connectorgen \(command.commandName)")
      add(command.abstract ?? "")
      let usage = ["connectorgen", command.commandName]
      add(
        "```text\n"
          + (usage + command.ownArguments(common).map(\.usage)).joined(separator: " ") + "\n```")
      for case .paragraph(let paragraph) in command.parts { add(paragraph) }
      addTable(of: command.ownArguments(common))
      for case .lines(_, let lines) in command.parts { add(Self.fence(lines)) }
    }
    text.removeLast()
  }

  private mutating func add(_ part: DiscussionPart) {
    switch part {
    case .paragraph(let paragraph): add(paragraph)
    case .lines(let heading, let lines):
      add("## " + heading.prefix(1) + heading.dropFirst().lowercased())
      add(Self.fence(lines))
    }
  }

  private mutating func add(_ block: String) { text += block + "\n\n" }

  private mutating func addTable(of arguments: [CommandTree.Argument]) {
    guard !arguments.isEmpty else { return }
    let rows = arguments.map { argument in
      let names = (argument.names ?? []).map(\.text).joined(separator: ", ")
      let head = [names, argument.value?.uppercased() ?? ""].filter { !$0.isEmpty }
      return "| `\(head.joined(separator: " "))` | \(argument.description) |"
    }
    add((["| Argument | Meaning |", "| --- | --- |"] + rows).joined(separator: "\n"))
  }

  private static func fence(_ lines: [String]) -> String {
    "```text\n" + lines.joined(separator: "\n") + "\n```"
  }
}
