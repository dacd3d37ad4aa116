import ConnectorModel

/// Fields of an authentication, a body or a response, and parameters of a request.
struct FieldsTable {
  let contents: Contents

  func write(_ rows: [SchemaRow], caption: String, to html: inout HTMLWriter) {
    html.table(caption: caption, columns: ["Field", "Type", "Presence", "Meaning", "Said in"]) {
      for row in rows { write(row, to: &$0) }
    }
  }

  func write(_ properties: [Property], caption: String, to html: inout HTMLWriter) {
    let rows = properties.map { SchemaRow(path: $0.name, type: $0.schema.label, property: $0) }
    write(rows, caption: caption, to: &html)
  }

  private func write(_ row: SchemaRow, to html: inout HTMLWriter) {
    let property = row.property
    html.element("tr") { html in
      html.element("th", HTMLWriter.Attribute("scope", "row")) { html in
        html.element("code", text: row.path)
        if property.isSecret { html.badge("secret", "•••", "secret") }
        if property.isUncertain { html.badge("warning", "?", "uncertain") }
      }
      html.element("td", text: row.type + (property.isNullable ? " or null" : ""))
      html.element("td", text: property.isOptional ? "optional" : "required")
      html.element("td") { html in
        if let text = property.documentation { html.prose(text) }
        let values =
          property.allowedValues.isEmpty
          ? property.schema.documentedValues : property.allowedValues
        writeExtras(
          aliases: property.aliases, defaultValue: property.defaultValue, values: values,
          reason: property.isOptional ? property.optionalReason : nil, to: &html)
      }
      html.element("td") { $0.line(property.provenance, in: contents) }
    }
    html.newline()
  }

  func write(_ parameters: [(kind: String, parameter: Parameter)], to html: inout HTMLWriter) {
    html.table(caption: "Parameters", columns: ["Parameter", "In", "Presence", "Meaning"]) { html in
      for (kind, parameter) in parameters {
        html.element("tr") { html in
          html.element("th", HTMLWriter.Attribute("scope", "row")) {
            $0.element("code", text: parameter.name)
          }
          html.element("td", text: kind)
          html.element("td", text: parameter.isRequired ? "required" : "optional")
          html.element("td") { html in
            if let text = parameter.documentation { html.prose(text) }
            writeExtras(
              aliases: parameter.aliases, defaultValue: parameter.defaultValue,
              values: parameter.allowedValues, reason: nil, to: &html)
          }
        }
        html.newline()
      }
    }
  }

  private func writeExtras(
    aliases: [String], defaultValue: String?, values: [String], reason: String?,
    to html: inout HTMLWriter
  ) {
    func item(_ label: String, _ values: [String], _ html: inout HTMLWriter) {
      html.element("span", .class("extra")) { html in
        html.text(label)
        for value in values {
          html.text(" ")
          html.element("code", text: value)
        }
      }
    }
    if let defaultValue { item("Default", [defaultValue], &html) }
    if !values.isEmpty { item("One of", values, &html) }
    if !aliases.isEmpty { item("Also written", aliases, &html) }
    if let reason { html.element("span", .class("extra"), text: "Optional: \(reason)") }
  }
}
