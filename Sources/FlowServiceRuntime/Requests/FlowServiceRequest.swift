#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

public import HTTPTypes

/// A request to the service with the way to read what comes back, for any HTTP client to send.
///
/// ```swift
/// let request = try operation.httpRequest(for: configuration)
/// let body = try operation.httpBody()
/// // … send both with the client of your choice …
/// let response = try operation.decode(data)
/// ```
public struct FlowServiceRequest<Response>: Sendable {
  /// A name and value of the query.
  public typealias QueryItem = FlowServiceQueryItem

  /// What the path is added to.
  public typealias Base = FlowServiceRequestBase

  /// The method.
  public var method: HTTPRequest.Method
  /// What the path is added to.
  public var base: Base
  /// The path, percent-encoded. See ``PercentEncoding/pathSegment(_:)``.
  public var path: String
  /// The query, in order and not percent-encoded.
  public var query: [QueryItem]
  /// Header fields beyond those of the configuration and the body, or in their place. Those that were
  /// added as a ``Secret`` are kept apart, as these here show.
  public var headers: HTTPFields
  /// What is sent.
  public var body: RequestBody?
  /// Whether the configuration's token, key, organization and sandbox are sent. Other services do
  /// not get them unless this says so.
  public var sendsCredentials: Bool
  /// Whether the client may send the request again where nobody knows whether it was taken in. If
  /// this is `nil`, the method says so and `If-Match`; see ``RetryPolicy``.
  public var isRepeatable: Bool?
  /// Reads the body of a response.
  public var decode: @Sendable (Data) throws -> Response
  /// Header fields whose values never show.
  var secretHeaders: [SecretHeader] = []
  /// What must not show of a body of bytes.
  var secrets: [Secret<String>] = []
  /// Whether nothing of a response that went well may show, as it is a secret itself.
  var hidesResponse = false

  /// Makes a request with a way of its own to read the response.
  public init(
    method: HTTPRequest.Method, base: Base = .platform, path: String, query: [QueryItem] = [],
    headers: HTTPFields = HTTPFields(), body: RequestBody? = nil, sendsCredentials: Bool? = nil,
    decode: @escaping @Sendable (Data) throws -> Response
  ) {
    self.method = method
    self.base = base
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.sendsCredentials = sendsCredentials ?? (base == .platform)
    self.decode = decode
  }
}

extension FlowServiceRequest where Response: Decodable & Sendable {
  /// Makes a request that is answered in JSON.
  public init(
    method: HTTPRequest.Method, base: Base = .platform, path: String, query: [QueryItem] = [],
    headers: HTTPFields = HTTPFields(), body: RequestBody? = nil, sendsCredentials: Bool? = nil
  ) {
    self.init(
      method: method, base: base, path: path, query: query, headers: headers, body: body,
      sendsCredentials: sendsCredentials, decode: { try JSONCoding.decode(Response.self, from: $0) }
    )
  }
}

extension FlowServiceRequest where Response == Void {
  /// Makes a request whose answer says nothing.
  public init(
    method: HTTPRequest.Method, base: Base = .platform, path: String, query: [QueryItem] = [],
    headers: HTTPFields = HTTPFields(), body: RequestBody? = nil, sendsCredentials: Bool? = nil
  ) {
    self.init(
      method: method, base: base, path: path, query: query, headers: headers, body: body,
      sendsCredentials: sendsCredentials, decode: { _ in })
  }
}

extension FlowServiceRequest: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// Method and path, at another service with its address; never what could be a secret.
  public var description: String {
    // A link to a further page brings its query along.
    let path = path.prefix { $0 != "?" }
    return switch base {
    case .platform: "\(method.rawValue) \(path)"
    // A name and a password may stand before the host.
    case .absolute(let url): "\(method.rawValue) \(url.split(separator: "@").last ?? "")\(path)"
    }
  }

  /// Method and path; never what could be a secret.
  public var debugDescription: String { description }

  /// Method and path; never what could be a secret.
  public var customMirror: Mirror {
    Mirror(
      self, children: ["method": method.rawValue, "path": String(path.prefix { $0 != "?" })])
  }
}

/// What the path of a request is added to.
public enum FlowServiceRequestBase: Hashable, Sendable {
  /// The configuration's base URL.
  case platform
  /// The address of another service, for example `https://dcs.adobedc.net`.
  case absolute(String)
}

/// A header field whose value never shows.
struct SecretHeader: Sendable {
  var name: HTTPField.Name
  var value: Secret<String>
}
