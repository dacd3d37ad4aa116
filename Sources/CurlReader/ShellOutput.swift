import Diagnostics

extension ShellCommand {
  /// What the command writes to standard output, where that can be known: `echo`, `printf` without
  /// conversions other than `%s`, and `cat` without a file.
  var output: MappedText? {
    guard let name = words.first?.value.bytes else { return nil }
    if name.equals("cat") {
      return words.dropFirst().allSatisfy { $0.value.bytes == [.hyphen] } ? standardInput : nil
    }
    if name.equals("echo") { return echoed }
    if name.equals("printf") { return printed }
    return nil
  }

  private var echoed: MappedText? {
    var rest = words.dropFirst()
    var endsLine = true
    if let option = rest.first?.value.bytes, option.count == 2, option[0] == .hyphen {
      if option[1] == UInt8(ascii: "n") {
        endsLine = false
        rest = rest.dropFirst()
      } else if option[1] == UInt8(ascii: "e") {
        return nil
      }
    }
    var output = MappedText(at: range.lowerBound)
    for (position, word) in rest.enumerated() {
      if position > 0 { output.insert(" ", at: word.range.lowerBound) }
      output.append(word.value)
    }
    if endsLine { output.insert("\n", at: range.upperBound) }
    return output
  }

  private var printed: MappedText? {
    guard words.count > 1 else { return nil }
    let format = words[1].value
    var arguments = words.dropFirst(2)
    var output = MappedText(at: range.lowerBound)
    var index = 0
    var runStart = 0
    while index < format.count {
      switch format.bytes[index] {
      case .backslash where index + 1 < format.count:
        output.append(runStart..<index, of: format)
        let escape = AnsiEscape(format.bytes, at: index)
        output.append(
          escape.bytes, standingAt: format.sourceOffset(of: index), width: escape.width)
        index += escape.width
        runStart = index
      case .percent:
        guard let conversion = format.bytes.at(index + 1) else { return nil }
        output.append(runStart..<index, of: format)
        if conversion == .percent {
          output.append(index..<index + 1, of: format)
        } else if conversion == UInt8(ascii: "s") {
          if let argument = arguments.popFirst() { output.append(argument.value) }
        } else {
          return nil
        }
        index += 2
        runStart = index
      default:
        index += 1
      }
    }
    output.append(runStart..<min(index, format.count), of: format)
    return arguments.isEmpty ? output : nil
  }
}
