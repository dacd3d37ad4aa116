import ConnectorModel

/// What requests of sources and operations of all pages have in common.
struct RequestFacts {
  var key: OperationKey
  /// The source's key on each side, of a request that a source's page documents.
  var source: String?
  var pathParameters: [Parameter]
  var queryParameters: [Parameter]
  var headerParameters: [Parameter]
  var body: Schema?
  var provenance: Provenance?

  init(_ request: Request, of source: Source) {
    key = request.operation
    self.source = source.key
    pathParameters = request.pathParameters
    queryParameters = request.queryParameters
    headerParameters = request.headerParameters
    body = request.body
    provenance = request.provenance
  }

  init(_ operation: ModelOperation) {
    key = operation.key
    pathParameters = operation.pathParameters
    queryParameters = operation.queryParameters
    headerParameters = operation.headerParameters
    body = operation.body
    provenance = operation.provenances.first
  }
}
