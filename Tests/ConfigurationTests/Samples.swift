import PageFacts

/// Configurations that the tests share.
enum Samples {
  static let everything = """
    # Every key
    inputs: ["docs/**/*.md", 'more/{a,b}.md']
    exclude:
      - docs/drafts/
    output: Client
    module: Connectors
    access: package
    names:
      sources:
        Azure Data Lake Storage Gen2: DataLake
      fields:
        auth.params.userName: username
        on: isOn
        Snowflake:
          role: sessionRole
      operations:
        POST /connections: createConnection
        databases/snowflake:
          POST /connections: connect
    types:
      port: integer
      auth.params.useSsl: boolean
      Snowflake:
        port: json
    labels:
      request: [Verzoek]
      default: ["standaard is"]
    severities:
      unused-suppression: off
      malformed-suppression: warning
      unknown-rule:
        - severity: note
          paths: ["docs/old/**"]
        - severity: off
          paths:
            - "docs/older/**"
    suppress:
      - rule: unused-suppression
        paths: ["docs/a.md"]
        reason: cannot be mended
    baseline: lint-baseline.jsonl
    overlays:
      - page: docs/a.md
        subject: connectionSpec.id
        value: aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f
      - { page: docs/b.md, subject: version, value: 5.50, rule: type-conflict, reason: old }
      - { page: docs/b.md, subject: default, documented: 22, value: null }
      - { page: docs/b.md, subject: secure, value: yes }
    jobs: 8
    """

  /// Files on which parsers have crashed, or which take them a very long time.
  static let hostile: [[UInt8]] = {
    var bomb = "a: &a [x, x]\n"
    for (letter, last) in zip("bcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxy") {
      bomb += "\(letter): &\(letter) [*\(last), *\(last), *\(last), *\(last)]\n"
    }
    let texts = [
      bomb, bomb + "? *z\n: x\n",
      String(repeating: "[", count: 100_000), String(repeating: "{", count: 100_000),
      String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
      (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      "a: " + String(repeating: "{a: ", count: 100_000),
      String(repeating: "x", count: 2_000_000), "\"", "'", "a: \"\\ud800\"", "a: \"\\x\"",
      "%YAML 9.9",
      "%TAG ! !\n---\n!x", "<<: *x", "a: b: c", "? [a]\n: b", "[a]: b", "{a}: b",
      "a: |9999999999\n x",
      "\u{0}", "a\u{0}: b", ": ", "- - - x", "...", "a: 'b\nc: d", "}", "*", "&", "!", "|",
      "!!binary x",
      (0..<2_000).map { _ in "a: 1\n" }.joined(),
      (0..<200).map { "k\($0): 1\nk\($0): 2\n" }.joined(),
    ]
    return texts.map { Array($0.utf8) } + [
      [0xFF, 0xFE, 0x61, 0x00], [0x61, 0x3A, 0x20, 0xE9], [0xEF, 0xBB], [0xC0, 0x80],
      Array("a: ".utf8) + [0xED, 0xA0, 0x80],
    ]
  }()
}
