/// The kinds of change. The names are stable and never used for anything else.
package enum ChangeRule: String, Hashable, Sendable, CaseIterable {
  case sourceAdded = "source-added"
  case sourceRemoved = "source-removed"
  case sourceRenamed = "source-renamed"

  case specificationAdded = "spec-id-added"
  case specificationRemoved = "spec-id-removed"
  case specificationChanged = "spec-id-changed"
  case specificationVersionChanged = "spec-version-changed"

  case authenticationAdded = "authentication-added"
  case authenticationRemoved = "authentication-removed"
  case authenticationRenamed = "authentication-renamed"
  case patternAdded = "connection-string-added"
  case patternRemoved = "connection-string-removed"
  case patternChanged = "connection-string-changed"

  case fieldAdded = "field-added"
  case fieldRemoved = "field-removed"
  case fieldRenamed = "field-renamed"
  case fieldsReordered = "fields-reordered"
  case becameRequired = "became-required"
  case becameOptional = "became-optional"
  case becameNullable = "became-nullable"
  case stoppedBeingNullable = "stopped-being-nullable"
  case becameSecret = "became-secret"
  case stoppedBeingSecret = "stopped-being-secret"
  case typeChanged = "type-changed"
  case defaultAdded = "default-added"
  case defaultRemoved = "default-removed"
  case defaultChanged = "default-changed"
  case valuesAdded = "allowed-values-added"
  case valuesRemoved = "allowed-values-removed"

  case parameterAdded = "parameter-added"
  case parameterRemoved = "parameter-removed"
  case parameterRenamed = "parameter-renamed"
  case parametersReordered = "parameters-reordered"

  case operationAdded = "operation-added"
  case operationRemoved = "operation-removed"
  case operationMoved = "operation-moved"
  case requestAdded = "request-added"
  case requestRemoved = "request-removed"
  case bodyAdded = "body-added"
  case bodyRemoved = "body-removed"
  case responseAdded = "response-added"
  case responseRemoved = "response-removed"

  case payloadAdded = "payload-added"
  case payloadRemoved = "payload-removed"
  case payloadRenamed = "payload-renamed"

  case interfaceChanged = "interface-changed"
  case codeChanged = "code-changed"

  case pageAdded = "page-added"
  case pageRemoved = "page-removed"
  case tableAdded = "table-added"
  case tableRemoved = "table-removed"
  case tableRowAdded = "table-row-added"
  case tableRowRemoved = "table-row-removed"
  case tableRowChanged = "table-row-changed"
  case errorCodeAdded = "error-code-added"
  case errorCodeRemoved = "error-code-removed"
  case errorCodeChanged = "error-code-changed"
  case documentationChanged = "documentation-changed"
  case examplesChanged = "examples-changed"
  case anchorsChanged = "anchors-changed"
  case correctionsChanged = "corrections-changed"
}

extension ChangeRule {
  /// What the same difference is called in the other direction.
  package var mirrored: ChangeRule {
    switch self {
    case .sourceAdded: .sourceRemoved
    case .sourceRemoved: .sourceAdded
    case .specificationAdded: .specificationRemoved
    case .specificationRemoved: .specificationAdded
    case .authenticationAdded: .authenticationRemoved
    case .authenticationRemoved: .authenticationAdded
    case .patternAdded: .patternRemoved
    case .patternRemoved: .patternAdded
    case .fieldAdded: .fieldRemoved
    case .fieldRemoved: .fieldAdded
    case .becameRequired: .becameOptional
    case .becameOptional: .becameRequired
    case .becameNullable: .stoppedBeingNullable
    case .stoppedBeingNullable: .becameNullable
    case .becameSecret: .stoppedBeingSecret
    case .stoppedBeingSecret: .becameSecret
    case .defaultAdded: .defaultRemoved
    case .defaultRemoved: .defaultAdded
    case .valuesAdded: .valuesRemoved
    case .valuesRemoved: .valuesAdded
    case .parameterAdded: .parameterRemoved
    case .parameterRemoved: .parameterAdded
    case .operationAdded: .operationRemoved
    case .operationRemoved: .operationAdded
    case .requestAdded: .requestRemoved
    case .requestRemoved: .requestAdded
    case .bodyAdded: .bodyRemoved
    case .bodyRemoved: .bodyAdded
    case .responseAdded: .responseRemoved
    case .responseRemoved: .responseAdded
    case .payloadAdded: .payloadRemoved
    case .payloadRemoved: .payloadAdded
    case .pageAdded: .pageRemoved
    case .pageRemoved: .pageAdded
    case .tableAdded: .tableRemoved
    case .tableRemoved: .tableAdded
    case .tableRowAdded: .tableRowRemoved
    case .tableRowRemoved: .tableRowAdded
    case .errorCodeAdded: .errorCodeRemoved
    case .errorCodeRemoved: .errorCodeAdded
    default: self
    }
  }
}
