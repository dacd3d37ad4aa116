/// The form of a connection string: fixed text with parameters in it.
///
/// Values are put in as they are. Drivers differ in how they want `;`, `=`, `&`, quotes or blanks
/// in a value to be written, and the pages do not say it: a value that contains one of them must
/// come as the driver of the source reads it.
public struct ConnectionStringPattern: Hashable, Sendable {
  /// A part of a connection string.
  public enum Piece: Hashable, Sendable {
    /// Text that is always the same.
    case literal(String)
    /// The place of a value, by the name of its parameter.
    case parameter(String)
  }

  /// The parts in order.
  public var pieces: [Piece]

  /// Makes a pattern of its parts.
  public init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The names of the parameters in order, each one once.
  public var parameters: [String] {
    var names: [String] = []
    for case .parameter(let name) in pieces where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// The connection string. The place of a parameter without a value stays as `{NAME}`.
  public func connectionString(_ values: [String: Secret<String>]) -> Secret<String> {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .parameter(let name): text += values[name]?.exposed ?? "{\(name)}"
      }
    }
    return Secret(text)
  }
}
