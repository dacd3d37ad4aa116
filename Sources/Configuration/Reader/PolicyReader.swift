import Diagnostics
import PageFacts

/// Reads the keys that say what becomes of findings and of known mistakes.
enum PolicyReader {
  /// `RULE: LEVEL`, or `RULE: [{ severity: LEVEL, paths: […] }]`.
  static func severities(_ node: YAMLNode, _ values: inout ValueReader) -> [SeverityOverride] {
    var overrides: [SeverityOverride] = []
    for pair in values.mapping(node, "severities") ?? [] {
      guard let rule = values.rule(pair.key, "severities") else { continue }
      let path = "severities.\(rule)"
      guard case .sequence(let elements) = pair.value.kind else {
        if let level = level(pair.value, path, &values) {
          overrides.append(SeverityOverride(rule: rule, severity: level.severity))
        }
        continue
      }
      for (index, element) in elements.enumerated() {
        let place = "\(path)[\(index)]"
        guard let members = values.members(element, place, required: ["severity"], ["paths"])
        else { continue }
        let level = members["severity"].flatMap { self.level($0, "\(place).severity", &values) }
        var paths: [PathPattern]? = []
        if let node = members["paths"] {
          paths = ConfigurationReader.patterns(node, "\(place).paths", &values)
        }
        if let level, let paths {
          overrides.append(SeverityOverride(rule: rule, paths: paths, severity: level.severity))
        }
      }
    }
    return overrides
  }

  /// `off` is a boolean in YAML 1.1, and so are `false` and `no`.
  private static func level(
    _ node: YAMLNode, _ path: String, _ values: inout ValueReader
  ) -> (severity: Severity?, Void)? {
    if case .scalar(let scalar) = node.kind {
      if scalar.meaning == .boolean(false) || scalar.text == "off" { return (nil, ()) }
      if scalar.meaning == .string, let severity = Severity(rawValue: scalar.text) {
        return (severity, ())
      }
    }
    values.reportChoice(node, path, ["error", "warning", "note", "off"])
    return nil
  }

  static func suppressions(
    _ node: YAMLNode, _ values: inout ValueReader
  ) -> [ConfiguredSuppression] {
    var suppressions: [ConfiguredSuppression] = []
    for (index, element) in (values.list(node, "suppress") ?? []).enumerated() {
      let place = "suppress[\(index)]"
      guard
        let members = values.members(element, place, required: ["rule", "paths"], ["reason"])
      else { continue }
      let rule = members["rule"].flatMap { values.rule($0, "\(place).rule") }
      let paths = members["paths"].flatMap {
        ConfigurationReader.patterns($0, "\(place).paths", &values)
      }
      let reason = members["reason"].flatMap { values.string($0, "\(place).reason") }
      if let rule, let paths {
        suppressions.append(
          ConfiguredSuppression(
            rule: rule, paths: paths, reason: reason,
            range: members["rule"]?.range ?? element.range))
      }
    }
    return suppressions
  }

  static func overlays(_ node: YAMLNode, _ values: inout ValueReader) -> [Overlay] {
    var overlays: [Overlay] = []
    for (index, element) in (values.list(node, "overlays") ?? []).enumerated() {
      let place = "overlays[\(index)]"
      guard
        let members = values.members(
          element, place, required: ["page", "subject", "value"],
          ["documented", "rule", "reason"])
      else { continue }
      let page = members["page"].flatMap {
        ConfigurationReader.pattern($0, "\(place).page", &values)
      }
      let rule = members["rule"].flatMap { overlayRule($0, "\(place).rule", &values) }
      guard (rule == nil) == (members["rule"] == nil) else { continue }
      let subject = members["subject"].flatMap {
        overlaySubject($0, rule: rule, "\(place).subject", &values)
      }
      let value = members["value"].flatMap {
        overlayValue($0, of: subject?.meaning, "\(place).value", &values)
      }
      let documented = members["documented"].flatMap {
        documentedValue($0, of: subject?.meaning, "\(place).documented", &values)
      }
      guard (documented == nil) == (members["documented"] == nil) else { continue }
      let reason = members["reason"].flatMap { values.string($0, "\(place).reason") }
      if let page, let subject = subject?.text, let value {
        overlays.append(
          Overlay(
            page: page, subject: subject, value: value, documented: documented, rule: rule,
            reason: reason, range: members["subject"]?.range ?? element.range))
      }
    }
    return overlays
  }

  /// A rule whose findings name one value that is wrong.
  private static func overlayRule(
    _ node: YAMLNode, _ path: String, _ values: inout ValueReader
  ) -> String? {
    guard let rule = values.rule(node, path) else { return nil }
    if OverlaySubject.rules.contains(rule) { return rule }
    values.report(
      node.range, path, "what \(rule) finds has no value that another one can take the place of",
      remedy: "take one of \(OverlaySubject.rules.joined(separator: ", "))")
    return nil
  }

  private static func overlaySubject(
    _ node: YAMLNode, rule: String?, _ path: String, _ values: inout ValueReader
  ) -> (text: String, meaning: OverlaySubject)? {
    guard let text = values.string(node, path) else { return nil }
    if let subject = OverlaySubject(text, rule: rule) { return (text, subject) }
    values.report(
      node.range, path, "nothing that can be corrected is called \"\(text)\"",
      remedy: "correct one of: \(OverlaySubject.forms)")
    return nil
  }

  private static func overlayValue(
    _ node: YAMLNode, of subject: OverlaySubject?, _ path: String, _ values: inout ValueReader
  ) -> Overlay.Value? {
    guard let value = overlayValue(node, path, &values), let subject else { return nil }
    guard let expected = subject.refusal(of: value) else { return value }
    values.reportType(node, path, expected)
    return nil
  }

  /// What the page says, where the subject does not say that already.
  private static func documentedValue(
    _ node: YAMLNode, of subject: OverlaySubject?, _ path: String, _ values: inout ValueReader
  ) -> Overlay.Value? {
    guard let value = overlayValue(node, path, &values), let subject else { return nil }
    if subject.namesWhatIsWrong {
      values.report(
        node.range, path, "the subject already names what the page says",
        remedy: "remove the key; the overlay ends with what its subject names")
      return nil
    }
    guard let expected = subject.refusal(ofDocumented: value) else { return value }
    values.reportType(node, path, expected)
    return nil
  }

  private static func overlayValue(
    _ node: YAMLNode, _ path: String, _ values: inout ValueReader
  ) -> Overlay.Value? {
    guard case .scalar(let scalar) = node.kind else {
      values.reportType(node, path, "a string, a number, a boolean or null")
      return nil
    }
    switch scalar.meaning {
    case .string: return .string(scalar.text)
    case .integer, .number: return .number(scalar.text)
    case .boolean(let value): return .boolean(value)
    case .null: return .null
    case .date:
      values.reportType(node, path, "a string, a number, a boolean or null")
      return nil
    }
  }
}
