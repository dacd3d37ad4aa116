import ClientEmitter
import ConnectorModel
import SwiftDeclarations

/// The public declarations of the client that a model becomes.
struct Surface {
  typealias Entry = PublicSurface.Entry

  /// By qualified name; several only of functions with other arguments.
  private(set) var entries: [String: [Entry]] = [:]
  /// The qualified names in the order of the files.
  private(set) var names: [String] = []
  let sourceNames: [String: String]
  let requests: [EmittedRequest]
  private var sourceRequests: [String: [OperationKey: EmittedRequest]] = [:]
  private var operationRequests: [OperationKey: EmittedRequest] = [:]
  /// By their indices in the model.
  private(set) var payloads: [Int: EmittedPayload] = [:]
  /// The qualified names of the constants for error codes.
  private(set) var errorCodes: [String: String] = [:]

  init(_ model: ConnectorModel, options: EmitterOptions) {
    var options = options
    // What changes for a user is the same whoever the users are.
    options.access = .public
    let declared = ClientEmitter.declare(model, options: options)
    sourceNames = declared.sourceNames
    requests = declared.client.requests
    for entry in PublicSurface.entries(of: declared.files) {
      let name = entry.path.joined(separator: ".")
      if entries[name] == nil { names.append(name) }
      entries[name, default: []].append(entry)
      if case .property(let property) = entry.declaration, entry.path.first == "ErrorCode",
        case .constant(.string(let code)) = property.content
      {
        errorCodes[code] = name
      }
    }
    for payload in declared.client.payloads { payloads[payload.index] = payload }
    for request in requests {
      if let source = request.source {
        sourceRequests[source, default: [:]][request.operation] = request
      } else {
        operationRequests[request.operation] = request
      }
    }
  }

  /// The functions of an operation, those of a source's own page where one is given.
  func request(_ operation: OperationKey, source: String?) -> EmittedRequest? {
    source.map { sourceRequests[$0]?[operation] } ?? operationRequests[operation]
  }

  /// The type of a qualified name.
  func type(_ path: [String]) -> DeclaredType? {
    guard let entry = entries[path.joined(separator: ".")]?.first,
      case .type(let declaration) = entry.declaration
    else { return nil }
    return DeclaredType(path: path, declaration: declaration)
  }

  /// The declared type that a type is, or that it holds as optional, null or secret.
  func declared(_ type: SwiftType) -> DeclaredType? {
    guard case .named(let parts, _) = type.unwrapped.reference else { return nil }
    for depth in stride(from: type.scope.count, through: 0, by: -1) {
      let path = Array(type.scope.prefix(depth)) + parts
      if let found = self.type(path) { return found }
      if let alias = alias(path) { return declared(alias) }
    }
    return nil
  }

  /// A type with names of others for it taken away, so that its array can be looked into.
  func resolved(_ type: SwiftType) -> SwiftType {
    guard case .named(let parts, _) = type.unwrapped.reference else { return type }
    for depth in stride(from: type.scope.count, through: 0, by: -1) {
      let path = Array(type.scope.prefix(depth)) + parts
      if self.type(path) != nil { return type }
      if let alias = alias(path) { return resolved(alias) }
    }
    return type
  }

  private func alias(_ path: [String]) -> SwiftType? {
    guard let entry = entries[path.joined(separator: ".")]?.first,
      case .typealias(let declaration) = entry.declaration
    else { return nil }
    return SwiftType(reference: declaration.type, scope: Array(path.dropLast()))
  }
}
