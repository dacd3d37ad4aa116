import ConnectorModel

/// Parameters, body and response of a request, folded where they are long.
struct RequestParts {
  let contents: Contents

  func write(
    path: [Parameter], query: [Parameter], headers: [Parameter], body: Schema?,
    response: Schema? = nil, to html: inout HTMLWriter
  ) {
    let table = FieldsTable(contents: contents)
    let parameters =
      path.map { (kind: "path", parameter: $0) } + query.map { (kind: "query", parameter: $0) }
      + headers.map { (kind: "header", parameter: $0) }
    if !parameters.isEmpty {
      fold("Parameters: \(names(parameters.map(\.parameter.name)))", to: &html) {
        table.write(parameters, to: &$0)
      }
    }
    write(body, "Body", table, to: &html)
    write(response, "Response", table, to: &html)
  }

  private func write(
    _ schema: Schema?, _ title: String, _ table: FieldsTable, to html: inout HTMLWriter
  ) {
    guard let schema else { return }
    let rows = SchemaRow.rows(of: schema)
    if rows.isEmpty {
      html.element("p", text: "\(title): \(schema.label)")
      return
    }
    fold("\(title): \(counted(rows.count, "field"))", to: &html) {
      table.write(rows, caption: title, to: &$0)
    }
  }

  private func names(_ names: [String]) -> String { names.joined(separator: ", ") }

  private func fold(
    _ title: String, to html: inout HTMLWriter, content: (inout HTMLWriter) -> Void
  ) {
    html.element("details") { html in
      html.element("summary", text: title)
      content(&html)
    }
  }
}

extension OperationKey {
  /// The path with the parameters' names in their places.
  func template(_ parameters: [Parameter]) -> String {
    var names = parameters.map(\.name)[...]
    var template = ""
    for character in path {
      template.append(character)
      if character == "{", let name = names.popFirst() { template += name }
    }
    return template
  }
}
