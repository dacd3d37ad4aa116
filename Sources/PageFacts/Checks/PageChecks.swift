import Diagnostics

/// All comparisons of what a page says in one place with what it says in another.
enum PageChecks {
  private static let all: [@Sendable (CheckContext) -> [Diagnostic]] = [
    PropertyTableCheck.run, UndocumentedFieldCheck.run, CredentialTableCheck.run,
    ParameterTableCheck.run, ResponseTableCheck.run, AllowedValueCheck.run, DuplicateCheck.run,
    EndpointCheck.run, RootCheck.run, HeaderCheck.run, PlatformPlaceholderCheck.run,
    IdentifierCheck.run, SpecIDChecks.run, SpecIDTableCheck.run, SourceNameCheck.run,
    DoubledWordCheck.run, RowNameCheck.run, PatternCheck.run, FieldPlaceholderCheck.run,
    QueryNameCheck.run, ListedNameCheck.run, FieldSpellingCheck.run, ProsePathCheck.run,
    SmartQuoteCheck.run, EncodedParameterCheck.run, ProseParameterCheck.run, ProseEndpointCheck.run,
    AuthenticationNameCheck.run, PartialNameCheck.run, IdentifierNameCheck.run, FieldTermCheck.run,
    MappingTableCheck.run, MappingSourceCheck.run, PromisedRequestCheck.run,
  ]

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var known: Set<Diagnostic> = []
    for check in all {
      for diagnostic in check(context) where known.insert(diagnostic).inserted {
        found.append(diagnostic)
      }
    }
    return found
  }
}

extension Diagnostic {
  /// One of the many findings about names that differ.
  static func nameMismatch(
    at range: Range<Int>, _ subject: String, _ message: String, assumption: String? = nil,
    remedy: String? = nil, notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(
      .nameMismatch, at: range, subject: subject, message, assumption: assumption, remedy: remedy,
      notes: notes)
  }
}
