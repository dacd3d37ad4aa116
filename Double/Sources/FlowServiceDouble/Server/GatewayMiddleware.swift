import HTTPTypes
import Hummingbird

/// Checks who asks, before the service sees the request.
struct GatewayMiddleware: RouterMiddleware {
  typealias Context = DoubleContext

  let settings: DoubleSettings
  let tokens: TokenStore

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    try await checkToken(request.headers[.authorization])
    try checkKey(request.headers["x-api-key"])
    try checkOrganization(request.headers["x-gw-ims-org-id"])
    var context = context
    context.sandbox = try sandbox(request.headers)
    return try await next(request, context)
  }

  private func checkToken(_ value: String?) async throws {
    guard let value, !value.isEmpty else {
      throw ServiceError.gateway("403010", "Oauth token is missing")
    }
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.first?.lowercased() == "bearer" else {
      throw ServiceError.service(
        "2115-400", "Invalid token", "The token is not valid. Send a valid one and repeat.")
    }
    guard parts.count == 2 else {
      throw ServiceError.service(
        "2114-400", "Empty token", "The token has nothing in it. Send a token and repeat.")
    }
    guard await tokens.isValid(String(parts[1])) else {
      throw ServiceError.gateway("401013", "Oauth token is not valid")
    }
  }

  private func checkKey(_ value: String?) throws {
    guard let value, !value.isEmpty else {
      throw ServiceError.gateway("403000", "Api Key is required")
    }
    guard value == settings.apiKey else {
      throw ServiceError.gateway("403003", "Api Key is invalid")
    }
  }

  private func checkOrganization(_ value: String?) throws {
    guard let value else {
      throw ServiceError.service(
        "2002-401", "Header is missing",
        "The header x-gw-ims-org-id is absent. Set it and repeat.")
    }
    guard !value.isEmpty else {
      throw ServiceError.service(
        "2001-401", "Header is missing or empty",
        "The header x-gw-ims-org-id is absent or has no value. Set it and repeat.")
    }
    guard value == settings.organizationID else {
      throw ServiceError.service(
        "2000-401", "Invalid authorization token",
        "Either there is no such organization or the token gives no access to it.")
    }
  }

  private func sandbox(_ headers: HTTPFields) throws -> String {
    guard headers["x-sandbox-id"] == nil else {
      throw ServiceError.service(
        "2110-400", "Headers not allowed",
        "With a user token, the header x-sandbox-id must not be there.")
    }
    guard let name = headers["x-sandbox-name"], !name.isEmpty else {
      throw ServiceError.service(
        "2105-400", "Header is missing",
        "There is no header x-sandbox-name in the request. Add it and repeat.")
    }
    guard name != "*" else {
      throw ServiceError.service(
        "2111-403", "Headers with value restricted",
        "With a user token, the header x-sandbox-name must not be *.")
    }
    guard settings.sandboxes.contains(name) else {
      throw ServiceError.service(
        "2100-404", "Sandbox not found",
        "No sandbox is called '\(name)'. Check the name and repeat.")
    }
    return name
  }
}
