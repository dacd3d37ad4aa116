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
    checkCalls(configuration, &values)
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
        if let module = moduleName(value, key, &values) { configuration.module = module }
      case "access":
        if let access = values.choice(value, key, Configuration.AccessLevel.self) {
          configuration.access = access
        }
      case "calls":
        configuration.calls = moduleName(value, key, &values)
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

  /// The name of a module that is not one of those that the generated code imports.
  private static func moduleName(
    _ node: YAMLNode, _ key: String, _ values: inout ValueReader
  ) -> String? {
    guard let name = values.identifier(node, key) else { return nil }
    guard ["FlowServiceRuntime", "HTTPTypes", "Swift"].contains(name) else { return name }
    values.report(
      node.range, key, "the generated code imports the module \(name)", remedy: "take another name")
    return nil
  }

  /// Whether the module with the calls can see the client, and has a folder of its own.
  private static func checkCalls(_ configuration: Configuration, _ values: inout ValueReader) {
    guard let calls = configuration.calls, let range = configuration.places["calls"] else { return }
    if configuration.access == .internal {
      values.report(
        range, "calls", "another module cannot call a client that is internal",
        remedy: "set access to package or public")
    }
    if ["Operations", "Sources", "model", configuration.module].contains(calls) {
      values.report(
        range, "calls", "\(calls) is the name of something else in the output",
        remedy: "take another name")
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
      let place = "names.\(key)"
      for entry in ofSources(pair.value, place, isByName: key == "sources", &values) {
        guard let new = values.identifier(entry.value, "\(entry.path).\(entry.key)") else {
          continue
        }
        if key == "operations", !isOperation(entry.key) {
          values.report(
            entry.range, "\(entry.path).\(entry.key)", "\"\(entry.key)\" is no operation",
            remedy: "write method and path, such as GET /connections/{ID}")
          continue
        }
        entries.append(
          NameOverrides.Entry(
            key: entry.key, of: entry.source, name: new, range: entry.range))
      }
      switch key {
      case "sources": names.sources = entries
      case "fields": names.fields = entries
      default: names.operations = entries
      }
    }
    return names
  }

  /// An entry of a mapping that may be for one source.
  private struct SourceEntry {
    var source: String?
    var key: String
    var range: Range<Int>
    var value: YAMLNode
    /// The way of keys to the entry's mapping.
    var path: String
  }

  /// The entries of a mapping, and of the mappings in it, which are for the source of their key.
  private static func ofSources(
    _ node: YAMLNode, _ path: String, isByName: Bool = false, _ values: inout ValueReader
  ) -> [SourceEntry] {
    var entries: [SourceEntry] = []
    for pair in values.mapping(node, path) ?? [] {
      guard let key = values.name(pair.key, in: path) else { continue }
      guard !isByName, case .mapping = pair.value.kind else {
        entries.append(
          SourceEntry(key: key, range: pair.key.range, value: pair.value, path: path))
        continue
      }
      let place = "\(path).\(key)"
      for inner in values.mapping(pair.value, place) ?? [] {
        guard let name = values.name(inner.key, in: place) else { continue }
        entries.append(
          SourceEntry(
            source: key, key: name, range: inner.key.range, value: inner.value, path: place))
      }
    }
    return entries
  }

  /// Whether a text is a method and a path or URL.
  private static func isOperation(_ text: String) -> Bool {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
      && parts[0].utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static func types(_ node: YAMLNode, _ values: inout ValueReader) -> [TypeOverride] {
    ofSources(node, "types", &values).compactMap { entry in
      let type = values.choice(
        entry.value, "\(entry.path).\(entry.key)", TypeOverride.FieldType.self)
      return type.map {
        TypeOverride(field: entry.key, of: entry.source, type: $0, range: entry.range)
      }
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
