import ConnectorModel
import JSONReader

extension Comparer {
  mutating func compareExamples(
    _ before: [RequestExample], _ after: [RequestExample], _ subject: ChangeSubject,
    _ old: Provenance?, _ new: Provenance?
  ) {
    let left = before.map(Placed.init)
    let right = after.map(Placed.init)
    guard left != right else { return }
    var draft = Draft(
      rule: .examplesChanged, subject: subject, message: "", old: old, new: new,
      otherwise: .documentation)
    let gone = Self.rest(left, without: right)
    let come = Self.rest(right, without: left)
    if gone.isEmpty, come.isEmpty {
      draft.message = "the examples stand in another order"
      add(draft)
    } else if gone.count == come.count {
      for (one, other) in zip(gone, come) {
        let words = Self.difference(one.example, other.example)
        draft.message = "the example has another \(words.what)"
        draft.oldValue = words.old
        draft.newValue = words.new
        draft.old = one.place
        draft.new = other.place
        add(draft)
      }
    } else {
      draft.message = Self.counted(gone: gone.count, come: come.count, "example")
      draft.old = gone.first?.place ?? old
      draft.new = come.first?.place ?? new
      add(draft)
    }
  }

  /// An example with its place beside it, so that examples are the same wherever they stand.
  private struct Placed: Hashable {
    var example: RequestExample
    var place: Provenance

    init(_ example: RequestExample) {
      self.example = example
      place = example.provenance
      self.example.provenance = Provenance(page: "", line: 0)
    }

    static func == (left: Placed, right: Placed) -> Bool { left.example == right.example }
    func hash(into hasher: inout Hasher) { hasher.combine(example) }
  }

  mutating func compareResponseExamples(
    _ before: ModelOperation, _ after: ModelOperation,
    _ subject: ChangeSubject
  ) {
    // What pages that come or go show is told by their own changes.
    let oldPages = Set(old.model.pages.map(\.path))
    let newPages = Set(new.model.pages.map(\.path))
    var pages: [String] = []
    for example in before.responseExamples + after.responseExamples {
      let page = example.provenance.page
      if oldPages.contains(page), newPages.contains(page), !pages.contains(page) {
        pages.append(page)
      }
    }
    for page in pages.sorted() {
      let left = before.responseExamples.filter { $0.provenance.page == page }
      let right = after.responseExamples.filter { $0.provenance.page == page }
      let first = left.map(Self.placeless)
      let second = right.map(Self.placeless)
      let gone = Self.rest(first, without: second)
      let come = Self.rest(second, without: first)
      guard !gone.isEmpty || !come.isEmpty else { continue }
      var message = Self.counted(gone: gone.count, come: come.count, "example of a response")
      if gone.count == 1, come.count == 1 { message = "the example of a response is another one" }
      var subject = subject
      subject.part = .response
      add(
        Draft(
          rule: .examplesChanged, subject: subject, message: message,
          old: left.first?.provenance, new: right.first?.provenance, otherwise: .documentation))
    }
  }

  mutating func compareFieldExamples(
    _ before: [FieldExample], _ after: [FieldExample], _ subject: ChangeSubject,
    _ old: Provenance?, _ new: Provenance?
  ) {
    let draft = Draft(
      rule: .examplesChanged, subject: subject, message: "", old: old, new: new)
    compareShown(before, after, "value of a field", draft, \.provenance)
  }

  /// Examples with nothing beside their value that would be worth a word.
  ///
  /// - Parameter draft: What all changes of what they belong to have in common.
  mutating func compareShown<Example: Hashable>(
    _ before: [Example], _ after: [Example], _ what: String, _ draft: Draft,
    _ place: WritableKeyPath<Example, Provenance>
  ) {
    func placeless(_ example: Example) -> Example {
      var example = example
      example[keyPath: place] = Provenance(page: "", line: 0)
      return example
    }
    let left = before.map(placeless)
    let right = after.map(placeless)
    guard left != right else { return }
    let gone = Self.rest(left, without: right)
    let come = Self.rest(right, without: left)
    var draft = draft
    draft.rule = .examplesChanged
    draft.otherwise = .documentation
    draft.message = Self.counted(gone: gone.count, come: come.count, what)
    if gone.isEmpty, come.isEmpty { draft.message = "\(what): another order" }
    if gone.count == 1, come.count == 1 { draft.message = "\(what): another one" }
    // Where the first stands that is not on the other side.
    let oldIndex = gone.first.flatMap(left.firstIndex) ?? 0
    let newIndex = come.first.flatMap(right.firstIndex) ?? 0
    if !before.isEmpty { draft.old = before[oldIndex][keyPath: place] }
    if !after.isEmpty { draft.new = after[newIndex][keyPath: place] }
    add(draft)
  }

  private static func counted(gone: Int, come: Int, _ what: String) -> String {
    var parts: [String] = []
    if come > 0 { parts.append("\(come) new") }
    if gone > 0 { parts.append("\(gone) gone") }
    return "\(what): " + parts.joined(separator: ", ")
  }

  /// The members of a list that another one lacks, those that stand twice counted twice.
  private static func rest<Value: Hashable>(_ list: [Value], without other: [Value]) -> [Value] {
    var counts: [Value: Int] = [:]
    for value in other { counts[value, default: 0] += 1 }
    return list.filter { value in
      guard let count = counts[value], count > 0 else { return true }
      counts[value] = count - 1
      return false
    }
  }

  private static func placeless(_ example: ResponseExample) -> ResponseExample {
    var example = example
    example.provenance = Provenance(page: "", line: 0)
    return example
  }

  /// What differs, in words and values.
  private static func difference(
    _ old: RequestExample, _ new: RequestExample
  ) -> (what: String, old: String, new: String) {
    var parts: [String] = []
    var (before, after): ([String], [String]) = ([], [])
    if old.method != new.method || old.url != new.url {
      parts.append("URL")
      before.append("\(old.method) \(old.url)")
      after.append("\(new.method) \(new.url)")
    }
    if old.headers != new.headers {
      let gone = old.headers.filter { !new.headers.contains($0) }
      let come = new.headers.filter { !old.headers.contains($0) }
      var seen: Set<String> = []
      let names = (gone + come).map(\.name).filter { seen.insert($0.lowercased()).inserted }
      parts.append(names.isEmpty ? "order of headers" : "value of " + Comparer.list(names))
      before += gone.map { "\($0.name): \($0.value)" }
      after += come.map { "\($0.name): \($0.value)" }
    }
    if old.json != new.json || old.text != new.text {
      parts.append("body")
      let bodies = Self.bodies(old, new)
      before += bodies.old
      after += bodies.new
    }
    if parts.isEmpty { parts.append("certainty") }
    return (
      parts.joined(separator: ", another "), before.joined(separator: ", "),
      after.joined(separator: ", ")
    )
  }

  /// The members of two bodies that differ, in the order in which they stand.
  private static func bodies(
    _ old: RequestExample, _ new: RequestExample
  ) -> (old: [String], new: [String]) {
    guard let before = old.json, let after = new.json else {
      return ([old.text].compactMap { $0 }, [new.text].compactMap { $0 })
    }
    let left = members(before)
    let right = members(after)
    let (known, others) = (Set(left), Set(right))
    return (left.filter { !others.contains($0) }, right.filter { !known.contains($0) })
  }

  /// `auth.params.port: 22` for every value that is no object or array.
  private static func members(_ node: JSONNode, at path: String = "") -> [String] {
    switch node.kind {
    case .object(let members) where !members.isEmpty:
      members.flatMap { Self.members($0.value, at: path.isEmpty ? $0.key : path + "." + $0.key) }
    case .array(let elements) where !elements.isEmpty:
      elements.enumerated().flatMap { Self.members($0.element, at: path + "[\($0.offset)]") }
    default: [path + ": " + node.serialized()]
    }
  }
}
