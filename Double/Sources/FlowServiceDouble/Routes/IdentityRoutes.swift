import FlowServiceRuntime
import Hummingbird

/// The token endpoint of the server-to-server flow.
struct IdentityRoutes {
  let settings: DoubleSettings
  let tokens: TokenStore

  func add(to group: RouterGroup<DoubleContext>) {
    group.post("token/v3") { request, _ in
      let form = try await form(of: request)
      try check(form)
      let token = await tokens.issue()
      var response = Response.json([
        "access_token": .string(token), "token_type": "bearer",
        "expires_in": .integer(settings.tokenLifetime.components.seconds),
      ])
      response.headers[.cacheControl] = "no-store"
      return response
    }
  }

  private func form(of request: Request) async throws -> Query {
    let type = request.headers[.contentType]?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      throw ServiceError.identity("invalid_request", "the body is no form")
    }
    let bytes = try await request.bytes(limit: settings.bodyLimit)
    return Query(String(buffer: bytes))
  }

  private func check(_ form: Query) throws(ServiceError) {
    guard form["grant_type"] == "client_credentials" else {
      throw .identity("unsupported_grant_type", "unsupported grant_type")
    }
    guard let id = form["client_id"], !id.isEmpty else {
      throw .identity("invalid_request", "missing client_id parameter")
    }
    guard id == settings.clientID else {
      throw .identity("invalid_client", "invalid client_id parameter")
    }
    guard form["client_secret"] == settings.clientSecret else {
      throw .identity("invalid_client", "invalid client_secret parameter")
    }
    guard form["scope"]?.isEmpty == false else {
      throw .identity("invalid_scope", "missing scope parameter")
    }
  }
}
