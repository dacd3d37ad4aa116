import Diagnostics

/// What the options of one operation say; a command has several where it uses `--next`.
struct CurlOperation {
  /// A URL of the operation with what is uploaded to it: curl pairs the first `-T` with the first
  /// URL, the second with the second.
  struct Transfer {
    var url: ShellWord?
    var upload: ShellWord?
  }

  var transfers: [Transfer] = []
  var method: MappedText?
  var isHead = false
  var isGet = false
  var requestTarget: MappedText?
  var keepsPath = false
  var headers: [ShellWord] = []
  /// The joined arguments of `--data` and its kin.
  var data: MappedText?
  var dataFiles: [String] = []
  var isJSON = false
  var query: MappedText?
  var formParts: [CurlRequest.FormPart] = []
  var user: ShellWord?
  var bearer: ShellWord?
  var usesOtherAuthentication = false
  var cookies: [ShellWord] = []
  var userAgent: ShellWord?
  var referer: ShellWord?
  var range: ShellWord?
  var continueAt: ShellWord?
  var compressed: Range<Int>?
  var transferEncoding: Range<Int>?
  var timeCondition: ShellWord?
  var isInformation = false

  mutating func add(url: ShellWord) {
    if let free = transfers.firstIndex(where: { $0.url == nil }) {
      transfers[free].url = url
    } else {
      transfers.append(Transfer(url: url))
    }
  }

  mutating func add(upload: ShellWord) {
    if let free = transfers.firstIndex(where: { $0.upload == nil }) {
      transfers[free].upload = upload
    } else {
      transfers.append(Transfer(upload: upload))
    }
  }

  /// Adds one `--data`-like argument as curl joins them.
  mutating func add(data piece: MappedText, separated: Bool) {
    guard var joined = data else {
      data = piece
      return
    }
    if separated { joined.insert("&", at: piece.sourceOffset(of: 0)) }
    joined.append(piece)
    data = joined
  }

  /// Adds to what goes behind the `?` of the URL.
  mutating func add(query piece: MappedText) {
    guard var joined = query else {
      query = piece
      return
    }
    joined.insert("&", at: piece.sourceOffset(of: 0))
    joined.append(piece)
    query = joined
  }
}
