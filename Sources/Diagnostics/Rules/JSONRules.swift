extension Rule {
  package static let jsonRules: [Rule] = [malformedJSON, notJSON, smartQuotes, duplicateField]

  package static let malformedJSON = Rule(
    "malformed-json", .error,
    summary: "JSON that a strict reader rejects",
    explanation: """
      Readers copy the example and get an error instead of a request. What was most likely meant is \
      read meanwhile: a missing quote, comma, colon or bracket is put in, what is too much is left \
      out, and text without quotes is taken as a string. The finding says what was assumed. Mend the \
      example so that it is sound JSON.
      """,
    bad: """
      ```json
      {
        "name": "Sample connection,
        "enabled": true
      }
      ```
      """,
    good: """
      ```json
      {
        "name": "Sample connection",
        "enabled": true
      }
      ```
      """)

  package static let notJSON = Rule(
    "not-json", .error,
    summary: "A block that is marked as JSON holds something else",
    explanation: """
      Nothing of the block can be read as a value, so nothing is known about the request or response \
      that it should show. Name the language that the block is in, or write an example in JSON.
      """,
    bad: """
      ```json
      The response has no body.
      ```
      """,
    good: """
      ```text
      The response has no body.
      ```
      """)

  package static let smartQuotes = Rule(
    "smart-quotes", .error,
    summary: "Typographic quotes where straight ones belong",
    explanation: """
      A word processor turned straight quotes into typographic ones. JSON and shells know only the \
      straight ones, so the example does not run when it is copied. The string is read as if its \
      quotes were straight. Typographic quotes inside a string are text and stay as they are. A \
      typographic apostrophe in the prose of a page that writes straight ones is a note only.
      """,
    bad: """
      ```json
      {
        “name”: “Sample connection”
      }
      ```
      """,
    good: """
      ```json
      {
        "name": "Sample connection"
      }
      ```
      """)

  package static let duplicateField = Rule(
    "duplicate-field", .warning,
    summary: "The same key or row stands twice",
    explanation: """
      One of the two is not what the reader needs, and readers of JSON disagree about which of two \
      equal keys counts. Both are kept, and the difference is left to the page's author. Keep the one \
      that is right.
      """,
    bad: """
      ```json
      {
        "id": "8d0a4bba-4f4b-4d1c-8f5e-0f1b0b6c7a2d",
        "id": ""
      }
      ```
      """,
    good: """
      ```json
      {
        "id": "8d0a4bba-4f4b-4d1c-8f5e-0f1b0b6c7a2d"
      }
      ```
      """)
}
