extension Rule {
  /// Rules about the comments and files that steer the linter.
  package static let lintRules: [Rule] = [
    unknownRule, malformedSuppression, unusedSuppression, unusedBaselineEntry, malformedBaseline,
    configurationSyntax, unknownConfigurationKey, duplicateConfigurationKey,
    invalidConfigurationValue,
  ]

  package static let unknownRule = Rule(
    "unknown-rule", .warning,
    summary: "A comment names a rule that does not exist",
    explanation: """
      A comment that switches a rule off names none of the rules, so it has no effect. The name is \
      probably misspelt. `connectorgen rules` lists all of them.
      """,
    bad: """
      # Sample

      <!-- connectorgen-disable-next-line malformed-jsn -->
      Some text.
      """,
    good: """
      # Sample

      Some text.
      """)

  package static let malformedSuppression = Rule(
    "malformed-suppression", .warning,
    summary: "A comment for the linter cannot be understood",
    explanation: """
      A comment that starts with `connectorgen-` is meant for the linter, but it is none of \
      `connectorgen-disable-next-line RULE`, `connectorgen-disable-line RULE`, \
      `connectorgen-disable RULE` and `connectorgen-enable [RULE]`, or it names no rule. It is \
      ignored. Several rules are separated by commas; a reason may follow after ` -- `.
      """,
    bad: """
      # Sample

      <!-- connectorgen-disable-nextline malformed-json -->
      Some text.
      """,
    good: """
      # Sample

      Some text.
      """)

  package static let unusedSuppression = Rule(
    "unused-suppression", .note,
    summary: "A comment switches a rule off where it finds nothing",
    explanation: """
      The page was mended, or the comment stands in the wrong place. Left where it is, it would \
      hide the next mistake. Remove it, or put it directly before the line, fence or table that it \
      is about.
      """,
    bad: """
      # Sample

      <!-- connectorgen-disable-next-line malformed-suppression -->
      Some text.
      """,
    good: """
      # Sample

      Some text.
      """)

  package static let unusedBaselineEntry = Rule(
    "unused-baseline-entry", .warning, scope: .baseline,
    summary: "The baseline lists a finding that is no longer there",
    explanation: """
      The page was mended, moved or removed. Remove the line, or write the baseline anew with \
      `connectorgen lint --write-baseline`, so that the same mistake is found when it comes back.
      """,
    bad: """
      {"fingerprint":"0000000000000000","rule":"malformed-json","page":"a.md","subject":"gone"}
      """,
    good: "")

  package static let malformedBaseline = Rule(
    "malformed-baseline", .error, scope: .baseline,
    summary: "A line of the baseline is no entry",
    explanation: """
      Each line of the baseline is a JSON object with the strings `fingerprint`, `rule`, `page` and \
      `subject`, as `connectorgen lint --write-baseline` writes it. The line is ignored, so its \
      finding is reported again.
      """,
    bad: """
      {"fingerprint":"0000000000000000","rule":
      """,
    good: "")

  package static let configurationSyntax = Rule(
    "configuration-syntax", .error, scope: .configuration,
    summary: "The configuration is no YAML that can be read",
    explanation: """
      Nothing of the configuration is used until this is mended. Values that start with `*`, `&`, \
      `!`, `{` or `[` need quotes; anchors and aliases are not supported.
      """,
    bad: """
      inputs:
        - **/*.md
      """,
    good: """
      inputs:
        - "**/*.md"
      """)

  package static let unknownConfigurationKey = Rule(
    "unknown-configuration-key", .error, scope: .configuration,
    summary: "The configuration has a key that does not exist",
    explanation: """
      The key is probably misspelt, or stands at the wrong level. What it says has no effect. All \
      keys are described in docs/configuration.md.
      """,
    bad: """
      ouput: Generated
      """,
    good: """
      output: Generated
      """)

  package static let duplicateConfigurationKey = Rule(
    "duplicate-configuration-key", .error, scope: .configuration,
    summary: "The configuration has the same key twice",
    explanation: """
      Only one of the two values can count; the first one is taken. Merge them.
      """,
    bad: """
      module: Sources
      module: Connectors
      """,
    good: """
      module: Connectors
      """)

  package static let invalidConfigurationValue = Rule(
    "invalid-configuration-value", .error, scope: .configuration,
    summary: "The configuration has a value that its key cannot take",
    explanation: """
      The value has another type than the key takes, or is none of the values that it allows. The \
      key keeps its default.
      """,
    bad: """
      access: open
      """,
    good: """
      access: public
      """)
}
