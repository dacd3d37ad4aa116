import ConnectorModel
import Diagnostics
import Linting
import ModelDiff

/// An entry in the overview.
struct CardView {
  let contents: Contents
  let entry: Entry

  func write(to html: inout HTMLWriter) {
    html.element(
      "li", .class("card \(entry.kind.rawValue)"),
      HTMLWriter.Attribute("data-kind", entry.kind.rawValue),
      HTMLWriter.Attribute("data-category", entry.facetCategory ?? ""),
      HTMLWriter.Attribute("data-authentication", entry.authenticationKinds.joined(separator: " ")),
      HTMLWriter.Attribute("data-findings", entry.findingKinds.joined(separator: " ")),
      HTMLWriter.Attribute("data-changes", entry.changeKinds.joined(separator: " "))
    ) { html in
      html.element("a", .link(to: entry.anchor), text: entry.title)
      html.element("p", .class("what"), text: what)
      html.element("p", .class("badges")) { writeBadges(to: &$0) }
    }
    html.newline()
  }

  /// The authentications of a source, the operations of all else.
  private var what: String {
    switch entry.kind {
    case .source:
      let names = (entry.shown.source?.authentications ?? []).map(\.specName)
      return names.isEmpty ? "No authentication" : names.joined(separator: " · ")
    case .page, .operations:
      let names = entry.shown.operations.compactMap { contents.function(of: $0.key)?.name }
      let short =
        entry.kind == .page ? names : names.map { String($0.split(separator: ".").last ?? "") }
      return short.isEmpty ? "No operation" : short.joined(separator: " · ")
    }
  }

  private func writeBadges(to html: inout HTMLWriter) {
    if contents.isComparison, entry.state != .same {
      html.badge(entry.state.rawValue, entry.state.symbol, entry.state.rawValue)
      html.text(" ")
      for kind in ChangeClass.allCases {
        let count = entry.changes.count { $0.classes.contains(kind) }
        guard count > 0 else { continue }
        html.badge(kind.badge, kind.symbol, kind.counted(count))
        html.text(" ")
      }
    }
    if let source = entry.shown.source {
      let fields = source.authentications.reduce(0) { $0 + $1.fields.count }
      html.element(
        "span", .class("size"),
        text: "\(counted(fields, "field")), \(counted(source.requests.count, "request"))")
      html.text(" ")
    }
    for severity in Severity.worstFirst {
      let count = entry.findings.count { $0.diagnostic.severity == severity }
      guard count > 0 else { continue }
      html.badge(severity, count: count)
      html.text(" ")
    }
  }
}

/// What the filters look at.
extension Entry {
  /// Sources alone have a category; pages and operations are told apart by their kind.
  var facetCategory: String? { kind == .source ? category : nil }

  var authenticationKinds: [String] {
    shown.source.map { AuthenticationKind.all(of: $0).map(\.rawValue) } ?? []
  }

  var findingKinds: [String] {
    if kind == .operations { return [] }
    let kinds = Severity.worstFirst.filter { severity in
      findings.contains { $0.diagnostic.severity == severity }
    }
    return kinds.isEmpty ? ["none"] : kinds.map(\.rawValue)
  }

  var changeKinds: [String] {
    let classes = ChangeClass.allCases.filter { kind in
      changes.contains { $0.classes.contains(kind) }
    }
    return [state.rawValue] + classes.map(\.badge)
  }
}
