package import Diagnostics
import PageFacts

/// Reads `connectorgen.yaml`.
package enum ConfigurationReader {
  /// What the file says, and everything that is wrong with it. Keys with mistakes keep their
  /// defaults; all mistakes are reported at once.
  package static func read(_ source: SourceFile) -> (Configuration, [Diagnostic]) {
    var yaml = YAMLReader(source)
    let root = yaml.read()
    var values = ValueReader(file: source, diagnostics: yaml.diagnostics)
    var configuration = Configuration()
    if let root, !root.isEmpty { read(root, into: &configuration, values: &values) }
    return (configuration, values.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// The keys of the file, as they are documented.
  static let keys = [
    "inputs", "exclude", "output", "module", "access", "calls", "names", "types", "labels",
    "severities", "suppress", "baseline", "overlays", "jobs",
  ]

  private static func read(
    _ root: YAMLNode, into configuration: inout Configuration, values: inout ValueReader
  ) {
    guard let pairs = values.mapping(root, "the configuration") else { return }
    for pair in pairs {
      guard let key = values.key(pair.key, of: keys, in: "") else { continue }
      let value = pair.value
      configuration.places[key] = value.range
      switch key {
      case "inputs":
        if let inputs = patterns(value, key, &values) { configuration.inputs = inputs }
      case "exclude":
        if let exclude = patterns(value, key, mayBeEmpty: true, &values) {
          configuration.exclude = exclude
        }
      case "output":
        if let output = values.string(value, key) { configuration.output = output }
      case "module":
        if let module = values.identifier(value, key) { configuration.module = module }
      case "access":
        if let access = values.choice(value, key, Configuration.AccessLevel.self) {
          configuration.access = access
        }
      case "calls":
        configuration.calls = values.identifier(value, key)
      case "names":
        configuration.names = names(value, &values)
      case "types":
        configuration.types = types(value, &values)
      case "labels":
        labels(value, into: &configuration.labels, &values)
      case "severities":
        configuration.severities = PolicyReader.severities(value, &values)
      case "suppress":
        configuration.suppressions = PolicyReader.suppressions(value, &values)
      case "baseline":
        configuration.baseline = values.string(value, key)
      case "overlays":
        configuration.overlays = PolicyReader.overlays(value, &values)
      case "jobs":
        configuration.jobs = values.integer(value, key, in: 1...1024)
      default:
        break
      }
    }
  }

  static func patterns(
    _ node: YAMLNode, _ path: String, mayBeEmpty: Bool = false, _ values: inout ValueReader
  ) -> [PathPattern]? {
    guard let elements = values.list(node, path) else { return nil }
    if elements.isEmpty, !mayBeEmpty {
      values.report(node.range, path, "\(path) is empty", remedy: "name at least one pattern")
      return nil
    }
    var patterns: [PathPattern] = []
    for (index, element) in elements.enumerated() {
      let place = "\(path)[\(index)]"
      if let pattern = pattern(element, place, &values) { patterns.append(pattern) }
    }
    return patterns.count == elements.count ? patterns : nil
  }

  static func pattern(
    _ node: YAMLNode, _ path: String, _ values: inout ValueReader
  ) -> PathPattern? {
    guard let text = values.string(node, path) else { return nil }
    let pattern = PathPattern(text)
    if pattern.unclosedBrace != nil {
      values.report(
        node.range, path, "the pattern has a brace that never closes",
        remedy: "close it, or write \\{ for a brace as such")
      return nil
    }
    return pattern
  }

  private static func names(_ node: YAMLNode, _ values: inout ValueReader) -> NameOverrides {
    var names = NameOverrides()
    for pair in values.mapping(node, "names") ?? [] {
      guard let key = values.key(pair.key, of: ["sources", "fields", "operations"], in: "names")
      else { continue }
      var entries: [NameOverrides.Entry] = []
      for entry in values.mapping(pair.value, "names.\(key)") ?? [] {
        guard let old = values.name(entry.key, in: "names.\(key)"),
          let new = values.identifier(entry.value, "names.\(key).\(old)")
        else { continue }
        entries.append(NameOverrides.Entry(key: old, name: new, range: entry.key.range))
      }
      switch key {
      case "sources": names.sources = entries
      case "fields": names.fields = entries
      default: names.operations = entries
      }
    }
    return names
  }

  private static func types(_ node: YAMLNode, _ values: inout ValueReader) -> [TypeOverride] {
    (values.mapping(node, "types") ?? []).compactMap { pair in
      guard let field = values.name(pair.key, in: "types"),
        let type = values.choice(pair.value, "types.\(field)", TypeOverride.FieldType.self)
      else { return nil }
      return TypeOverride(field: field, type: type, range: pair.key.range)
    }
  }

  private static func labels(
    _ node: YAMLNode, into labels: inout Labels, _ values: inout ValueReader
  ) {
    let kinds = Labels.Kind.allCases.map(\.rawValue)
    for pair in values.mapping(node, "labels") ?? [] {
      guard let key = values.key(pair.key, of: kinds, in: "labels"),
        let kind = Labels.Kind(rawValue: key),
        let elements = values.list(pair.value, "labels.\(key)")
      else { continue }
      for (index, element) in elements.enumerated() {
        if let word = values.string(element, "labels.\(key)[\(index)]") {
          labels.add([word], to: kind)
        }
      }
    }
  }
}
