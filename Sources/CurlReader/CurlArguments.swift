import Diagnostics

/// Reads the words behind `curl` as curl itself does.
struct CurlArguments {
  private let words: [ShellWord]
  private let standardInput: MappedText?
  /// The word `curl`, for findings about the command as a whole.
  private let commandRange: Range<Int>
  private(set) var operations: [CurlOperation] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var operation = CurlOperation()
  private var index = 0

  init(_ words: [ShellWord], standardInput: MappedText?, commandRange: Range<Int>) {
    self.words = words
    self.standardInput = standardInput
    self.commandRange = commandRange
    readAll()
  }

  private mutating func readAll() {
    var readsOptions = true
    while index < words.count {
      let word = words[index]
      index += 1
      let bytes = word.value.bytes
      if readsOptions, bytes.first == .hyphen {
        if bytes.equals("--") {
          readsOptions = false
        } else if bytes.at(1) == .hyphen {
          readLong(word)
        } else {
          readShort(word)
        }
      } else {
        addURL(word)
      }
    }
    operations.append(operation)
  }

  /// A word without an option is a URL, but for a header: no URL has a blank behind a colon.
  private mutating func addURL(_ word: ShellWord) {
    guard word.value.bytes.startsHeader(at: 0), case .sent(let header) = CurlHeader(word) else {
      operation.add(url: word)
      return
    }
    diagnostics.append(
      Diagnostic(
        .missingOption, at: word.range, subject: "-H",
        "\(header.name) is a header without its option, so curl takes it for a URL",
        assumption: "read as the argument of -H", remedy: "write -H before it"))
    operation.headers.append(word)
  }

  private mutating func readLong(_ word: ShellWord) {
    let name = word.value.bytes.dropFirst(2)
    switch CurlOption.named(name) {
    case .found(let option, let isNegated):
      let spelling = "--" + (isNegated ? "no-" : "") + option.name
      if option.takesArgument {
        takeArgument(of: option, spelling, word)
      } else {
        apply(option, isNegated: isNegated, spelling, word)
      }
    case .ambiguous where name.count == 1, .unknown where name.count == 1:
      readLetter(word)
    case .ambiguous:
      unknown(word, "is the start of several options")
    case .notASwitch:
      unknown(word, "is no switch, so nothing can switch it off")
    case .unknown:
      if let equals = name.firstIndex(of: .equals),
        case .found(let option, false) = CurlOption.named(name[..<equals]), option.takesArgument
      {
        let spelling = "--" + option.name
        unknown(
          word, "is no option: curl wants a blank instead of the equals sign",
          assumption: "read as \(spelling) with what follows the equals sign")
        let value = word.value.slice(equals + 1..<word.value.count)
        apply(option, ShellWord(value: value, range: word.range), spelling)
      } else {
        unknown(word, "is no option of curl")
      }
    }
  }

  /// `--H`: a letter behind two hyphens.
  private mutating func readLetter(_ word: ShellWord) {
    guard let letter = word.value.bytes.last, let option = CurlOption.lettered(letter) else {
      unknown(word, "is no option of curl")
      return
    }
    let spelling = "-\([letter].string)"
    let hyphen = word.range.lowerBound..<word.range.lowerBound + 1
    unknown(
      word, "has a hyphen too many", assumption: "read as \(spelling)",
      fix: word.range.count == word.value.count
        ? [Diagnostic.Edit(range: hyphen, replacement: "")] : [])
    if option.takesArgument {
      takeArgument(of: option, spelling, word)
    } else {
      apply(option, isNegated: false, spelling, word)
    }
  }

  private mutating func readShort(_ word: ShellWord) {
    let bytes = word.value.bytes
    var position = 1
    if bytes.count == 1 { unknown(word, "is no option of curl") }
    while position < bytes.count {
      let letter = bytes[position]
      position += 1
      guard let option = CurlOption.lettered(letter) else {
        unknown(word, "has no option -\([letter].string)")
        return
      }
      let spelling = "-\([letter].string)"
      guard option.takesArgument else {
        apply(option, isNegated: false, spelling, word)
        continue
      }
      if position < bytes.count {
        let value = word.value.slice(position..<bytes.count)
        apply(option, ShellWord(value: value, range: word.range), spelling)
      } else {
        takeArgument(of: option, spelling, word)
      }
      return
    }
  }

  private mutating func takeArgument(
    of option: CurlOption, _ spelling: String, _ word: ShellWord
  ) {
    guard index < words.count else {
      diagnostics.append(
        Diagnostic(
          .missingArgument, at: word.range, subject: spelling,
          "nothing follows \(spelling)", assumption: "the option is left out",
          remedy: "write the option's value behind it, or take the option away"))
      return
    }
    let argument = words[index]
    index += 1
    apply(option, argument, spelling)
  }

  private mutating func unknown(
    _ word: ShellWord, _ problem: String, assumption: String? = nil, fix: [Diagnostic.Edit] = []
  ) {
    let spelling = word.value.bytes.prefix(60).string
    diagnostics.append(
      Diagnostic(
        .unknownCurlOption, at: word.range, subject: spelling, "\(spelling) \(problem)",
        assumption: assumption ?? "the option is left out",
        remedy: "use an option that curl --help all lists", fix: fix))
  }

  private mutating func ignore(_ spelling: String, _ range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        .ignoredCurlOption, at: range, subject: spelling,
        "\(spelling) says nothing about the request", assumption: "left out"))
  }

  /// Applies a switch.
  private mutating func apply(
    _ option: CurlOption, isNegated: Bool, _ spelling: String, _ word: ShellWord
  ) {
    switch option.role {
    case .head: operation.isHead = !isNegated
    case .get: operation.isGet = !isNegated
    case .pathAsIs: operation.keepsPath = !isNegated
    case .compressed: operation.compressed = isNegated ? nil : word.range
    case .transferEncoding: operation.transferEncoding = isNegated ? nil : word.range
    case .basic: operation.usesOtherAuthentication = false
    case .otherAuthentication:
      operation.usesOtherAuthentication = !isNegated
      ignore(spelling, word.range)
    case .globOff: break
    case .information: operation.isInformation = true
    case .next:
      operations.append(operation)
      operation = CurlOperation()
    default: ignore(spelling, word.range)
    }
  }

  /// Applies an option with its argument.
  private mutating func apply(_ option: CurlOption, _ argument: ShellWord, _ spelling: String) {
    switch option.role {
    case .method: operation.method = argument.value
    case .header: operation.headers.append(argument)
    case .url: operation.add(url: argument)
    case .upload: operation.add(upload: argument)
    case .target: operation.requestTarget = argument.value
    case .data: addData(argument.value, readsFiles: true, stripsLineEnds: true)
    case .dataRaw: addData(argument.value, readsFiles: false, stripsLineEnds: false)
    case .dataBinary: addData(argument.value, readsFiles: true, stripsLineEnds: false)
    case .json:
      addData(argument.value, readsFiles: true, stripsLineEnds: false, isSeparated: false)
      operation.isJSON = true
    case .dataEncoded:
      let encoded = CurlEncoding.formEncoded(argument.value, standardInput: standardInput)
      operation.dataFiles += encoded.files
      operation.add(data: encoded.text, separated: true)
    case .query: addQuery(argument.value)
    case .form, .formString:
      if let part = CurlFormReader.part(
        argument, isLiteral: option.role == .formString, standardInput: standardInput)
      {
        operation.formParts.append(part)
      } else {
        diagnostics.append(
          Diagnostic(
            .malformedFormPart, at: argument.range, subject: spelling,
            "a form part needs a name and an equals sign", assumption: "the part is left out",
            remedy: "write name=value, or name=@file"))
      }
    case .user: operation.user = argument
    case .bearer: operation.bearer = argument
    case .cookie:
      if argument.value.bytes.first != .at, argument.value.bytes.contains(.equals) {
        operation.cookies.append(argument)
      } else {
        ignore(spelling, argument.range)
      }
    case .userAgent: operation.userAgent = argument
    case .referer: operation.referer = argument
    case .range: operation.range = argument
    case .continueAt: operation.continueAt = argument
    case .timeCondition: operation.timeCondition = argument
    default: ignore(spelling, argument.range)
    }
  }

  private mutating func addData(
    _ value: MappedText, readsFiles: Bool, stripsLineEnds: Bool, isSeparated: Bool = true
  ) {
    guard readsFiles, value.bytes.first == .at else {
      operation.add(data: value, separated: isSeparated)
      return
    }
    let name = value.slice(1..<value.count)
    var content = MappedText(at: value.sourceOffset(of: 0))
    if name.bytes == [.hyphen], let standardInput {
      content = stripsLineEnds ? standardInput.withoutLineEnds : standardInput
    } else {
      operation.dataFiles.append(name.string)
    }
    operation.add(data: content, separated: isSeparated)
  }

  private mutating func addQuery(_ value: MappedText) {
    if value.bytes.first == .plus {
      operation.add(query: value.slice(1..<value.count))
    } else {
      let encoded = CurlEncoding.formEncoded(value, standardInput: standardInput)
      operation.add(query: encoded.text)
    }
  }
}

extension MappedText {
  /// Without CR, LF and NUL, as curl reads files for `--data`.
  fileprivate var withoutLineEnds: MappedText {
    var kept = MappedText(at: sourceOffset(of: 0))
    var runStart = 0
    for (index, byte) in bytes.enumerated()
    where byte == .newline || byte == .carriageReturn || byte == 0 {
      kept.append(runStart..<index, of: self)
      runStart = index + 1
    }
    kept.append(runStart..<count, of: self)
    return kept
  }
}
