/// What findings about JSON say.
struct Wording {
  var message: String
  /// What was read, where it is the same for all findings of the kind.
  var assumption: String?
  var remedy: String
  /// The reading that was possible as well.
  var otherReading: String?

  init(_ problem: Problem) {
    self =
      Self.ofQuotes(problem) ?? Self.ofBareText(problem) ?? Self.ofPunctuation(problem)
      ?? Self.ofBrackets(problem) ?? Self.ofTheRest(problem)
  }

  private init(
    _ message: String, _ assumption: String?, _ remedy: String, or otherReading: String? = nil
  ) {
    self.message = message
    self.assumption = assumption
    self.remedy = remedy
    self.otherReading = otherReading
  }

  private init(_ message: String, _ remedy: String, or otherReading: String? = nil) {
    self.message = message
    self.remedy = remedy
    self.otherReading = otherReading
  }

  private static func ofQuotes(_ problem: Problem) -> Wording? {
    switch problem {
    case .missingClosingQuote:
      Wording(
        "no closing quote after this string", "write the closing quote",
        or: "the string may be longer")
    case .missingOpeningQuote:
      Wording("no opening quote before this string", "write the opening quote")
    case .doubledQuotes:
      Wording("doubled quotes around this string", "write one quote at each end")
    case .innerQuotes:
      Wording(
        "quotes inside this string are not escaped", "write \\\" for the quotes inside the string",
        or: "the string may end at another of its quotes")
    case .nestedJSON:
      Wording(
        "JSON inside this string whose quotes are not escaped",
        "write \\\" for the quotes inside the string, or take away the quotes around the value")
    case .singleQuotes:
      Wording("string in single quotes", "write double quotes")
    case .smartQuotes:
      Wording("typographic quotes around a string", "write straight double quotes")
    case .backticks:
      Wording("string in backticks", "write double quotes")
    case .lineBreakInString:
      Wording(
        "line break inside this string", "write \\n for the line break, or close the string before",
        or: "the closing quote may be missing at the end of the line")
    case .escapedClosingQuote:
      Wording(
        "the quote of this string is escaped", "take away the backslash, or write two",
        or: "the string may be longer")
    default: nil
    }
  }

  private static func ofBareText(_ problem: Problem) -> Wording? {
    switch problem {
    case .bareKey: Wording("key without quotes", "write the key in double quotes")
    case .bareText:
      Wording(
        "value without quotes", "write the value in double quotes",
        or: "some of it may be stray text")
    case .otherLanguage:
      Wording("a constant of another language", "write true, false or null")
    case .noNumber:
      Wording(
        "JSON has no such number", "write null, or a string", or: "it may be meant as a string")
    case .otherNumber:
      Wording(
        "JSON does not write numbers in this way",
        "write digits, with digits on both sides of a point and no zero before them",
        or: "it may be meant as a string")
    default: nil
    }
  }

  private static func ofPunctuation(_ problem: Problem) -> Wording? {
    switch problem {
    case .missingComma:
      Wording("no comma after this value", "read as if a comma stood here", "write a comma")
    case .doubledComma:
      Wording("one comma too many", "read as if it were not there", "take the comma away")
    case .leadingComma:
      Wording("comma before the first entry", "read as if it were not there", "take the comma away")
    case .trailingComma:
      Wording("comma after the last entry", "read as if it were not there", "take the comma away")
    case .semicolonForComma:
      Wording("semicolon instead of a comma", "read as a comma", "write a comma")
    case .colonForComma:
      Wording("colon instead of a comma", "read as a comma", "write a comma")
    case .commaForColon:
      Wording("comma instead of a colon after the key", "read as a colon", "write a colon")
    case .missingColon:
      Wording("no colon after this key", "read as if a colon stood here", "write a colon")
    case .doubledColon:
      Wording("one colon too many", "read as one colon", "take one colon away")
    case .otherForColon:
      Wording("no colon between key and value", "read as a colon", "write a colon")
    default: nil
    }
  }

  private static func ofBrackets(_ problem: Problem) -> Wording? {
    switch problem {
    case .missingCloser(let container, _):
      return Wording(
        "no \(container.closer) at the end of this \(name(container))",
        "read as if a \(container.closer) stood here", "write the \(container.closer)",
        or: "it may be missing further down")
    case .missingClosersAtEnd(let closers, _):
      return Wording(
        "the text ends without \(closers)", "read as if \(closers) stood here",
        "write the missing brackets")
    case .wrongCloser(let container):
      return Wording(
        "this bracket does not fit the \(container.opener) that it closes",
        "read as \(container.closer)", "write \(container.closer)")
    case .extraCloser:
      return Wording(
        "a closing bracket too many", "read as if it were not there", "take the bracket away",
        or: "an opening bracket may be missing above")
    case .missingOpener(let container):
      return Wording(
        "no \(container.opener) at the start of this \(name(container))",
        "read as \(container == .object ? "an object" : "an array")",
        "write the \(container.opener)", or: "the closing bracket may be one too many")
    case .fragment:
      return Wording(
        "members without an object around them", "read as an object",
        "write { before and } after the members")
    case .listWithoutBrackets:
      return Wording(
        "values in a row without brackets around them", "read as an array",
        "write [ before and ] after the values")
    case .severalRoots:
      return Wording(
        "a second value after the end of the first", "read as a value of its own",
        "give each value its own example")
    case .strayBracket:
      return Wording(
        "a bracket too many", "read as if it were not there", "take the bracket away")
    default: return nil
    }
  }

  private static func name(_ container: Container) -> String {
    container == .object ? "object" : "array"
  }

  private static func ofTheRest(_ problem: Problem) -> Wording {
    switch problem {
    case .strayText:
      Wording("text that is no JSON", "read as if it were not there", "take the text away")
    case .ellipsis:
      Wording(
        "dots where something is left out", "read as if they were not there",
        "write the whole example, or say in the text what is left out")
    case .comment:
      Wording(
        "JSON has no comments", "read as if it were not there",
        "say it in the text beside the example")
    case .oddBlank:
      Wording("a blank that JSON does not know", "read as a blank", "write an ordinary blank")
    case .more:
      Wording(
        "more mistakes from here on, which are not listed", "mend the ones before, and read again")
    case .missingKey: Wording("no key before this colon", "read as an empty key", "write the key")
    case .missingValue: Wording("no value after this key", "read as null", "write the value")
    case .keyWithoutValue:
      Wording("neither colon nor value after this key", "read as null", "write the value")
    case .controlCharacter:
      Wording("a control character inside a string", "write its escape, such as \\n or \\t")
    case .invalidEscape:
      Wording(
        "JSON does not know this escape",
        "write two backslashes for one, or leave the backslash out")
    case .loneSurrogate:
      Wording("half of a surrogate pair", "write both halves, or the character itself")
    case .invalidUTF8: Wording("bytes that are no UTF-8", "save the page as UTF-8")
    default: Wording("this is no sound JSON", "mend the example")
    }
  }
}
