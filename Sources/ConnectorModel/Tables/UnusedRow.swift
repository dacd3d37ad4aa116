import PageFacts

/// Tells why nothing came of a row.
struct UnusedRow {
  let page: PageContext
  let table: TableFact
  let row: TableFact.Row

  var reason: String {
    if row.isSpecID || CredentialRows.isConnectionSpecification(row.name) {
      return page.isSource
        ? "it gives no ID of the page's source" : "the page is about no source of its own"
    }
    switch table.role {
    case .credentials:
      return page.facts.authentications.isEmpty
        ? "no example of the page sends an authentication" : "no example of the page sends it"
    case .connectionStringOptions:
      return "no connection string of the page has such a part"
    case .requestProperties:
      return requestReason
    case .responseProperties:
      return table.response == nil
        ? "the page shows no response that it could be about" : "the response has no such field"
    case .parameters:
      return parameterReason
    case .headers:
      return ParameterBuilder.commonHeaders.contains(row.name.lowercased())
        ? "every request has this header, so that it is no parameter of one"
        : "no request sends such a header, parameter or value"
    case .enumeration:
      return "no body has a field that is called like the first column"
    case .specIDs:
      return "it lists the ID of another source, of which that source's own page decides"
    case .errorCodes:
      return "another row before it documents the code"
    case .other:
      return "the table is of another kind: it names no fields, parameters or headers"
    }
  }

  private var requestReason: String {
    let name = NameMatching.credential(row.name)
    if name == row.name { return "the body of the request has no such field" }
    if name == "specName" { return "the client sends the authentication's name by itself" }
    // `auth.params.`
    if name.isEmpty { return "it is about all parameters of the authentication together" }
    return "the authentication that the request sends has no such field"
  }

  private var parameterReason: String {
    guard let placeholder = row.cells.first.flatMap(NameMatching.placeholder) else {
      return "no request sends such a parameter or value"
    }
    let isShown = page.facts.requests.contains { request in
      (request.apiFormat?.lines ?? []).contains { $0.target.contains("{\(placeholder)}") }
    }
    return isShown
      ? "the placeholder stands for parameters that have names of their own"
      : "no API format has the placeholder"
  }
}
