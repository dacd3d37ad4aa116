package import JSONReader

/// Method and path template, the same on all pages.
package struct OperationKey: Hashable, Comparable, Sendable {
  package var method: String
  /// `https://platform.adobe.io` or another host that the pages name.
  package var server: String
  /// The whole path with `{}` for each path parameter:
  /// `/data/foundation/flowservice/connections/{}/explore`.
  package var path: String

  package init(method: String, server: String, path: String) {
    self.method = method
    self.server = server
    self.path = path
  }

  package static func < (left: OperationKey, right: OperationKey) -> Bool {
    (left.path, left.method, left.server) < (right.path, right.method, right.server)
  }
}

/// An operation as all pages document it together.
package struct Operation: Hashable, Sendable {
  package var key: OperationKey
  /// The resource that it belongs to, for the file and the name space: `connections`, `flowSpecs`.
  package var group: String
  /// What it does, from method and path alone: `create`, `list`, `retrieve`, `update`, `delete`,
  /// `explore`, …
  package var verb: String
  package var documentation: String?
  package var pathParameters: [Parameter]
  package var queryParameters: [Parameter]
  /// Headers beyond those that every request sends: `If-Match`.
  package var headerParameters: [Parameter]
  package var body: Schema?
  package var response: Schema?
  /// Every documented example, in page order.
  package var examples: [RequestExample]
  /// Further values of fields of the body that pages show by themselves, in page order.
  package var fieldExamples: [FieldExample]
  package var responseExamples: [ResponseExample]
  package var provenances: [Provenance]

  package init(
    key: OperationKey, group: String, verb: String, documentation: String?,
    pathParameters: [Parameter], queryParameters: [Parameter], headerParameters: [Parameter],
    body: Schema?, response: Schema?, examples: [RequestExample],
    fieldExamples: [FieldExample] = [], responseExamples: [ResponseExample],
    provenances: [Provenance]
  ) {
    self.key = key
    self.group = group
    self.verb = verb
    self.documentation = documentation
    self.pathParameters = pathParameters
    self.queryParameters = queryParameters
    self.headerParameters = headerParameters
    self.body = body
    self.response = response
    self.examples = examples
    self.fieldExamples = fieldExamples
    self.responseExamples = responseExamples
    self.provenances = provenances
  }
}

/// What a source's own page says of an operation: the types of the page's own bodies.
package struct Request: Hashable, Sendable {
  package var operation: OperationKey
  package var group: String
  package var verb: String
  /// The heading that it stands under.
  package var title: String
  package var documentation: String?
  package var pathParameters: [Parameter]
  package var queryParameters: [Parameter]
  package var headerParameters: [Parameter]
  package var body: Schema?
  package var examples: [RequestExample]
  /// Further values of fields of the body that the page shows by themselves.
  package var fieldExamples: [FieldExample]
  package var provenance: Provenance

  package init(
    operation: OperationKey, group: String, verb: String, title: String, documentation: String?,
    pathParameters: [Parameter], queryParameters: [Parameter], headerParameters: [Parameter],
    body: Schema?, examples: [RequestExample], fieldExamples: [FieldExample] = [],
    provenance: Provenance
  ) {
    self.operation = operation
    self.group = group
    self.verb = verb
    self.title = title
    self.documentation = documentation
    self.pathParameters = pathParameters
    self.queryParameters = queryParameters
    self.headerParameters = headerParameters
    self.body = body
    self.examples = examples
    self.fieldExamples = fieldExamples
    self.provenance = provenance
  }
}

/// A path parameter, a query parameter or a header.
package struct Parameter: Hashable, Sendable {
  /// Of a path parameter what position and resource say (`connectionId`), else the wire name.
  package var name: String
  /// The placeholders that pages use for it: `BASE_CONNECTION_ID`.
  package var aliases: [String]
  package var documentation: String?
  package var isRequired: Bool
  package var defaultValue: String?
  package var allowedValues: [String]
  /// Values that examples send, in order of first appearance.
  package var examples: [String]
  /// What of it is said otherwise on the pages.
  package var corrections: [Provenance.Correction]

  package init(
    name: String, aliases: [String], documentation: String?, isRequired: Bool,
    defaultValue: String?, allowedValues: [String], examples: [String],
    corrections: [Provenance.Correction] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.documentation = documentation
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.allowedValues = allowedValues
    self.examples = examples
    self.corrections = corrections
  }
}

/// A request as a page shows it, mended where it was broken.
package struct RequestExample: Hashable, Sendable {
  package struct Header: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var method: String
  package var url: String
  package var headers: [Header]
  package var json: JSONNode?
  /// The body where it is no JSON.
  package var text: String?
  package var provenance: Provenance
  package var isUncertain: Bool

  package init(
    method: String, url: String, headers: [Header], json: JSONNode?, text: String?,
    provenance: Provenance, isUncertain: Bool
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.json = json
    self.text = text
    self.provenance = provenance
    self.isUncertain = isUncertain
  }
}

/// A value of a field of a body that a page shows by itself.
package struct FieldExample: Hashable, Sendable {
  /// The path of the field from the body's root, with `[]` for the elements of an array.
  package var path: [String]
  package var json: JSONNode
  package var provenance: Provenance
  package var isUncertain: Bool

  package init(path: [String], json: JSONNode, provenance: Provenance, isUncertain: Bool) {
    self.path = path
    self.json = json
    self.provenance = provenance
    self.isUncertain = isUncertain
  }
}

/// A response as a page shows it.
package struct ResponseExample: Hashable, Sendable {
  package var status: Int?
  package var json: JSONNode?
  package var provenance: Provenance

  package init(status: Int?, json: JSONNode?, provenance: Provenance) {
    self.status = status
    self.json = json
    self.provenance = provenance
  }
}
