import ConnectorModel
import TestSupport
import Testing

@testable import ModelDiff

/// Several changes at once, and models of the whole corpus.
@Suite("Many changes") struct RandomTests {
  private static func models(_ seed: Int) -> (ConnectorModel, ConnectorModel) {
    var numbers = SeededGenerator(seed: UInt64(seed) &* 977)
    func model() -> ConnectorModel {
      var model = Sample.model
      for mutation in Mutation.harmless.shuffled(using: &numbers).prefix(3) {
        mutation.apply(&model)
      }
      return model
    }
    return (model(), model())
  }

  @Test("account for all declarations and mirror one another", arguments: 0..<150)
  func random(_ seed: Int) {
    let (old, new) = Self.models(seed)
    let there = ModelComparison(old, new)
    let back = ModelComparison(new, old)
    #expect(Set(there.changes.map(Trace.init)) == Set(back.changes.map { Trace($0).mirrored }))
    expectComplete(there, old, new)
    #expect(ModelComparison(old, new) == there)
    #expect(Set(there.changes.map(\.fingerprint)).count == there.changes.count)
    for change in there.changes {
      #expect(!change.classes.isEmpty)
      #expect(change.classes == change.classes.sorted())
      #expect(change.classes.allSatisfy(\.isBreaking) || change.classes.count == 1)
    }
  }

  @Test("a corpus is the same as itself, read twice and from its pieces") func corpus() async throws
  {
    let pages = try Pages.all(in: Pages.corpus)
    let model = await Pages.model(pages)
    let again = await Pages.model(pages.reversed())
    #expect(!model.sources.isEmpty)
    #expect(ModelComparison(model, again).changes.isEmpty)
    let pieces = Dictionary(
      ModelJSON.pieces(of: model).map { ($0.path, $0.bytes) },
      uniquingKeysWith: { first, _ in first })
    let read = try ModelJSON.read(pieces: { pieces[$0] })
    #expect(ModelComparison(model, read).changes.isEmpty)
    #expect(ModelComparison(read, model).changes.isEmpty)
  }

  @Test("a page that comes or goes is one source and what only it documents") func page()
    async throws
  {
    let pages = try Pages.all(in: Pages.corpus)
    let model = await Pages.model(pages)
    let page = try #require(pages.first { $0.page.hasSuffix("databases/snowflake.md") })
    let less = await Pages.model(pages.filter { $0.page != page.page })
    let changes = ModelComparison(model, less).changes
    #expect(changes.filter { $0.subject.source != nil }.map(\.rule) == [.sourceRemoved])
    for change in changes where change.subject.source == nil {
      let places = [change.old, change.new].compactMap { $0?.page }
      #expect(
        change.classes == [.documentation],
        "\(change.subject.description) \(change.message) \(places)")
    }
    let back = ModelComparison(less, model).changes
    #expect(back.filter { $0.subject.source != nil }.map(\.rule) == [.sourceAdded])
  }
}

extension Mutation {
  /// Those that do not hang on the place of another one's fact.
  static var harmless: [Mutation] {
    all.filter { !$0.name.contains("less") || !$0.name.contains("authentication") }
  }
}
