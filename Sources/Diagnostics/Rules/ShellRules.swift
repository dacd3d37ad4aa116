extension Rule {
  package static let shellRules: [Rule] = [
    .conflictingOptions, .danglingContinuation, .htmlEntity, .httpMessage, .ignoredCurlOption,
    .invisibleCharacter, .malformedFormPart, .malformedHeader, .malformedURL, .missingArgument,
    .missingContinuation, .missingCurl, .missingOption, .missingURL, .shellPrompt, .shellVariable,
    .smartDash, .strayBackslash, .unescapedQuote, .unknownCurlOption, .unquotedArgument,
    .unterminatedQuote,
  ]

  package static let conflictingOptions = Rule(
    "conflicting-options", .error,
    summary: "Options of one curl command exclude each other",
    explanation: """
      curl sends one body: --data, --form, --upload-file and --head cannot stand together, and \
      curl refuses the command. Leave just one of them.
      """,
    bad: """
      ```shell
      curl -I -d 'name=a' https://example.com/connections
      ```
      """,
    good: """
      ```shell
      curl -d 'name=a' https://example.com/connections
      ```
      """)

  package static let danglingContinuation = Rule(
    "dangling-continuation", .warning,
    summary: "A backslash at the end of a command with nothing behind it",
    explanation: """
      The backslash joins the line with the next one. At the end of a command the shell waits \
      for more, or takes the next line into the command. Take the last backslash away.
      """,
    bad: #"""
      ```shell
      curl -X GET \
        'https://example.com/connections' \
        -H 'x-api-key: {API_KEY}' \
      ```
      """#,
    good: #"""
      ```shell
      curl -X GET \
        'https://example.com/connections' \
        -H 'x-api-key: {API_KEY}'
      ```
      """#)

  package static let httpMessage = Rule(
    "http-message", .note,
    summary: "A request is written as an HTTP message instead of a curl command",
    explanation: """
      The request line, the headers and the body are read as they stand. Nothing needs to be \
      mended.
      """,
    bad: """
      ```http
      POST https://example.com/connections HTTP/1.1
      Content-Type: application/json

      {"name": "a"}
      ```
      """,
    good: """
      ```shell
      curl -d '{"name": "a"}' https://example.com/connections
      ```
      """)

  package static let htmlEntity = Rule(
    "html-entity", .error,
    summary: "An entity of HTML stands in code",
    explanation: """
      Code blocks are shown as they are: &amp; in a URL is sent as it stands. It is read as the \
      character that it is in HTML, in URLs of commands, and all over a block whose quotes are \
      entities. Write the character.
      """,
    bad: """
      ```shell
      curl 'https://example.com/connections?limit=2&amp;count=true'
      ```
      """,
    good: """
      ```shell
      curl 'https://example.com/connections?limit=2&count=true'
      ```
      """)

  package static let ignoredCurlOption = Rule(
    "ignored-curl-option", .note,
    summary: "An option of curl says nothing about the request",
    explanation: """
      The option changes how curl connects or what it does with the response, so it is not in \
      the client. Nothing needs to be mended.
      """,
    bad: """
      ```shell
      curl -k https://example.com/connections
      ```
      """,
    good: """
      ```shell
      curl https://example.com/connections
      ```
      """)

  package static let invisibleCharacter = Rule(
    "invisible-character", .error,
    summary: "A character that cannot be seen stands in code",
    explanation: """
      Zero-width spaces, word joiners and soft hyphens come along when text is copied from a page. \
      Shells and servers take them for letters. They are left out. Delete them.
      """,
    bad: """
      ```shell
      curl https://example.com/connections -H 'x-api\u{200B}-key: {API_KEY}'
      ```
      """,
    good: """
      ```shell
      curl https://example.com/connections -H 'x-api-key: {API_KEY}'
      ```
      """)

  package static let malformedFormPart = Rule(
    "malformed-form-part", .error,
    summary: "A part of a form has no name",
    explanation: """
      --form wants name=value or name=@file; curl refuses anything else. Write the name and an \
      equals sign before the value.
      """,
    bad: """
      ```shell
      curl -F '@data.csv' https://example.com/connections
      ```
      """,
    good: """
      ```shell
      curl -F 'file=@data.csv' https://example.com/connections
      ```
      """)

  package static let malformedHeader = Rule(
    "malformed-header", .error,
    summary: "A header has no colon, or a blank before it",
    explanation: """
      curl does not send what has no colon, and servers refuse a name with a blank behind it. \
      Where name and value can be told apart, the header is read as meant. Write Name: value.
      """,
    bad: """
      ```shell
      curl -H 'x-flow-id=1234' https://example.com/connections
      ```
      """,
    good: """
      ```shell
      curl -H 'x-flow-id: 1234' https://example.com/connections
      ```
      """)

  package static let malformedURL = Rule(
    "malformed-url", .error,
    summary: "A URL cannot be one",
    explanation: """
      The scheme is misspelt, a blank stands in the URL, it stands in the marks of a link, or what \
      stands in its place names no host. Where it can be told what is meant, that is read; the \
      request of any other is kept as it stands and will not reach a server. A word beside the URL \
      of a command that names neither a host nor a path is left out. Write the whole URL.
      """,
    bad: """
      ```shell
      curl -X GET '<https://example.com/connections>'
      ```
      """,
    good: """
      ```shell
      curl -X GET 'https://example.com/connections'
      ```
      """)

  package static let missingArgument = Rule(
    "missing-argument", .error,
    summary: "An option at the end of the command lacks its value",
    explanation: """
      curl refuses the command. Write the value behind the option, or take the option away.
      """,
    bad: """
      ```shell
      curl https://example.com/connections -H
      ```
      """,
    good: """
      ```shell
      curl https://example.com/connections -H 'Accept: application/json'
      ```
      """)

  package static let missingContinuation = Rule(
    "missing-continuation", .error,
    summary: "A backslash is missing at the end of a line of a command",
    explanation: """
      The shell ends the command at the line end: the options on the next lines are not sent. \
      They are read as part of the command. End the line with a blank and a backslash, and put \
      nothing behind the backslash, neither a blank nor a comment.
      """,
    bad: #"""
      ```shell
      curl -X POST \
        'https://example.com/connections' \
        -H 'Content-Type: application/json'
        -d '{"name": "a"}'
      ```
      """#,
    good: #"""
      ```shell
      curl -X POST \
        'https://example.com/connections' \
        -H 'Content-Type: application/json' \
        -d '{"name": "a"}'
      ```
      """#)

  package static let missingCurl = Rule(
    "missing-curl", .error,
    summary: "A request without the word curl",
    explanation: """
      The block starts with a URL or with an option of curl. It is read as a curl command; its \
      method is that of the API format. Start the block with curl -X and the method.
      """,
    bad: #"""
      ```shell
        'https://example.com/connections' \
        -H 'x-api-key: {API_KEY}'
      ```
      """#,
    good: #"""
      ```shell
      curl -X GET \
        'https://example.com/connections' \
        -H 'x-api-key: {API_KEY}'
      ```
      """#)

  package static let missingOption = Rule(
    "missing-option", .error,
    summary: "An argument of curl stands without its option",
    explanation: """
      A header needs -H before it, a body -d and a method -X; curl takes anything else for a URL. \
      The argument is read as what it looks like. Write the option.
      """,
    bad: #"""
      ```shell
      curl -X GET 'https://example.com/connections' \
        'x-api-key: {API_KEY}'
      ```
      """#,
    good: #"""
      ```shell
      curl -X GET 'https://example.com/connections' \
        -H 'x-api-key: {API_KEY}'
      ```
      """#)

  package static let missingURL = Rule(
    "missing-url", .error,
    summary: "A curl command has no URL",
    explanation: """
      The request cannot be sent. Write the URL into the command.
      """,
    bad: """
      ```shell
      curl -X POST -d 'name=a'
      ```
      """,
    good: """
      ```shell
      curl -X POST -d 'name=a' https://example.com/connections
      ```
      """)

  package static let shellPrompt = Rule(
    "shell-prompt", .note,
    summary: "A command stands behind a shell prompt",
    explanation: """
      The prompt is left out. Who copies the block copies the prompt too: take it away.
      """,
    bad: """
      ```shell
      $ curl https://example.com/connections
      ```
      """,
    good: """
      ```shell
      curl https://example.com/connections
      ```
      """)

  package static let shellVariable = Rule(
    "shell-variable", .note,
    summary: "A variable of the shell stands in a command",
    explanation: """
      What the variable stands for is not known, so it is kept as a placeholder.
      """,
    bad: """
      ```shell
      curl -H "x-api-key: $API_KEY" https://example.com/connections
      ```
      """,
    good: """
      ```shell
      curl -H "x-api-key: {API_KEY}" https://example.com/connections
      ```
      """)

  package static let smartDash = Rule(
    "smart-dash", .error,
    summary: "A typographic dash or blank where the shell wants a plain one",
    explanation: """
      Word processors turn -- into a dash and blanks into no-break spaces; the shell knows \
      neither. Write plain hyphens and blanks.
      """,
    bad: """
      ```shell
      curl –X POST https://example.com/connections
      ```
      """,
    good: """
      ```shell
      curl -X POST https://example.com/connections
      ```
      """)

  package static let strayBackslash = Rule(
    "stray-backslash", .warning,
    summary: "A URL ends in a backslash",
    explanation: """
      Inside single quotes a backslash is an ordinary character and is sent. Take it away.
      """,
    bad: #"""
      ```shell
      curl 'https://example.com/connections?a=b\'
      ```
      """#,
    good: """
      ```shell
      curl 'https://example.com/connections?a=b'
      ```
      """)

  package static let unescapedQuote = Rule(
    "unescaped-quote", .error,
    summary: "A quote inside a quoted string ends the string",
    explanation: #"""
      The shell takes the quote for the end of the string, so the rest is cut off. The string \#
      is read up to the quote that was meant to end it. Put JSON into single quotes and write \#
      an apostrophe inside them as '\''.
      """#,
    bad: """
      ```shell
      curl https://example.com/connections -d "{"name": "a"}"
      ```
      """,
    good: """
      ```shell
      curl https://example.com/connections -d '{"name": "a"}'
      ```
      """)

  package static let unknownCurlOption = Rule(
    "unknown-curl-option", .error,
    summary: "A word that is no option of curl",
    explanation: """
      curl refuses the command. Long options take their value behind a blank, not behind an \
      equals sign, and a letter has one hyphen before it. Use an option that curl --help all lists.
      """,
    bad: """
      ```shell
      curl --data='name=a' https://example.com/connections
      ```
      """,
    good: """
      ```shell
      curl --data 'name=a' https://example.com/connections
      ```
      """)

  package static let unquotedArgument = Rule(
    "unquoted-argument", .error,
    summary: "A value that needs quotes has none",
    explanation: """
      The shell splits the value at its blanks or gives its characters another meaning: <ID> is a \
      redirection to it. The value is read as one. Put it into single quotes.
      """,
    bad: """
      ```shell
      curl https://example.com/connections -d {"name": "a"}
      ```
      """,
    good: """
      ```shell
      curl https://example.com/connections -d '{"name": "a"}'
      ```
      """)

  package static let unterminatedQuote = Rule(
    "unterminated-quote", .error,
    summary: "A quote of the shell has no partner",
    explanation: """
      The string goes on to the next quote or to the end of the block, and what stands between \
      is not read as it is meant. The quote is put where the string must start or end. Write \
      the missing quote.
      """,
    bad: #"""
      ```shell
      curl -X POST \
        'https://example.com/connections' \
        -d '{"name": "a"}
      ```
      """#,
    good: #"""
      ```shell
      curl -X POST \
        'https://example.com/connections' \
        -d '{"name": "a"}'
      ```
      """#)
}
