/// Where in a JSON text something is not as expected, and what.
struct DecodingFailure {
  /// The place, for example `items[0].metrics.status`; empty for the whole.
  var path: String
  /// What is wrong there.
  var reason: String

  init(_ error: any Error) {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      self.init(context.codingPath + [key], "there is nothing.")
    case DecodingError.typeMismatch(let type, let context):
      self.init(context.codingPath, "it is no \(type).")
    case DecodingError.valueNotFound(let type, let context):
      self.init(context.codingPath, "it is null and should be \(type).")
    case DecodingError.dataCorrupted(let context):
      self.init(
        context.codingPath,
        context.codingPath.isEmpty ? "it is no complete JSON." : context.debugDescription)
    case EncodingError.invalidValue(_, let context):
      self.init(context.codingPath, context.debugDescription)
    default:
      self.init([], "\(error)")
    }
  }

  private init(_ path: [any CodingKey], _ reason: String) {
    self.path = path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    self.reason = reason
  }

  /// Place and reason in one.
  var summary: String {
    path.isEmpty ? reason : "at '\(path)': \(reason)"
  }
}
