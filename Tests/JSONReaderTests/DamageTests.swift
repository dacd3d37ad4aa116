import Diagnostics
import Foundation
import JSONReader
import TestSupport
import Testing

/// Sound texts that are damaged on purpose must be read as what they were.
@Suite struct DamageTests {
  private func floor(_ damage: Damage) -> Double {
    switch damage {
    case .deletedOpener, .deletedCloser: 0.96
    case .truncated: 0
    default: 0.99
    }
  }

  private func run(_ texts: [[UInt8]], _ damage: Damage, most: Int) -> DamageTrial {
    var generator = SeededGenerator(seed: 7)
    var trial = DamageTrial()
    for text in texts {
      guard let sound = DamageTrial.read(text).root else { continue }
      var places = damage.places(in: text)
      if places.count > most {
        places.shuffle(using: &generator)
        places = Array(places.prefix(most))
      }
      for place in places {
        trial.judge(
          damage.apply(to: text, at: place), sound, places: [min(place, text.count - 1)])
      }
    }
    print(damage.rawValue, trial.summary)
    return trial
  }

  private func runTwo(_ texts: [[UInt8]], each: Int) -> DamageTrial {
    var generator = SeededGenerator(seed: 11)
    var trial = DamageTrial()
    let kinds = Damage.allCases.filter { $0 != .truncated }
    for text in texts {
      guard let sound = DamageTrial.read(text).root else { continue }
      for _ in 0..<each {
        guard let one = kinds.randomElement(using: &generator),
          let two = kinds.randomElement(using: &generator),
          let first = one.places(in: text).randomElement(using: &generator),
          let second = two.places(in: text).randomElement(using: &generator), first != second
        else { continue }
        // The later one first, so that the place of the other stays right.
        let late = first > second ? (one, first) : (two, second)
        let early = first > second ? (two, second) : (one, first)
        let damaged = early.0.apply(to: late.0.apply(to: text, at: late.1), at: early.1)
        trial.judge(damaged, sound, places: [early.1, late.1])
      }
    }
    print("two", trial.summary)
    return trial
  }

  @Test(arguments: Damage.allCases)
  func oneDamageIsUndone(_ damage: Damage) {
    let trial = run(Samples.all.map { Array($0.utf8) }, damage, most: 60)
    #expect(trial.tally.share >= floor(damage))
    #expect(trial.tally.reported == trial.tally.tried)
    #expect(trial.tally.nearShare >= 0.99)
  }

  @Test func twoDamagesKeepThePaths() {
    let trial = runTwo(Samples.all.map { Array($0.utf8) }, each: 60)
    #expect(trial.tally.share >= 0.94)
    #expect(trial.tally.pathShare >= 0.98)
    #expect(trial.tally.valueShare >= 0.98)
  }

  @Test func fixesMakeTheTextSound() throws {
    var generator = SeededGenerator(seed: 3)
    var fixed = 0
    for sample in Samples.all {
      let text = Array(sample.utf8)
      let sound = try #require(DamageTrial.read(text).root)
      for damage in Damage.allCases where damage != .truncated {
        for place in damage.places(in: text).shuffled(using: &generator).prefix(25) {
          let damaged = damage.apply(to: text, at: place)
          let reading = DamageTrial.read(damaged)
          guard reading.diagnostics.allSatisfy({ !$0.fix.isEmpty }) else { continue }
          var mended = damaged
          let edits = reading.diagnostics.flatMap(\.fix)
            .sorted { $0.range.lowerBound > $1.range.lowerBound }
          for edit in edits { mended.replaceSubrange(edit.range, with: edit.replacement.utf8) }
          let again = DamageTrial.read(mended)
          let root = try #require(reading.root)
          #expect(again.diagnostics.isEmpty, "\(String(decoding: mended, as: UTF8.self))")
          #expect(again.root?.isEquivalent(to: root) == true)
          if root.isEquivalent(to: sound) { fixed += 1 }
        }
      }
    }
    print("fixed", fixed)
    #expect(fixed > 500)
  }

  @Test(.enabled(if: SharedFolder.has("corpus/pages")), arguments: Damage.allCases)
  func oneDamageOfAPageIsUndone(_ damage: Damage) throws {
    let trial = run(try PageTexts.sound(), damage, most: 3)
    #expect(trial.tally.share >= floor(damage))
    #expect(trial.tally.nearShare >= 0.97)
  }

  @Test(.enabled(if: SharedFolder.has("corpus/pages")))
  func twoDamagesOfAPageKeepThePaths() throws {
    let trial = runTwo(try PageTexts.sound(), each: 3)
    #expect(trial.tally.pathShare >= 0.97)
  }
}

extension DamageTrial {
  var summary: String {
    func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }
    return "tried \(tally.tried), equal \(percent(tally.share)), near \(percent(tally.nearShare)), "
      + "paths \(percent(tally.pathShare)), strings \(percent(tally.valueShare)), "
      + "findings \(tally.findings)"
  }
}
