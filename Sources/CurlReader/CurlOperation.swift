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

  private var nextURL = 0
  private var nextUpload = 0

  mutating func add(url: ShellWord) {
    if nextURL == transfers.count { transfers.append(Transfer()) }
    transfers[nextURL].url = url
    nextURL += 1
  }

  mutating func add(upload: ShellWord) {
    if nextUpload == transfers.count { transfers.append(Transfer()) }
    transfers[nextUpload].upload = upload
    nextUpload += 1
  }

  /// Adds one `--data`-like argument as curl joins them.
  mutating func add(data piece: MappedText, separated: Bool) {
    guard data != nil else {
      data = piece
      return
    }
    if separated { data?.insert("&", at: piece.sourceOffset(of: 0)) }
    data?.append(piece)
  }

  /// Adds to what goes behind the `?` of the URL.
  mutating func add(query piece: MappedText) {
    guard query != nil else {
      query = piece
      return
    }
    query?.insert("&", at: piece.sourceOffset(of: 0))
    query?.append(piece)
  }
}
