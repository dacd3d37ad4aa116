import ConnectorModel
import SwiftDeclarations

/// Documentation comments of fields.
enum FieldDocumentation {
  typealias Text = Documentation.Text

  /// What the pages say of a field, and what a caller has to know beyond that.
  static func documentation(of property: ModelProperty) -> Documentation {
    var paragraphs = DocumentationText.paragraphs(property.documentation)
    if paragraphs.isEmpty {
      paragraphs.append(fallback(property.name))
    }
    paragraphs += notes(property)
    return Documentation(paragraphs.map { .paragraph($0) })
  }

  /// The documentation of the type that a field needs.
  static func typeDocumentation(of property: ModelProperty) -> Documentation {
    if property.schema.element == nil { return Documentation(fallback(property.name)) }
    return Documentation(Text([.plain("An element of "), .code(property.name), .plain(".")]))
  }

  /// What is said of a field that the pages say nothing of.
  static func fallback(_ wireName: String) -> Text {
    Text([.plain("The value of "), .code(wireName), .plain(".")])
  }

  private static func notes(_ property: ModelProperty) -> [Text] {
    var notes: [Text] = []
    if let value = property.defaultValue {
      notes.append(Text([.plain("The service assumes "), .code(value), .plain(" without it.")]))
    }
    if !property.allowedValues.isEmpty, !property.schema.isEnumeration {
      notes.append(list("Documented values:", property.allowedValues))
    }
    if !property.aliases.isEmpty {
      notes.append(aliasNote(property.aliases))
    }
    if property.isUncertain {
      notes.append("The page is broken here and may have been misread.")
    }
    return notes + CorrectionNote.texts(property.provenance.corrections)
  }

  private static func aliasNote(_ aliases: [String]) -> Text {
    var pieces: [Text.Piece] = [.plain("Called ")]
    for (index, alias) in aliases.enumerated() {
      if index > 0 { pieces.append(.plain(index == aliases.count - 1 ? " or " : ", ")) }
      pieces.append(.code(alias))
    }
    pieces.append(.plain(" in the page's tables."))
    return Text(pieces)
  }

  private static func list(_ title: String, _ values: [String]) -> Text {
    var pieces: [Text.Piece] = [.plain(title + " ")]
    for (index, value) in values.enumerated() {
      if index > 0 { pieces.append(.plain(", ")) }
      pieces.append(.code(value))
    }
    pieces.append(.plain("."))
    return Text(pieces)
  }
}

extension Schema {
  var isEnumeration: Bool {
    if case .enumeration = self { true } else { false }
  }
}
