/// Which fields of a body the rows of its tables mean.
struct RowMatching {
  enum Outcome {
    case sent(BodyFields.Field)
    /// The same field in another spelling.
    case respelt(BodyFields.Field)
    /// Another name for what must be the same field, as nothing else is left for it.
    case counterpart(BodyFields.Field)
    case unsent
  }

  private(set) var rows: [(row: TableFact.Row, path: FieldPath, outcome: Outcome)] = []

  init(_ rows: [TableFact.Row], _ body: BodyFields) {
    var documented: Set<FieldPath> = []
    var unsent: [(row: TableFact.Row, path: FieldPath)] = []
    for row in rows {
      let path = FieldPath(row.name)
      guard !path.parts.isEmpty, !row.name.hasSuffix("."), !row.name.contains("=") else { continue }
      documented.insert(path)
      if body.field(at: path) == nil { unsent.append((row, path)) }
      self.rows.append((row, path, body.field(at: path).map(Outcome.sent) ?? .unsent))
    }
    guard !unsent.isEmpty else { return }
    let candidates = Candidates(body, without: documented)
    for index in self.rows.indices {
      guard case .unsent = self.rows[index].outcome else { continue }
      let path = self.rows[index].path
      let same =
        candidates.respelling(of: path) ?? candidates.synonym(of: path)
        ?? candidates.extended(path)
      if let field = same {
        self.rows[index].outcome = .respelt(field)
      } else if let field = candidates.onlyParameter, path.isAuthenticationParameter,
        unsent.count(where: { $0.path.isAuthenticationParameter }) == 1
      {
        self.rows[index].outcome = .counterpart(field)
      }
    }
  }

  /// The fields that rows spell in another way.
  var respelt: Set<FieldPath> {
    var paths: Set<FieldPath> = []
    for case (_, _, .respelt(let field)) in rows { paths.insert(field.path) }
    return paths
  }
}

/// The fields of a body that no row names, by what stands around them.
private struct Candidates {
  /// Among more fields than that, names are near each other by chance.
  static let mostSiblings = 500

  private var all: [[String]: BodyFields.Field] = [:]
  private var siblings: [[String]: [BodyFields.Field]] = [:]
  private var undocumented: [[String]: [BodyFields.Field]] = [:]
  private var undocumentedByName: [String: [BodyFields.Field]] = [:]

  init(_ body: BodyFields, without documented: Set<FieldPath>) {
    var seen: Set<FieldPath> = []
    for field in body.fields where seen.insert(field.path).inserted {
      let folded = field.path.folded
      if all[folded] == nil { all[folded] = field }
      siblings[Array(folded.dropLast()), default: []].append(field)
      if !documented.contains(field.path) {
        undocumented[Array(field.path.parts.dropLast()), default: []].append(field)
        undocumentedByName[field.path.parts.last ?? "", default: []].append(field)
      }
    }
  }

  /// The field that is spelt in another case, or differs in one letter.
  func respelling(of path: FieldPath) -> BodyFields.Field? {
    let folded = path.folded
    if let field = all[folded] { return field }
    guard let last = folded.last, last.count > 4,
      let fields = siblings[Array(folded.dropLast())], fields.count < Self.mostSiblings
    else { return nil }
    return fields.first { field in
      last.distance(to: field.path.folded.last ?? "", limit: 1) == 1
    }
  }

  /// A field whose words begin with those of the path, or the other way round:
  /// `destinationXdmPath` for `destination`.
  func synonym(of path: FieldPath) -> BodyFields.Field? {
    guard path.parts.count > 1, let last = path.parts.last else { return nil }
    let words = SecretNames.words(of: last)
    guard !words.isEmpty else { return nil }
    return undocumented[Array(path.parts.dropLast())]?.first { field in
      let other = SecretNames.words(of: field.path.parts.last ?? "")
      return other != words && !other.isEmpty
        && (other.starts(with: words) || words.starts(with: other))
    }
  }

  /// The only field whose path ends in a row's: `auth.params.host` for `params.host`; a single name
  /// is enough for a parameter.
  func extended(_ path: FieldPath) -> BodyFields.Field? {
    guard let last = path.parts.last else { return nil }
    let fields = (undocumentedByName[last] ?? []).filter { field in
      let before = field.path.parts.dropLast(path.parts.count)
      return !before.isEmpty && field.path.parts.suffix(path.parts.count).elementsEqual(path.parts)
        && (path.parts.count > 1 || before.last == "params")
    }
    return fields.count == 1 ? fields[0] : nil
  }

  /// The one parameter of the authentication that no row names.
  var onlyParameter: BodyFields.Field? {
    let fields = undocumented[["auth", "params"]] ?? []
    return fields.count == 1 ? fields[0] : nil
  }
}

extension FieldPath {
  fileprivate var isAuthenticationParameter: Bool {
    parts.count == 3 && parts[0] == "auth" && parts[1] == "params"
  }
}
