extension Rule {
  package static let emitterRules: [Rule] = [swiftNameCollision]

  /// Two things of the pages would have the same name in Swift.
  package static let swiftNameCollision = Rule(
    "swift-name-collision", .note,
    summary: "two things have the same name in Swift",
    explanation: """
      Names in Swift are made of the names on the pages. Where two become the same, the rule for \
      their kind decides: sources with the same name get their category behind it, authentications \
      are named after the whole of their spec name, and everything else gets a number. The names \
      are stable, but they may surprise; a name set in the configuration is always taken.
      """,
    bad: """
      # Create an Acme base connection using the [!DNL Flow Service] API

      ## Create a base connection

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -d '{"name": "Acme", "auth": {"specName": "Basic Authentication", "params": {"host": "a"}}}'
      ```

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -d '{"name": "Acme", "auth": {"specName": "Basic Authentication for Acme", "params": {}}}'
      ```
      """,
    good: """
      # Create an Acme base connection using the [!DNL Flow Service] API

      ## Create a base connection

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -d '{"name": "Acme", "auth": {"specName": "Basic Authentication", "params": {"host": "a"}}}'
      ```
      """)
}
