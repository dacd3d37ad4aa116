import Diagnostics
import Foundation
import JSONReader
import TestSupport
import Testing

/// The reader against the public suite of sound and broken JSON, with Foundation as the oracle.
@Suite(.enabled(if: SharedFolder.has("suites/JSONTestSuite/test_parsing")))
struct SuiteTests {
  private static let folder = SharedFolder.url.appending(path: "suites/JSONTestSuite/test_parsing")

  private func files(_ prefix: String) throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasPrefix(prefix) }.sorted()
      .map { ($0, [UInt8](try Data(contentsOf: Self.folder.appending(path: $0)))) }
  }

  @Test func readsSoundTextsAsFoundationDoes() throws {
    let files = try files("y_")
    #expect(files.count > 90)
    for file in files {
      let reading = DamageTrial.read(file.bytes)
      let expected = try JSONSerialization.jsonObject(
        with: Data(file.bytes), options: .fragmentsAllowed)
      let root = try #require(reading.root, "\(file.name)")
      #expect(FoundationValue(expected).equals(root), "\(file.name)")
      let rules = Set(reading.diagnostics.map(\.rule.identifier))
      #expect(rules.isSubset(of: ["duplicate-field"]), "\(file.name): \(rules)")
      #expect(rules.isEmpty || file.name.contains("duplicated_key"), "\(file.name)")
    }
  }

  @Test func reportsEveryBrokenText() throws {
    let files = try files("n_")
    #expect(files.count > 180)
    for file in files {
      let reading = DamageTrial.read(file.bytes)
      #expect(!reading.diagnostics.isEmpty, "\(file.name)")
      for finding in reading.diagnostics {
        #expect(finding.range.lowerBound >= 0, "\(file.name)")
        #expect(finding.range.upperBound <= file.bytes.count, "\(file.name)")
      }
    }
  }

  @Test func survivesTheRest() throws {
    for file in try files("i_") { _ = DamageTrial.read(file.bytes) }
  }

  @Test func serializedValuesReadBackTheSame() throws {
    for file in try files("y_") {
      let root = try #require(DamageTrial.read(file.bytes).root)
      for indent in [nil, 2] {
        let text = root.serialized(indent: indent)
        let again = DamageTrial.read(Array(text.utf8))
        #expect(again.root?.isEquivalent(to: root) == true, "\(file.name)")
        let foundation = try JSONSerialization.jsonObject(
          with: Data(text.utf8), options: .fragmentsAllowed)
        #expect(FoundationValue(foundation).equals(root), "\(file.name)")
      }
    }
  }
}

/// A value as JSONSerialization reads it.
struct FoundationValue {
  let value: Any

  init(_ value: Any) { self.value = value }

  func equals(_ node: JSONNode) -> Bool {
    switch node.kind {
    case .object(let members):
      guard let object = value as? [String: Any] else { return false }
      let keys = Set(members.map(\.key))
      guard keys.count == object.count else { return false }
      return keys.allSatisfy { key in
        guard let value = object[key], let member = members.last(where: { $0.key == key }) else {
          return false
        }
        return FoundationValue(value).equals(member.value)
      }
    case .array(let elements):
      guard let array = value as? [Any], array.count == elements.count else { return false }
      return zip(array, elements).allSatisfy { FoundationValue($0).equals($1) }
    case .string(let text):
      return value as? String == text
    case .number(let spelling):
      guard let number = value as? NSNumber else { return false }
      guard let expected = Double(spelling) else { return false }
      // Foundation's own reading of long fractions is off in the last digits.
      return abs(number.doubleValue - expected) <= abs(expected) * 1e-12
    case .boolean(let flag):
      return (value as? NSNumber)?.boolValue == flag
    case .null:
      return value is NSNull
    }
  }
}
