extension Rule {
  /// Rules about entries of the configuration that only show when pages are read.
  package static let configurationUseRules: [Rule] = [
    overlayRefused, staleOverlay, typeContradicted, unmatchedConfiguration,
  ]

  package static let staleOverlay = Rule(
    "stale-overlay", .warning, scope: .configuration,
    summary: "An overlay corrects nothing any more",
    explanation: """
      The page says by now what the overlay says, or something else than what it corrects \
      (`documented`), it has nothing of that name any more, or no page of that path is there. What \
      the page says counts. Left where it is, the overlay could hide the next mistake. Remove it, or \
      correct its page, its subject or what it corrects.
      """,
    bad: """
      overlays:
        - page: docs-input/sample.md
          subject: source.name
          documented: Smaple
          value: Sample
      """,
    good: """
      overlays:
        - page: docs-input/sample.md
          subject: source.name
          documented: Sample
          value: Example
      """)

  package static let overlayRefused = Rule(
    "overlay-refused", .error, scope: .configuration,
    summary: "An overlay cannot be applied to its page",
    explanation: """
      What it names has no single value that another one could take the place of, or other facts \
      of the page contradict it. Nothing is generated meanwhile, since it would not be what was \
      asked for. docs/configuration.md lists what can be corrected.
      """,
    bad: """
      overlays:
        - page: docs-input/sample.md
          subject: auth
          value: none
      """,
    good: """
      overlays:
        - page: docs-input/sample.md
          subject: auth.specName
          value: Basic
      """)

  package static let typeContradicted = Rule(
    "type-contradicted", .error, scope: .configuration,
    summary: "A field's type in the configuration contradicts an example",
    explanation: """
      An example of a page sends a value that is not of the type which the configuration gives the \
      field, so that the generated type could not read or write it. The page's type stays, and \
      nothing is generated meanwhile. Take `json`, which takes every value, name the field more \
      closely, or correct the example with an overlay.
      """,
    bad: """
      types:
        auth.params.host: integer
      """,
    good: """
      types:
        auth.params.host: json
      """)

  package static let unmatchedConfiguration = Rule(
    "unmatched-configuration", .warning, scope: .configuration,
    summary: "A name or a type in the configuration is for something that no page has",
    explanation: """
      No page has a source, a field or an operation of that name, so the entry has no effect. It is \
      misspelt, or the pages have changed. It is told only where all pages of the configuration are \
      read.
      """,
    bad: """
      names:
        fields:
          hots: server
      """,
    good: """
      names:
        fields:
          host: server
      """)
}
