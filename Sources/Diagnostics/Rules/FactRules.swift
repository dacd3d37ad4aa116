extension Rule {
  package static let factRules: [Rule] = [
    invalidUUID, specIDMismatch, nameMismatch, undocumentedField, documentedButUnusedField,
    endpointMismatch, missingHeader,
  ]

  package static let invalidUUID = Rule(
    "invalid-uuid", .error,
    summary: "A spec ID or etag is no UUID",
    explanation: """
      IDs of connection specifications and flow specifications are UUIDs: 8, 4, 4, 4 and 12 \
      hexadecimal digits. One that is not will be rejected by the service. If the page gives a sound \
      ID that is nearly the same elsewhere, that one is taken; otherwise the ID is taken as it \
      stands and marked.
      """,
    bad: "| `connectionSpec.id` | The ID is `b66ab34-8619-49cb-96d1-39b37ede86ea`. |",
    good: "| `connectionSpec.id` | The ID is `cb66ab34-8619-49cb-96d1-39b37ede86ea`. |")

  package static let specIDMismatch = Rule(
    "spec-id-mismatch", .error,
    summary: "The page gives different IDs for the same thing",
    explanation: """
      A source has one connection specification. Where the page names two, what a request sends is \
      believed before a table, and a table before prose; the others are kept as alternatives.
      """,
    bad: "| `connectionSpec.id` | `11111111-…` |  and a body with `\"id\": \"22222222-…\"`",
    good: "The same ID in the table and in the body.")

  package static let nameMismatch = Rule(
    "name-mismatch", .warning,
    summary: "A table and a body spell a name differently",
    explanation: """
      The service knows only the name that the example sends, so that is the wire name; the table's \
      spelling is kept as an alias and shown in the documentation.
      """,
    bad: "A row `auth.params.username` under a body with `\"userName\"`.",
    good: "A row `auth.params.userName`.")

  package static let undocumentedField = Rule(
    "undocumented-field", .note,
    summary: "A body sends a field that no table explains",
    explanation: """
      The field is generated from the example alone: its type is that of the example's value, and \
      whether it may be left out is unknown. The envelope (`name`, `description`, `auth.specName`, \
      `connectionSpec.version`) needs no row.
      """,
    bad: "A body with `\"providerId\"` and a table without that row.",
    good: "A row `providerId` in the property table.")

  package static let documentedButUnusedField = Rule(
    "documented-but-unused-field", .warning,
    summary: "A table documents a field that no example sends",
    explanation: """
      The field becomes an optional one of the authentication or body that the table belongs to, as \
      nothing shows that the service wants it.
      """,
    bad: "A credential `bucketName` that no request body has.",
    good: "The same credential in an example.")

  package static let endpointMismatch = Rule(
    "endpoint-mismatch", .warning,
    summary: "API format and URL name different endpoints",
    explanation: """
      What the example sends is taken. A scheme of `http` is read as `https`: the service answers \
      nowhere else.
      """,
    bad: "`PATCH /connections` above a request to `/connections/{BASE_CONNECTION_ID}`.",
    good: "`PATCH /connections/{BASE_CONNECTION_ID}` above it.")

  package static let missingHeader = Rule(
    "missing-header", .warning,
    summary: "A request lacks a header that the service requires",
    explanation: """
      All operations want `Authorization`, `x-api-key` and `x-gw-ims-org-id`, and those with a body \
      `Content-Type`. The generated client always sends them.
      """,
    bad: "`curl -X POST …/flows -H 'x-api-key: {API_KEY}'` without `Authorization`.",
    good: "The same with `-H 'Authorization: Bearer {ACCESS_TOKEN}'`.")
}
