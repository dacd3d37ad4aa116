import Diagnostics

/// Findings as a SARIF 2.1.0 log, for code scanning and editors.
package struct SARIFFormat: Sendable {
  /// The version of the tool, if the log shall say it.
  package var toolVersion: String?

  package init(toolVersion: String? = nil) {
    self.toolVersion = toolVersion
  }

  package func render(_ report: LintReport) -> String {
    let pages = report.pages.filter { !$0.findings.isEmpty }
    var rules: [String: Rule] = [:]
    for page in pages {
      for finding in page.findings {
        rules[finding.diagnostic.rule.identifier] = finding.diagnostic.rule
      }
    }
    let sorted = rules.values.sorted {
      $0.identifier.utf8.lexicographicallyPrecedes($1.identifier.utf8)
    }
    var indices: [String: Int] = [:]
    for (index, rule) in sorted.enumerated() { indices[rule.identifier] = index }

    var results: [JSONText] = []
    for (index, page) in pages.enumerated() {
      var regions = Regions(page.file, artifact: index)
      for finding in page.findings {
        results.append(result(finding, indices: indices, regions: &regions))
      }
    }
    var driver: [(String, JSONText)] = [("name", .string("connectorgen"))]
    if let toolVersion { driver.append(("version", .string(toolVersion))) }
    driver.append(("rules", .array(sorted.map(Self.descriptor))))
    let artifacts = pages.enumerated().map { index, page in
      JSONText.object([("location", Regions(page.file, artifact: index).location(withIndex: false))]
      )
    }
    return JSONText.object([
      (
        "$schema",
        .string(
          "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
            + "sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", .object(driver))])),
            ("columnKind", .string("utf16CodeUnits")),
            ("artifacts", .array(artifacts)),
            ("results", .array(results)),
          ])
        ])
      ),
    ]).indented + "\n"
  }

  private static func descriptor(_ rule: Rule) -> JSONText {
    .object([
      ("id", .string(rule.identifier)),
      ("shortDescription", message(rule.summary)),
      ("fullDescription", message(rule.explanation)),
      (
        "help",
        .object([
          ("text", .string(RuleDocumentation.explain(rule))),
          ("markdown", .string(RuleDocumentation.markdown(for: rule))),
        ])
      ),
      ("defaultConfiguration", .object([("level", .string(level(rule.severity)))])),
    ])
  }

  private func result(
    _ finding: Finding, indices: [String: Int], regions: inout Regions
  ) -> JSONText {
    let diagnostic = finding.diagnostic
    var text = diagnostic.message
    if let assumption = diagnostic.assumption { text += "; " + TextFormat.assumption(assumption) }
    if let remedy = diagnostic.remedy { text += "\n" + remedy }
    var members: [(String, JSONText)] = [("ruleId", .string(diagnostic.rule.identifier))]
    if let index = indices[diagnostic.rule.identifier] {
      members.append(("ruleIndex", .integer(index)))
    }
    members.append(("level", .string(Self.level(diagnostic.severity))))
    members.append(("message", Self.message(text)))
    members.append(("locations", .array([regions.place(diagnostic.range)])))
    if !diagnostic.notes.isEmpty {
      members.append(
        ("relatedLocations", .array(diagnostic.notes.map { regions.place($0.range, $0.message) })))
    }
    members.append(
      (
        "partialFingerprints",
        .object([("connectorgenFinding/v1", .string(finding.fingerprint.description))])
      ))
    if !diagnostic.fix.isEmpty {
      members.append(("fixes", .array([regions.fix(diagnostic)])))
    }
    return .object(members)
  }

  fileprivate static func message(_ text: String) -> JSONText {
    .object([("text", .string(text))])
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

/// The places of one page as SARIF has them.
private struct Regions {
  private let path: String
  private let artifact: Int
  private var columns: UTF16Columns

  init(_ file: SourceFile, artifact: Int) {
    path = Fingerprint.canonical(file.path)
    self.artifact = artifact
    columns = UTF16Columns(file)
  }

  func location(withIndex: Bool = true) -> JSONText {
    var members: [(String, JSONText)] = []
    if path.hasPrefix("/") {
      members.append(("uri", .string("file://" + PercentEncoding.path(path))))
    } else {
      members.append(("uri", .string(PercentEncoding.path(path))))
      members.append(("uriBaseId", .string("%SRCROOT%")))
    }
    if withIndex { members.append(("index", .integer(artifact))) }
    return .object(members)
  }

  mutating func region(_ range: Range<Int>) -> JSONText {
    let start = columns.location(of: range.lowerBound)
    let end = columns.location(of: max(range.lowerBound, range.upperBound))
    return .object([
      ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
      ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
    ])
  }

  mutating func place(_ range: Range<Int>, _ message: String? = nil) -> JSONText {
    var members: [(String, JSONText)] = [
      (
        "physicalLocation",
        .object([("artifactLocation", location()), ("region", region(range))])
      )
    ]
    if let message { members.append(("message", SARIFFormat.message(message))) }
    return .object(members)
  }

  mutating func fix(_ diagnostic: Diagnostic) -> JSONText {
    var replacements: [JSONText] = []
    for edit in diagnostic.fix {
      replacements.append(
        .object([
          ("deletedRegion", region(edit.range)),
          ("insertedContent", SARIFFormat.message(edit.replacement)),
        ]))
    }
    return .object([
      ("description", SARIFFormat.message(diagnostic.remedy ?? diagnostic.rule.summary)),
      (
        "artifactChanges",
        .array([
          .object([
            ("artifactLocation", location()), ("replacements", .array(replacements)),
          ])
        ])
      ),
    ])
  }
}
