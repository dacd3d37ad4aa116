import Diagnostics

/// Turns what the options say into requests.
struct CurlRequestBuilder {
  let operation: CurlOperation
  let command: ShellCommand
  let commandRange: Range<Int>
  private var headers: [CurlRequest.Header] = []
  /// The names, in small letters, that the command names or removes: curl then adds none of its own.
  private var named: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ operation: CurlOperation, command: ShellCommand, commandRange: Range<Int>) {
    self.operation = operation
    self.command = command
    self.commandRange = commandRange
    readHeaders()
    checkMethods()
  }

  /// The requests of the operation, one for each URL.
  mutating func requests() -> [CurlRequest] {
    if operation.isInformation { return [] }
    var transfers = operation.transfers
    if transfers.allSatisfy({ $0.url == nil }) {
      if transfers.isEmpty { transfers = [CurlOperation.Transfer()] }
      diagnostics.append(
        Diagnostic(
          .missingURL, at: commandRange, subject: "curl", "the command has no URL",
          remedy: "write the URL into the command"))
    }
    transfers = leavingOutWords(transfers)
    var requests: [CurlRequest] = []
    for (position, transfer) in transfers.enumerated()
    where transfer.url != nil || position == 0 {
      requests.append(request(transfer))
    }
    return requests
  }

  /// The transfers without those to single words, such as prose or a torn body leaves. curl takes
  /// any word for a host, so one is kept where the command names no better URL.
  private mutating func leavingOutWords(
    _ transfers: [CurlOperation.Transfer]
  ) -> [CurlOperation.Transfer] {
    var kept: [CurlOperation.Transfer] = []
    var hasURL = transfers.contains { $0.url.map { !CurlURL.isSingleWord($0.value) } ?? false }
    for transfer in transfers {
      guard let word = transfer.url, transfer.upload == nil, CurlURL.isSingleWord(word.value) else {
        kept.append(transfer)
        continue
      }
      if !hasURL {
        hasURL = true
        kept.append(transfer)
        continue
      }
      let written = word.value.bytes.prefix(60).string
      diagnostics.append(
        Diagnostic(
          .malformedURL, at: word.range, subject: written,
          "\(written) is no URL, though curl would take it for one", assumption: "left out",
          remedy: "take it away, or put the value that it belongs to into quotes"))
    }
    return kept
  }

  private mutating func readHeaders() {
    for word in operation.headers {
      switch CurlHeader(word) {
      case .sent(let header):
        headers.append(header)
        named.insert(header.name.lowercased())
      case .removed(let name):
        named.insert(name.lowercased())
      case .file(let name):
        diagnostics.append(
          Diagnostic(
            .ignoredCurlOption, at: word.range, subject: "-H @\(name)",
            "the headers in the file \(name) are not known", assumption: "left out"))
      case .malformed(let meant):
        let written = word.value.bytes.prefix(60).string
        diagnostics.append(
          Diagnostic(
            .malformedHeader, at: word.range, subject: meant?.name ?? written,
            problem(of: word.value.bytes, written),
            assumption: meant.map { "read as \($0.name): \($0.value)" } ?? "left out",
            remedy: "write Name: value"))
        if let meant {
          headers.append(meant)
          named.insert(meant.name.lowercased())
        }
      }
    }
  }

  private func problem(of header: [UInt8], _ written: String) -> String {
    guard let colon = header.firstIndex(of: .colon), colon > 0, header[colon - 1].isBlank else {
      return "\(written) is no header: no colon stands behind its name, so curl does not send it"
    }
    return "a blank stands before the colon of \(written), which no server takes"
  }

  private mutating func checkMethods() {
    var ways: [String] = []
    if operation.isHead { ways.append("--head") }
    if operation.data != nil, !operation.isGet { ways.append("--data") }
    if !operation.formParts.isEmpty { ways.append("--form") }
    if operation.transfers.contains(where: { $0.upload != nil }) { ways.append("--upload-file") }
    guard ways.count > 1 else { return }
    diagnostics.append(
      Diagnostic(
        .conflictingOptions, at: commandRange, subject: ways.joined(separator: " "),
        "curl refuses \(ways.joined(separator: " with "))",
        assumption: "the body is that of \(ways[1])",
        remedy: "leave just one of them"))
  }

  private func request(_ transfer: CurlOperation.Transfer) -> CurlRequest {
    let body = body(transfer)
    // With --get, the data takes the place of what --url-query says.
    let query = operation.isGet ? operation.data ?? operation.query : operation.query
    let url = transfer.url.map { word in
      CurlURL(
        word.value, query: query, fileName: transfer.upload.flatMap(fileName),
        keepsPath: operation.keepsPath)
    }
    let implied = CurlImpliedHeaders(
      operation, named: named, body: body, url: url, urlRange: transfer.url?.range,
      at: commandRange)
    var request = CurlRequest(
      method: operation.method?.string ?? derivedMethod(body),
      isMethodExplicit: operation.method != nil || operation.isGet || operation.isHead,
      url: url?.text, headers: headers, impliedHeaders: implied.leading + implied.trailing,
      body: body, range: command.range, commandRange: commandRange, diagnostics: [])
    request.leadingImpliedHeaders = implied.leading.count
    request.requestTarget = operation.requestTarget?.string
    return request
  }

  private func fileName(of upload: ShellWord) -> String? {
    let name = upload.value.string
    if name == "-" || name == "." { return nil }
    return name.split(separator: "/").last.map(String.init)
  }

  private func derivedMethod(_ body: CurlRequest.Body?) -> String {
    if operation.isHead { return "HEAD" }
    switch body?.kind {
    case .data, .json, .form: return "POST"
    case .upload: return "PUT"
    case nil: return "GET"
    }
  }

  private func body(_ transfer: CurlOperation.Transfer) -> CurlRequest.Body? {
    if !operation.formParts.isEmpty {
      return CurlRequest.Body(
        kind: .form, text: MappedText(at: commandRange.upperBound),
        files: operation.formParts.flatMap(\.files), formParts: operation.formParts)
    }
    if let data = operation.data, !operation.isGet {
      return CurlRequest.Body(
        kind: operation.isJSON ? .json : .data, text: data, files: operation.dataFiles)
    }
    guard let upload = transfer.upload else { return nil }
    let name = upload.value.string
    if name == "-" || name == ".", let input = command.standardInput {
      return CurlRequest.Body(kind: .upload, text: input)
    }
    return CurlRequest.Body(
      kind: .upload, text: MappedText(at: upload.range.lowerBound), files: [name])
  }
}
