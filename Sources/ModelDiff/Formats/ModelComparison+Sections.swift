import ConnectorModel

/// Changes of one kind, in the order in which they matter to a reader.
package enum ChangeSection: Hashable, Sendable, CaseIterable {
  case breaking
  case compatible
  case documentation

  package var title: String {
    switch self {
    case .breaking: "Breaking"
    case .compatible: "Compatible"
    case .documentation: "Documentation only"
    }
  }

  var isBreaking: Bool { self == .breaking }
}

extension ModelComparison {
  /// The changes by what they mean; sections without any are left out.
  package var sections: [(section: ChangeSection, changes: [Change])] {
    ChangeSection.allCases.compactMap { section in
      let members = changes.filter { $0.section == section }
      return members.isEmpty ? nil : (section, members)
    }
  }
}

extension Change {
  package var section: ChangeSection {
    if isBreaking { return .breaking }
    return classes.contains(.compatible) ? .compatible : .documentation
  }

  /// What a list of changes is grouped by: the source, the operation, or the rest.
  package var heading: String {
    if let source = subject.source { return source }
    if let operation = subject.operation { return ChangeSubject.text(operation) }
    switch subject.part {
    case .page, .table, .payload: return "pages"
    case .response where subject.page != nil: return "pages"
    case .errorCode: return "error codes"
    default: return "client"
    }
  }

  /// The message with what the heading does not say.
  package var sentence: String {
    var context: [String] = []
    if let authentication = subject.authentication, subject.part == .credential {
      context.append(authentication)
    }
    if let page = subject.page { context.append(page) }
    if let payload = subject.payload { context.append("\"\(payload)\"") }
    if subject.source != nil, let operation = subject.operation {
      context.append(ChangeSubject.text(operation))
    }
    switch subject.part {
    case .body, .response: context.append(subject.part.rawValue)
    case .page: context.append(subject.name)
    case .table where subject.source == nil: context.append(subject.name)
    default: break
    }
    return context.isEmpty ? message : context.joined(separator: ", ") + ": " + message
  }
}

extension ChangeRule {
  /// Whether the message leaves the values out.
  var showsValues: Bool {
    switch self {
    case .documentationChanged, .examplesChanged, .anchorsChanged, .correctionsChanged,
      .patternAdded, .patternRemoved, .patternChanged, .fieldsReordered, .parametersReordered,
      .errorCodeChanged, .codeChanged, .tableAdded, .tableRemoved, .tableRowAdded,
      .tableRowRemoved, .tableRowChanged:
      true
    default: false
    }
  }
}
