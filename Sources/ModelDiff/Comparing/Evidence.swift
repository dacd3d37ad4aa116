import ConnectorModel

/// Reasons to hold two things with different names to be one. Each is the same in both directions.
enum Evidence {
  static func property(_ old: ModelField, _ new: ModelField) -> String? {
    guard isAlike(old.schema, new.schema) else { return nil }
    if folded(old.name) == folded(new.name) { return "the same letters" }
    if let alias = alias(old.name, old.aliases, new.name, new.aliases) { return alias }
    return text(old.documentation, new.documentation)
  }

  static func parameter(_ old: Parameter, _ new: Parameter) -> String? {
    if folded(old.name) == folded(new.name) { return "the same letters" }
    if let alias = alias(old.name, old.aliases, new.name, new.aliases) { return alias }
    return text(old.documentation, new.documentation)
  }

  static func authentication(_ old: Authentication, _ new: Authentication) -> String? {
    let before = Set(old.fields.map(\.name))
    let after = Set(new.fields.map(\.name))
    let shared = before.intersection(after).count
    let all = before.union(after).count
    if all > 0, shared * 2 >= all {
      return shared == all ? "the same parameters" : "\(shared) of \(all) parameters are the same"
    }
    if folded(old.specName) == folded(new.specName) { return "the same letters" }
    return nil
  }

  static func source(_ old: Source, _ new: Source) -> String? {
    if let before = old.connectionSpecifications.first, before.isValidUUID,
      let after = new.connectionSpecifications.first, before.id == after.id
    {
      return "the same connection specification"
    }
    return old.name == new.name ? "the same name" : nil
  }

  static func operation(_ old: Operation, _ new: Operation) -> String? {
    guard old.key.method == new.key.method, old.group == new.group, old.verb == new.verb else {
      return nil
    }
    return "the same resource and verb"
  }

  static func table(_ old: PageTable, _ new: PageTable) -> String? {
    let before = Set(old.names)
    let after = Set(new.names)
    let shared = before.intersection(after).count
    let all = before.union(after).count
    guard all > 0, shared * 2 >= all else { return nil }
    return shared == all ? "the same rows" : "\(shared) of \(all) rows are the same"
  }

  static func payload(_ old: Payload, _ new: Payload) -> String? {
    let before = fields(of: old.body).union(fields(of: old.response))
    let after = fields(of: new.body).union(fields(of: new.response))
    let shared = before.intersection(after).count
    let all = before.union(after).count
    if all > 0, shared * 2 >= all {
      return shared == all ? "the same fields" : "\(shared) of \(all) fields are the same"
    }
    return folded(old.title) == folded(new.title) ? "the same letters" : nil
  }

  /// The names of the fields of an object, or of those in an array.
  static func fields(of schema: Schema?) -> Set<String> {
    switch schema {
    case .object(let object): Set(object.properties.map(\.name))
    case .array(let element): fields(of: element)
    default: []
    }
  }

  private static func alias(
    _ old: String, _ oldAliases: [String], _ new: String, _ newAliases: [String]
  ) -> String? {
    if newAliases.contains(old) || oldAliases.contains(new) {
      return "tables use the one name for the other"
    }
    return nil
  }

  /// Texts that say the same; short ones ("The name.") fit too many things.
  private static func text(_ old: String?, _ new: String?) -> String? {
    guard let old, let new, old == new, old.utf8.count >= 20 else { return nil }
    return "the same text"
  }

  private static func isAlike(_ old: Schema, _ new: Schema) -> Bool {
    SchemaDescription.text(old) == SchemaDescription.text(new)
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
