import Diagnostics
import Foundation
import JSONReader

/// What became of damaged texts.
struct DamageTrial {
  struct Tally {
    var tried = 0
    var equal = 0
    var near = 0
    var reported = 0
    var paths = 0
    var pathsFound = 0
    var values = 0
    var valuesFound = 0
    var findings = 0

    var share: Double { tried == 0 ? 1 : Double(equal) / Double(tried) }
    var nearShare: Double { tried == 0 ? 1 : Double(near) / Double(tried) }
    var pathShare: Double { paths == 0 ? 1 : Double(pathsFound) / Double(paths) }
    var valueShare: Double { values == 0 ? 1 : Double(valuesFound) / Double(values) }
  }

  private(set) var tally = Tally()
  /// A few texts that were not read as they were meant.
  private(set) var failures: [(damaged: [UInt8], place: Int)] = []

  static func read(_ bytes: [UInt8]) -> JSONReading {
    let file = SourceFile(path: "test.json", bytes: bytes)
    return JSONReader.read(MappedText(0..<bytes.count, of: file))
  }

  /// Reads a damaged text and compares it with the sound one.
  mutating func judge(_ damaged: [UInt8], _ sound: JSONNode, places: [Int]) {
    let reading = Self.read(damaged)
    tally.tried += 1
    let isEqual = reading.root?.isEquivalent(to: sound) == true && reading.furtherRoots.isEmpty
    if isEqual { tally.equal += 1 }
    tally.findings += reading.diagnostics.count
    if !reading.diagnostics.isEmpty { tally.reported += 1 }
    let file = SourceFile(path: "test.json", bytes: damaged)
    let lines = reading.diagnostics.map { file.location(of: $0.range.lowerBound).line }
    let isNear = places.allSatisfy { place in
      let line = file.location(of: place).line
      return lines.contains { abs($0 - line) <= 2 }
    }
    if isNear { tally.near += 1 }
    let paths = Set(sound.leafPaths())
    tally.paths += paths.count
    tally.pathsFound += paths.intersection(reading.root?.leafPaths() ?? []).count
    let values = Set(Self.strings(sound, ""))
    tally.values += values.count
    tally.valuesFound += values.intersection(reading.root.map { Self.strings($0, "") } ?? []).count
    if !isEqual || !isNear, failures.count < 400 { failures.append((damaged, places[0])) }
  }

  /// All strings with their paths.
  static func strings(_ node: JSONNode, _ path: String) -> [String] {
    switch node.kind {
    case .object(let members):
      members.flatMap { strings($0.value, path + "." + $0.key) }
    case .array(let elements): elements.flatMap { strings($0, path + "[]") }
    case .string(let value): [path + "=" + value]
    default: []
    }
  }
}
