import CurlReader
import Diagnostics
import JSONReader
import MarkdownTree

/// Finds names that a page spells in more than one way.
struct NameChecks {
  private(set) var diagnostics: [Diagnostic] = []
  private let facts: PageFacts
  private let document: MarkdownDocument

  init(_ facts: PageFacts, document: MarkdownDocument, outline: PageOutline, scan: PageScan) {
    self.facts = facts
    self.document = document
    checkDoubledWords(outline)
    checkSourceNameInBodies()
    checkRows()
    checkPatterns()
    checkPlaceholdersOfFields()
    checkQueryNames()
  }

  private mutating func report(
    _ range: Range<Int>, _ subject: String, _ message: String, assumption: String? = nil,
    remedy: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .nameMismatch, at: range, subject: subject, message, assumption: assumption,
        remedy: remedy))
  }

  // MARK: - The source's name

  /// "Azure Azure Data Explorer": the same capitalized word twice.
  private mutating func checkDoubledWords(_ outline: PageOutline) {
    for entry in document.frontMatter?.entries ?? [] where entry.key == "title" {
      reportDoubledWord(in: entry.value, at: entry.range)
    }
    for item in outline.items {
      switch item.kind {
      case .heading(let heading): reportDoubledWord(in: heading.content.plainText, at: item.range)
      case .paragraph(let content): reportDoubledWord(in: content.plainText, at: item.range)
      case .table(let table):
        for row in table.rows {
          for cell in row.cells { reportDoubledWord(in: cell.content.plainText, at: cell.range) }
        }
      default: continue
      }
    }
    for request in facts.requests {
      for key in ["name", "description"] {
        if let value = request.json?[key], let text = value.string {
          reportDoubledWord(in: text, at: value.range)
        }
      }
    }
  }

  private mutating func reportDoubledWord(in text: String, at range: Range<Int>) {
    var previous: Substring = ""
    for word in text.split(separator: " ") {
      if word == previous, word.count > 2, word.first?.isUppercase == true,
        word.allSatisfy({ $0.isLetter })
      {
        report(
          range, "doubled \(word)", "\(word) stands twice in a row",
          assumption: "one of them is a slip", remedy: "take one out")
        return
      }
      previous = word
    }
  }

  /// The source's name in a body's own name or description, in another case.
  private mutating func checkSourceNameInBodies() {
    guard let name = facts.source?.name, name.count > 3 else { return }
    let folded = name.lowercased()
    for request in facts.requests {
      for key in ["name", "description"] {
        guard let value = request.json?[key], let text = value.string,
          let found = text.lowercased().firstRange(of: folded)
        else { continue }
        let lower = text.lowercased()
        let offset = lower.distance(from: lower.startIndex, to: found.lowerBound)
        guard lower.count == text.count else { continue }
        let start = text.index(text.startIndex, offsetBy: offset)
        let spelt = text[start..<text.index(start, offsetBy: folded.count)]
        if spelt != name {
          report(
            value.range, "\(key) \(spelt)", "the body spells the source \(spelt), the page \(name)",
            assumption: "the same source", remedy: "write \(name)")
        }
      }
    }
  }

  // MARK: - Rows

  private mutating func checkRows() {
    let fields = Set(
      facts.authentications.flatMap { $0.parameters.map(\.key) }
        + facts.credentialTables.flatMap { $0.rows.map(\.name) }
    ).filter { $0.count > 8 && $0.contains(where: \.isUppercase) }
    let folded = Dictionary(fields.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
    for table in facts.tables {
      for row in table.rows {
        checkAssignments(in: row)
        if table.role == .responseProperties, row.isPlaceholder(in: document.source) {
          report(
            row.nameRange, row.name,
            "the table has the placeholder {\(row.name)} where a key is wanted",
            remedy: "write the key of the response")
        }
        for word in row.description.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
          let word = String(word)
          guard let field = folded[word.lowercased()], field != word, word.first != field.first,
            word.dropFirst() == field.dropFirst()
          else { continue }
          report(
            row.range, "\(row.name) \(word)", "the text writes \(word), the field is \(field)",
            assumption: "read as \"\(field)\"", remedy: "write \(field)")
          break
        }
      }
    }
  }

  /// `Name=value` in a row whose own name is nearly the same.
  private mutating func checkAssignments(in row: TableFact.Row) {
    guard row.name.count > 6, !row.name.contains("=") else { return }
    for cell in row.cells.dropFirst() {
      for word in cell.split(whereSeparator: { " ();,".contains($0) }) {
        guard let equals = word.firstIndex(of: "=") else { continue }
        let name = String(word[..<equals])
        if name != row.name, name.count > 6, name.distance(to: row.name, limit: 4) <= 4,
          name.first == row.name.first
        {
          report(
            row.nameRange, "\(row.name) \(name)",
            "the row is named \(row.name), its examples say \(name)",
            remedy: "use one name")
          return
        }
      }
    }
  }

  // MARK: - Connection strings

  /// A pattern in a table that differs from the body's only in blanks, case or kind of bracket.
  private mutating func checkPatterns() {
    var sent: [(text: String, folded: String, range: Range<Int>)] = []
    for authentication in facts.authentications {
      for parameter in authentication.parameters {
        if let text = parameter.value.string, Self.isPattern(text) {
          sent.append((text, text.foldedName, parameter.value.range))
        }
      }
    }
    guard !sent.isEmpty else { return }
    for table in facts.credentialTables {
      for row in table.rows {
        for pattern in sent {
          guard !row.description.contains(pattern.text),
            row.description.foldedName.contains(pattern.folded)
          else { continue }
          report(
            pattern.range, "pattern of \(row.name)",
            "the pattern is spelt differently in the table and in the body",
            assumption: "the body's", remedy: "write the pattern in one way")
        }
      }
    }
  }

  private static func isPattern(_ text: String) -> Bool {
    text.contains("{") && text.contains("=") && text.contains("}")
  }

  // MARK: - Placeholders

  /// One field of the source, two placeholders.
  private mutating func checkPlaceholdersOfFields() {
    var first: [String: (placeholder: String, range: Range<Int>)] = [:]
    for request in facts.requests {
      for field in BodyFields(request.json).fields {
        guard let text = field.value.string, text.hasPrefix("{"), text.hasSuffix("}"),
          text.dropFirst().allSatisfy({ $0 != "{" }), field.path.parts.first == "auth"
        else { continue }
        check(text, of: field.path.parts.last ?? "", at: field.value.range, &first)
      }
      // JSON Patch: the path names the field.
      for element in request.json?.elements ?? [] {
        guard let path = element["path"]?.string, let value = element["value"],
          let text = value.string, text.hasPrefix("{"), path.hasPrefix("/auth/params/")
        else { continue }
        check(text, of: String(path.split(separator: "/").last ?? ""), at: value.range, &first)
      }
    }
  }

  private mutating func check(
    _ text: String, of field: String, at range: Range<Int>,
    _ first: inout [String: (placeholder: String, range: Range<Int>)]
  ) {
    guard let known = first[field] else {
      first[field] = (text, range)
      return
    }
    if known.placeholder != text {
      report(
        range, "\(field) \(text)",
        "\(field) has the placeholder \(text) here and \(known.placeholder) elsewhere",
        assumption: "the same value", remedy: "use one placeholder")
    }
  }

  // MARK: - Query parameters

  /// A query parameter of one API format that is nearly that of the others, and values that differ
  /// only in case.
  private mutating func checkQueryNames() {
    var lines: [(line: APIFormatFact.Line, items: [(name: String, value: String)])] = []
    var seen: Set<Int> = []
    for request in facts.requests {
      for line in request.apiFormat?.lines ?? [] where seen.insert(line.range.lowerBound).inserted {
        lines.append((line, Self.items(of: line.target)))
      }
    }
    var counts: [String: Int] = [:]
    var values: [String: [String: Int]] = [:]
    for (_, items) in lines {
      for item in items {
        counts[item.name, default: 0] += 1
        values[item.name, default: [:]][item.value, default: 0] += 1
      }
    }
    for (line, items) in lines {
      for item in items {
        let isRare = counts[item.name] == 1 && item.name.count > 4
        if isRare,
          let other = counts.keys.sorted().first(where: {
            $0 != item.name && counts[$0, default: 0] > 1
              && $0.distance(to: item.name, limit: 1) == 1
          })
        {
          report(
            line.range, item.name,
            "the query parameter is called \(item.name) here, \(other) elsewhere",
            assumption: "read as \"\(other)\"", remedy: "write \(other)")
        }
        let folded = item.value.lowercased()
        if item.value != folded, !item.value.hasPrefix("{"),
          let usual = values[item.name]?[folded], usual > 0
        {
          report(
            line.range, "\(item.name)=\(item.value)",
            "\(item.name) has \(item.value) here and \(folded) elsewhere",
            assumption: "the same value", remedy: "write \(folded)")
        }
      }
    }
  }

  private static func items(of target: String) -> [(name: String, value: String)] {
    guard let mark = target.firstIndex(of: "?") else { return [] }
    return target[target.index(after: mark)...].split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1)
      var value = parts.count > 1 ? String(parts[1]) : ""
      while value.last == ";" { value.removeLast() }
      return (String(parts.first ?? ""), value)
    }
  }
}

extension TableFact.Row {
  /// Whether the page writes the name in braces.
  func isPlaceholder(in source: SourceFile) -> Bool {
    source.text(in: nameRange).contains("{")
  }
}
