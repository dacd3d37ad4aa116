import ConnectorModel

/// Where a value stands that is compared: in the model, on the pages and in Swift.
struct FieldPlace {
  var subject: ChangeSubject
  /// Where it stands for want of a place of its own.
  var old: Provenance?
  var new: Provenance?
  var oldType: SwiftType?
  var newType: SwiftType?
  /// What changes in Swift with the type of the value.
  var claims: [Claim] = []
  /// The functions that take its fields as arguments, of a whole body.
  var functions: [String] = []
  /// Whether it is a whole body or response, or the parameters of an authentication.
  var isWhole = true

  /// Whether callers send it, rather than read it.
  var isRequest: Bool { subject.part != .response }

  func subject(_ name: String) -> ChangeSubject {
    var subject = subject
    subject.name = subject.name.isEmpty ? name : subject.name + "." + name
    return subject
  }

  /// The place of what an array or a dictionary holds.
  func element(_ suffix: String, _ oldType: SwiftType?, _ newType: SwiftType?) -> FieldPlace {
    var place = self
    place.subject.name += suffix
    place.oldType = oldType
    place.newType = newType
    place.functions = []
    return place
  }

  /// What to call the value in a sentence.
  var phrase: String {
    if !subject.name.isEmpty { return "`\(subject.name)`" }
    switch subject.part {
    case .response: return "the response"
    case .body: return "the body"
    case .payload: return "the payload"
    default: return "the value"
    }
  }
}
