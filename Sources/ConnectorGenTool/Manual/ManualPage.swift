/// The manual page, in the language mdoc that both mandoc and groff read.
struct ManualPage {
  private let tree: CommandTree
  private let common: [CommandTree.Argument]
  private(set) var text = ""

  init(_ tree: CommandTree) {
    self.tree = tree
    common = tree.commonArguments
    macro("Dd \(Version.date)")
    macro("Dt CONNECTORGEN 1")
    macro("Os")
    macro("Sh NAME")
    macro("Nm connectorgen")
    macro("Nd \(Self.description(tree.command.abstract ?? ""))")
    macro("Sh SYNOPSIS")
    for command in tree.commands { synopsis(of: command) }
    macro("Sh DESCRIPTION")
    for case .paragraph(let paragraph) in tree.command.parts { add(paragraph) }
    macro("Ss Options of all commands")
    list(common)
    for command in tree.commands { section(command) }
    macro("Sh ENVIRONMENT")
    macro("Bl -tag -width NO_COLOR")
    item("Ev NO_COLOR", "Where it is set, nothing is coloured unless the command line says so.")
    item("Ev TERM", "Nothing is coloured where it is dumb.")
    macro("El")
    macro("Sh FILES")
    macro("Bl -tag -width Ds")
    item("Pa connectorgen.yaml", "The configuration, where it is in the working folder.")
    item("Pa Generated/.connectorgen-manifest", "Which files of the output are the tool's own.")
    macro("El")
    literal("EXIT STATUS")
    literal("EXAMPLES")
  }

  private mutating func synopsis(of command: CommandTree.Command) {
    macro("Nm")
    macro("Cm \(command.commandName)")
    for argument in command.ownArguments(common) {
      var words: [String] = []
      if let name = argument.names?.last { words.append(Self.flag(name)) }
      if let value = argument.value {
        words.append("Ar \(value)" + (argument.isRepeating ? " ..." : ""))
      }
      macro((argument.isOptional ? "Op " : "") + words.joined(separator: " "))
    }
  }

  private mutating func section(_ command: CommandTree.Command) {
    macro("Ss connectorgen \(command.commandName)")
    add(command.abstract ?? "")
    for part in command.parts {
      switch part {
      case .paragraph(let paragraph):
        macro("Pp")
        add(paragraph)
      case .lines: continue
      }
    }
    list(command.ownArguments(common))
    for case .lines(let heading, let lines) in command.parts {
      macro("Pp")
      add(heading.prefix(1) + heading.dropFirst().lowercased() + ":")
      literal(lines)
    }
  }

  private mutating func list(_ arguments: [CommandTree.Argument]) {
    guard !arguments.isEmpty else { return }
    macro("Bl -tag -width Ds")
    for argument in arguments {
      var words = (argument.names ?? []).map { Self.flag($0) }.joined(separator: " , ")
      if let value = argument.value { words += (words.isEmpty ? "" : " ") + "Ar \(value)" }
      if argument.isPositional, argument.isRepeating { words += " ..." }
      item(words, argument.description)
    }
    macro("El")
  }

  /// A section made of the lines below a heading of the tool's own description.
  private mutating func literal(_ heading: String) {
    for case .lines(heading, let lines) in tree.command.parts {
      macro("Sh \(heading)")
      literal(lines)
    }
  }

  private mutating func literal(_ lines: [String]) {
    macro("Bd -literal -offset indent")
    for line in lines { text += Self.escaped(line, isLiteral: true) + "\n" }
    macro("Ed")
  }

  private mutating func item(_ words: String, _ description: String) {
    macro("It \(words)")
    add(description)
  }

  private mutating func macro(_ line: String) { text += "." + line + "\n" }

  /// A paragraph: each sentence on lines of its own, none of them long.
  private mutating func add(_ paragraph: some StringProtocol) {
    var line = ""
    for word in paragraph.split(separator: " ") {
      let word = Self.escaped(String(word), isLiteral: false)
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > 76 {
        text += Self.guarded(line) + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      if word.hasSuffix(".") || word.hasSuffix("?") {
        text += Self.guarded(line) + "\n"
        line = ""
      }
    }
    if !line.isEmpty { text += Self.guarded(line) + "\n" }
  }

  private static func flag(_ name: CommandTree.Argument.Name) -> String {
    name.kind == "long" ? "Fl Fl \(name.name)" : "Fl \(name.name)"
  }

  /// The line that whatis shows: without a full stop, and in small letters.
  private static func description(_ text: String) -> String {
    let text = text.hasSuffix(".") ? text.dropLast() : text[...]
    return escaped(text.prefix(1).lowercased() + text.dropFirst(), isLiteral: false)
  }

  /// A hyphen of an option is a minus sign, not one that a line may be broken at.
  private static func escaped(_ text: String, isLiteral: Bool) -> String {
    var result = text.replacing("\\", with: "\\e")
    if isLiteral || text.hasPrefix("-") { result = result.replacing("-", with: "\\-") }
    return isLiteral ? guarded(result) : result
  }

  /// A line must not be taken for a macro.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}
