import HTTPTypes

/// A request and the last response to it.
struct Exchange: Sendable {
  var request: PreparedRequest
  var response: FlowServiceTransportResponse
  var tries: Int
  /// What must not show of what was sent.
  var secrets: [String]
}

extension FlowServiceClient {
  /// Sends a request, again if need be, until there is a response that is the last word.
  func exchange<Response>(for request: FlowServiceRequest<Response>) async throws -> Exchange {
    try Task.checkCancellation()
    let prepared = try PreparedRequest(request, configuration: configuration)
    let elapsed = stopwatch(clock)
    var tries = 0
    var replacement: Secret<String>?
    while true {
      let token = try await token(
        for: prepared, replacement: replacement, left: overallTimeout - elapsed(), tries: tries)
      let left = overallTimeout - elapsed()
      guard left > .zero else { throw overtime(prepared, tries: tries) }
      tries += 1
      let delay: Duration
      do {
        let response = try await attempt(prepared, token: token, timeout: min(timeout, left))
        if response.head.status == .unauthorized, replacement == nil, let token,
          let new = try await self.replacement(
            for: token, of: prepared, left: overallTimeout - elapsed(), tries: tries)
        {
          // Whatever it asks for, a request with a bad token is not looked at.
          replacement = new
          continue
        }
        let wait = retry.delay(
          after: response, isRepeatable: prepared.isRepeatable, tries: tries)
        guard let wait, wait < overallTimeout - elapsed() else {
          return Exchange(
            request: prepared, response: response, tries: tries,
            secrets: prepared.secrets + [token?.exposed].compactMap { $0 })
        }
        delay = wait
      } catch let error as FlowServiceTransportError {
        let wait = retry.delay(after: error, isRepeatable: prepared.isRepeatable, tries: tries)
        guard let wait, wait < overallTimeout - elapsed() else {
          // Of several reasons, the one that tells more.
          if wait != nil, error == .timedOut { throw overtime(prepared, tries: tries) }
          throw FlowServiceError(
            kind: .transport(error), request: prepared.description, tries: tries)
        }
        delay = wait
      }
      try await clock.sleep(for: delay)
    }
  }

  func overtime(_ request: PreparedRequest, tries: Int) -> FlowServiceError {
    FlowServiceError(
      kind: .timedOut(after: overallTimeout), request: request.description, tries: tries)
  }

  /// Sends a request once.
  private func attempt(
    _ request: PreparedRequest, token: Secret<String>?, timeout: Duration
  ) async throws -> FlowServiceTransportResponse {
    var head = request.head
    if let token {
      var field = HTTPField(name: .authorization, value: "Bearer " + token.exposed)
      field.indexingStrategy = .disallow
      head.headerFields = HTTPFields([field] + head.headerFields)
    }
    let limit = TimeLimit(timeout: timeout, elapsed: stopwatch(clock))
    do {
      return try await withTimeout(timeout, clock: clock) { [head] in
        try await follow(head, body: request.body, limit: limit)
      }
    } catch {
      // What came of the end of the task is not an error of the transport.
      try Task.checkCancellation()
      throw error
    }
  }

  /// Sends a request through the middleware, and to where the response points, within the service.
  private func follow(
    _ request: HTTPRequest, body: [UInt8]?, limit: TimeLimit
  ) async throws -> FlowServiceTransportResponse {
    var request = request
    for _ in 0..<5 {
      let response = try await passedOn(request, body: body, limit: limit)
      guard let next = Redirect.request(after: response.head, to: request) else { return response }
      request = next
    }
    return try await passedOn(request, body: body, limit: limit)
  }

  private func passedOn(
    _ request: HTTPRequest, body: [UInt8]?, limit: TimeLimit
  ) async throws -> FlowServiceTransportResponse {
    var next: FlowServiceMiddleware.Next = { request, body in
      try await transmitted(request, body: body, limit: limit)
    }
    for middleware in middleware.reversed() {
      next = { [next] request, body in
        try await middleware.intercept(request, body: body, next: next)
      }
    }
    return try await next(request, body)
  }

  /// Hands a request to the transport. Whatever it throws is an error of a transport, so that one
  /// of the middleware can be told from it.
  private func transmitted(
    _ request: HTTPRequest, body: [UInt8]?, limit: TimeLimit
  ) async throws -> FlowServiceTransportResponse {
    do {
      return try await transport.send(request, body: body, timeout: limit.timeout)
    } catch let error as FlowServiceTransportError {
      throw error
    } catch {
      // The middleware is to hear of the end of the time, not of how the try was stopped.
      if Task.isCancelled, limit.elapsed() >= limit.timeout {
        throw FlowServiceTransportError.timedOut
      }
      try Task.checkCancellation()
      throw FlowServiceTransportError.other("\(error)")
    }
  }
}

/// How long a try may take, and how long it has taken.
private struct TimeLimit: Sendable {
  var timeout: Duration
  var elapsed: @Sendable () -> Duration
}
