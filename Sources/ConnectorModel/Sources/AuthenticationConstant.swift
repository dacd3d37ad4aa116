import JSONReader

extension Authentication.Constant {
  /// What an example sends; nil for what is no plain value, and for the members that all have.
  init?(_ member: JSONMember) {
    guard member.key != "specName", member.key != "params", member.key != "parameters",
      !member.key.isEmpty
    else { return nil }
    let value: Value
    switch member.value.kind {
    case .string(let text): value = .string(text)
    case .boolean(let flag): value = .boolean(flag)
    case .number(let spelling):
      guard let number = Int64(spelling) else { return nil }
      value = .integer(number)
    default: return nil
    }
    self.init(name: member.key, value: value)
  }
}
