import ClientEmitter
import ConnectorModel
import Testing

@testable import ModelDiff

@Suite("Single changes") struct MutationTests {
  @Test("are called what they are", arguments: Mutation.all) func rules(_ mutation: Mutation) {
    let comparison = ModelComparison(Sample.model, mutation.model)
    #expect(Mutation.described(comparison) == mutation.expected)
  }

  @Test("mirror one another", arguments: Mutation.all) func mirrored(_ mutation: Mutation) {
    let there = ModelComparison(Sample.model, mutation.model).changes
    let back = ModelComparison(mutation.model, Sample.model).changes
    #expect(Set(there.map(Trace.init)) == Set(back.map { Trace($0).mirrored }))
    #expect(there.count == back.count)
  }

  @Test("have fingerprints of their own that lines do not change", arguments: Mutation.all)
  func fingerprints(_ mutation: Mutation) {
    let comparison = ModelComparison(Sample.model, mutation.model)
    #expect(Set(comparison.changes.map(\.fingerprint)).count == comparison.changes.count)
    let moved = ModelComparison(Sample.model.moved(by: 7), mutation.model.moved(by: 9))
    #expect(
      Set(moved.changes.map(\.fingerprint)) == Set(comparison.changes.map(\.fingerprint)))
  }

  @Test("a model is the same as itself, wherever its facts stand") func same() {
    #expect(ModelComparison(Sample.model, Sample.model).changes.isEmpty)
    #expect(ModelComparison(Sample.model, Sample.model.moved(by: 3)).changes.isEmpty)
  }

  /// All differences of the two lists of public declarations, which are texts, are those of the
  /// changes, but for the members of types that come or go.
  @Test("account for all declarations", arguments: Mutation.all)
  func complete(_ mutation: Mutation) {
    let comparison = ModelComparison(Sample.model, mutation.model)
    expectComplete(comparison, Sample.model, mutation.model)
  }
}

/// Whether a comparison tells of all differences between the lists of public declarations.
func expectComplete(
  _ comparison: ModelComparison, _ old: ConnectorModel, _ new: ConnectorModel
) {
  let before = publicLines(of: old)
  let after = publicLines(of: new)
  let declarations = comparison.changes.flatMap(\.declarations)
  func isTold(_ line: String, _ side: (DeclarationChange) -> String?) -> Bool {
    declarations.contains { declaration in
      guard let told = side(declaration) else { return false }
      let isType = told.contains(" (struct)") || told.contains(" (enum)")
      return told == line || isType && line.hasPrefix(declaration.name + ".")
    }
  }
  for line in before.subtracting(after) { #expect(isTold(line, \.old), "\(line)") }
  for line in after.subtracting(before) { #expect(isTold(line, \.new), "\(line)") }
}

/// The lines of `API.txt`.
func publicLines(of model: ConnectorModel) -> Set<String> {
  let file = ClientEmitter.emit(model).files.first { $0.path == "API.txt" }
  let text = String(decoding: file?.bytes ?? [], as: UTF8.self)
  return Set(text.split(separator: "\n").map(String.init))
}

/// What of a change has a counterpart in the other direction.
struct Trace: Hashable {
  var rule: ChangeRule
  var old: Provenance?
  var new: Provenance?
  var oldValue: String?
  var newValue: String?
  var oldDeclarations: Set<String>
  var newDeclarations: Set<String>

  init(_ change: Change) {
    rule = change.rule
    old = change.old
    new = change.new
    oldValue = change.oldValue
    newValue = change.newValue
    oldDeclarations = Set(change.declarations.compactMap(\.old))
    newDeclarations = Set(change.declarations.compactMap(\.new))
    // What is new is required or optional; what is gone was what it was.
    if rule == .fieldAdded || rule == .parameterAdded { newValue = nil }
  }

  var mirrored: Trace {
    var trace = self
    trace.rule = rule.mirrored
    (trace.old, trace.new) = (new, old)
    (trace.oldValue, trace.newValue) = (newValue, oldValue)
    (trace.oldDeclarations, trace.newDeclarations) = (newDeclarations, oldDeclarations)
    return trace
  }
}

extension ConnectorModel {
  /// The same with all facts some lines further down.
  func moved(by lines: Int) -> ConnectorModel {
    var model = self
    for index in model.sources.indices {
      model.sources[index].provenance.line += lines
      for number in model.sources[index].authentications.indices {
        model.sources[index].authentications[number].provenance.line += lines
        for field in model.sources[index].authentications[number].fields.indices {
          model.sources[index].authentications[number].fields[field].provenance.line += lines
        }
      }
      for number in model.sources[index].requests.indices {
        model.sources[index].requests[number].provenance.line += lines
        for example in model.sources[index].requests[number].examples.indices {
          model.sources[index].requests[number].examples[example].provenance.line += lines
        }
      }
    }
    for index in model.payloads.indices {
      model.payloads[index].provenance.line += lines
      for example in model.payloads[index].examples.indices {
        model.payloads[index].examples[example].provenance.line += lines
      }
    }
    for index in model.tables?.indices ?? 0..<0 {
      model.tables?[index].provenance.line += lines
      for row in model.tables?[index].rows.indices ?? 0..<0 {
        model.tables?[index].rows[row].line += lines
      }
    }
    return model
  }
}
