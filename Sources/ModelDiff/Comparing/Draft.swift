import ConnectorModel

/// Declarations that a change is held responsible for.
enum Claim: Hashable {
  /// A declaration, whatever becomes of it.
  case declaration(String)
  /// A type with all in it.
  case type(String)
  /// What becomes of one argument of a function.
  case argument(function: String, label: String)
  /// The order of a function's arguments.
  case order(function: String)
  /// Functions that come and go as their arguments get more or fewer.
  case existence(function: String)
}

/// A change before it is known what the compiler makes of it.
struct Draft {
  var rule: ChangeRule
  var subject: ChangeSubject
  var message: String
  var oldValue: String?
  var newValue: String?
  var guess: String?
  var old: Provenance?
  var new: Provenance?
  /// Whether it breaks on the wire.
  var breaksWire = false
  /// What it is where it neither breaks anything nor changes a declaration.
  var otherwise = ChangeClass.compatible
  var claims: [Claim] = []
}
