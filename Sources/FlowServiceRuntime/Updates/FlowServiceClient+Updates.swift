import HTTPTypes

extension FlowServiceClient {
  /// Reads a resource and changes it, unless somebody else changed it in between.
  ///
  /// ```swift
  /// let updated = try await client.update(Flows.retrieve(flowID: id)) { flow, eTag in
  ///   Flows.update(
  ///     flowID: id, ifMatch: eTag,
  ///     [.init(op: "replace", path: "/name", value: .string("Contacts, daily"))])
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - resource: The request that reads the resource by its ID.
  ///   - rereads: How often to begin anew if somebody else was faster, unless that may have been an
  ///     earlier try of the same change.
  ///   - makeRequest: Makes the request that changes the resource, with an `If-Match` of the ETag.
  /// - Returns: What the service answered to the change.
  /// - Throws: ``FlowServiceError`` of the kind ``FlowServiceError/Kind/preconditionFailed`` if
  ///   somebody else was faster.
  public func update<Resource: Sendable, Response: Sendable>(
    _ resource: FlowServiceRequest<Resource>, rereads: Int = 0,
    _ makeRequest: @Sendable (Resource, ETag) throws -> FlowServiceRequest<Response>
  ) async throws -> Response {
    var rereads = rereads
    while true {
      let exchange = try await exchange(for: resource)
      let value = try decoded(exchange, of: resource)
      let current = FlowServiceResponse(
        value: value, head: exchange.response.head, body: exchange.response.body,
        tries: exchange.tries)
      guard let eTag = current.eTag else { throw failure(.missingETag, exchange) }
      do {
        return try await send(try makeRequest(value, eTag))
      } catch let error as FlowServiceError
        where error.kind == .preconditionFailed && error.tries == 1 && rereads > 0
      {
        // After several tries it may have been one of them that was faster: its change would be made
        // a second time.
        rereads -= 1
      }
    }
  }

  /// Reads a resource and patches it, unless somebody else changed it in between.
  ///
  /// ```swift
  /// let patch: JSONPatch = [.replace("/name", with: "Contacts, daily")]
  /// let updated = try await client.update(Flows.retrieve(flowID: id), with: patch)
  /// ```
  ///
  /// - Parameters:
  ///   - resource: The request that reads the resource by its ID. The patch goes to the same place.
  ///   - patch: The changes.
  ///   - rereads: How often to begin anew if somebody else was faster, unless that may have been an
  ///     earlier try of the same change.
  /// - Returns: The new version of the resource.
  /// - Throws: ``FlowServiceError`` of the kind ``FlowServiceError/Kind/preconditionFailed`` if
  ///   somebody else was faster.
  @discardableResult
  public func update<Resource: Sendable>(
    _ resource: FlowServiceRequest<Resource>, with patch: JSONPatch, rereads: Int = 0
  ) async throws -> UpdatedResource {
    // Only the ETag counts, so it does not matter whether the type of the resource fits.
    let reading = FlowServiceRequest<JSONValue>(reading: resource)
    return try await update(reading, rereads: rereads) { _, eTag in
      var request = FlowServiceRequest<UpdatedResource>(
        method: .patch, base: resource.base, path: resource.path, headers: resource.headers,
        body: .json(patch), sendsCredentials: resource.sendsCredentials)
      request.secretHeaders = resource.secretHeaders
      request.headers[.ifMatch] = eTag.headerValue
      return request
    }
  }
}

extension FlowServiceRequest where Response: Decodable & Sendable {
  /// The same request, its response taken as another one.
  init<Other>(reading other: FlowServiceRequest<Other>) {
    self.init(
      method: other.method, base: other.base, path: other.path, query: other.query,
      headers: other.headers, body: other.body, sendsCredentials: other.sendsCredentials)
    isRepeatable = other.isRepeatable
    secretHeaders = other.secretHeaders
    secrets = other.secrets
  }
}
