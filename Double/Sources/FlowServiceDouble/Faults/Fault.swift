/// Something that goes wrong on the way.
public struct Fault: Codable, Hashable, Sendable {
  /// What goes wrong. Where the request is not carried out, the description says so.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The answer comes after ``Fault/milliseconds``.
    case slow
    /// Half of the body comes at once, the rest after ``Fault/milliseconds``.
    case drip
    /// The connection is reset in the middle of the body.
    case reset
    /// The connection is reset before anything is answered, though the request was carried out.
    case lostAnswer
    /// The connection is reset before the request is carried out.
    case lostRequest
    /// The answer is whole for HTTP, but its JSON stops in the middle.
    case truncatedJSON
    /// The answer is an HTML page with the status 200.
    case html
    /// The answer has no body.
    case emptyBody
    /// The answer is JSON that calls itself ``Fault/contentType``, `text/plain` by default.
    case wrongContentType
    /// Blanks after the JSON make the answer ``Fault/bytes`` long, a million by default.
    case largeBody
    /// The answer is ``Fault/status``, 503 by default; the request is not carried out.
    case status
    /// A gateway answers ``Fault/status``, 502 by default, with an HTML page; the request is not
    /// carried out.
    case gatewayPage
    /// The answer is ``Fault/status``, 500 by default, with a line of text that is no JSON; the request
    /// is not carried out.
    case plainText
    /// The answer is 429 with `Retry-After`; the request is not carried out.
    case throttle
    /// The answer says that the token is not valid; the request is not carried out.
    case expiredToken
  }

  /// What goes wrong.
  public var kind: Kind
  /// The method of the requests it happens to; all if there is none.
  public var method: String?
  /// What the path of the requests contains that it happens to; all if there is none.
  public var path: String?
  /// How often it happens.
  public var times: Int?
  /// How many such requests go well before.
  public var after: Int?
  /// The status of ``Kind/status``, ``Kind/gatewayPage`` and ``Kind/plainText``.
  public var status: Int?
  /// The value of `Retry-After`, in seconds or as a date. With ``Kind/throttle``, `1` if there is
  /// none; an empty one leaves the header out.
  public var retryAfter: String?
  /// How long ``Kind/slow`` and ``Kind/drip`` wait.
  public var milliseconds: Int?
  /// How long the body of ``Kind/largeBody`` is.
  public var bytes: Int?
  /// What ``Kind/wrongContentType`` calls its answer.
  public var contentType: String?

  /// Makes a fault that happens once to the next request.
  public init(
    _ kind: Kind, method: String? = nil, path: String? = nil, times: Int? = nil,
    after: Int? = nil, status: Int? = nil, retryAfter: String? = nil, milliseconds: Int? = nil,
    bytes: Int? = nil, contentType: String? = nil
  ) {
    self.kind = kind
    self.method = method
    self.path = path
    self.times = times
    self.after = after
    self.status = status
    self.retryAfter = retryAfter
    self.milliseconds = milliseconds
    self.bytes = bytes
    self.contentType = contentType
  }
}
