import ConnectorModel
import TestSupport

@testable import ClientEmitter

/// A JSON value that tests compare by value: `1` and `1.0` are the same number.
indirect enum JSON: Hashable, Codable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

/// Makes values that are alike as the examples of one operation are: the same keys with values of
/// the same kinds, but for now and then.
struct RandomJSON {
  private static let keys = [
    "id", "etag", "type", "class", "$ref", "@type", "meta:xdmType", "items", "String", "self",
    "init", "Type", "hashValue", "a.b", "_links", "URL", "url", "Int", "value", "JSONValue", "",
    "default", "dataSetId", "x-y", "CodingKeys", "Codable", "schema", "数据", "e\u{301}", "1st",
  ]
  private static let texts = ["", "a", "\"\\", "delimited", "1.0", "é😀", "\n\u{1}", "null"]
  private static let numbers: [Double] = [
    0, 1, -1, 22, 1_597_784_069_368, 0.5, -2.25, 5.5458332804e10,
  ]

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// What values of one place are like.
  indirect enum Shape {
    case scalar(Int)
    case array(Shape)
    case object([(key: String, shape: Shape, presence: Int)])
    case mixed([Shape])
  }

  mutating func objectShape(depth: Int = 0) -> Shape {
    var properties: [(key: String, shape: Shape, presence: Int)] = []
    var keys = Self.keys.shuffled(using: &generator)
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      guard let key = keys.popLast() else { break }
      properties.append(
        (key, shape(depth: depth + 1), Int.random(in: 0...5, using: &generator)))
    }
    return .object(properties)
  }

  private mutating func shape(depth: Int) -> Shape {
    switch Int.random(in: 0...(depth < 4 ? 9 : 5), using: &generator) {
    case 0...4: return .scalar(Int.random(in: 0...3, using: &generator))
    case 5: return .scalar(4)
    case 6: return .array(shape(depth: depth + 1))
    case 7: return .mixed([shape(depth: depth + 1), shape(depth: depth + 1)])
    default: return objectShape(depth: depth)
    }
  }

  mutating func value(of shape: Shape) -> JSON {
    switch shape {
    case .scalar(0): return .string(Self.texts.randomElement(using: &generator) ?? "")
    case .scalar(1):
      return .number(Double(Int.random(in: -9...1_600_000_000_000, using: &generator)))
    case .scalar(2): return .number(Self.numbers.randomElement(using: &generator) ?? 0)
    case .scalar(3): return .boolean(Bool.random(using: &generator))
    case .scalar: return .null
    case .array(let element):
      return .array(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in value(of: element) })
    case .mixed(let shapes):
      guard let shape = shapes.randomElement(using: &generator) else { return .null }
      return value(of: shape)
    case .object(let properties):
      var result: [String: JSON] = [:]
      for property in properties {
        // Sometimes absent, sometimes null.
        let chance = Int.random(in: 0...5, using: &generator)
        if property.presence == 0, chance < 2 { continue }
        result[property.key] =
          property.presence == 1 && chance < 2 ? .null : value(of: property.shape)
      }
      return .object(result)
    }
  }
}

/// The schema of values, as simply as it can be had.
enum TinyInference {
  /// - Parameter values: Without `null`.
  static func schema(of values: [JSON]) -> Schema {
    var kinds: [Schema] = []
    var numbers: [Double] = []
    var elements: [JSON] = []
    var objects: [[String: JSON]] = []
    var hasArray = false
    var hasString = false
    var hasBoolean = false
    for value in values {
      switch value {
      case .null: return .any(reason: "null among the values")
      case .boolean: hasBoolean = true
      case .number(let number): numbers.append(number)
      case .string: hasString = true
      case .array(let parts):
        hasArray = true
        elements += parts
      case .object(let object): objects.append(object)
      }
    }
    if !numbers.isEmpty {
      let isWhole = numbers.allSatisfy { $0 == $0.rounded() }
      kinds.append(isWhole ? .integer : .number)
    }
    if hasString { kinds.append(.string) }
    if hasBoolean { kinds.append(.boolean) }
    if hasArray {
      kinds.append(.array(elements.isEmpty ? .any(reason: "no element") : schema(of: elements)))
    }
    if !objects.isEmpty { kinds.append(object(objects)) }
    guard let first = kinds.first else { return .any(reason: "no value") }
    return kinds.count == 1 ? first : .union(kinds)
  }

  private static func object(_ objects: [[String: JSON]]) -> Schema {
    let keys = Set(objects.flatMap(\.keys)).sorted()
    return .object(
      ObjectSchema(
        properties: keys.map { key in
          let values = objects.compactMap { $0[key] }
          let present = values.filter { $0 != .null }
          return Fixture.field(
            key, present.isEmpty ? .null : schema(of: present),
            optional: values.count < objects.count, nullable: present.count < values.count)
        }))
  }
}
