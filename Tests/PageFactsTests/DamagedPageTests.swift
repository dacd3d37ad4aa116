import CurlReader
import Diagnostics
import Foundation
import JSONReader
import PageFacts
import TestSupport
import Testing

/// Pages that are broken in one way say the same facts as the sound page, and a finding more.
@Suite struct DamagedPageTests {
  struct Damage: CustomTestStringConvertible {
    var testDescription: String
    var rule: Rule
    var apply: @Sendable (String) -> String

    init(_ name: String, _ rule: Rule, _ apply: @escaping @Sendable (String) -> String) {
      testDescription = name
      self.rule = rule
      self.apply = apply
    }

    init(_ name: String, _ rule: Rule, _ sound: String, _ broken: String) {
      self.init(name, rule) { $0.replacing(sound, with: broken) }
    }
  }

  static let damages: [Damage] = [
    Damage("header without its option", .missingOption, "-H 'x-api-key", "'x-api-key"),
    Damage("option without its hyphen", .missingOption, "-H 'x-api-key", "H 'x-api-key"),
    Damage("blank behind a hyphen", .missingOption, "-H 'x-api-key", "- H 'x-api-key"),
    Damage("body without its option", .missingOption, "-d '{", "'{"),
    Damage("method without its option", .missingOption, "-X POST", "POST"),
    Damage("caret", .missingContinuation, " \\\n", " ^\n"),
    Damage("backtick", .missingContinuation, " \\\n", " `\n"),
    Damage("blank behind a backslash", .missingContinuation, " \\\n", " \\ \n"),
    Damage("no backslash at all", .missingContinuation, " \\\n", "\n"),
    Damage("no-break blanks at the line end", .smartDash, " \\\n", "\u{A0}\\\n"),
    Damage("no-break blanks before options", .smartDash, "    -H", "\u{A0}\u{A0}-H"),
    Damage("no-break blanks behind options", .smartDash, "-H '", "-H\u{A0}'"),
    Damage("dashes", .smartDash, " -H", " –H"),
    Damage("long dashes", .smartDash, " -X", " —X"),
    Damage("closing quotes all over", .smartQuotes, "'", "’"),
    Damage("pairs of quotes", .smartQuotes) {
      $0.replacing(" '", with: " ‘").replacing("'", with: "’")
    },
    Damage("zero-width blank before options", .invisibleCharacter, "    -H", "    \u{200B}-H"),
    Damage("zero-width blank at the line end", .invisibleCharacter, " \\\n", " \\\u{200B}\n"),
    Damage("zero-width blank in a name", .invisibleCharacter, "x-api", "x-\u{200B}api"),
    Damage("zero-width blank in a key", .invisibleCharacter, "\"name\"", "\"\u{200B}name\""),
    Damage("soft hyphen in an answer", .invisibleCharacter, "\"etag\"", "\"e\u{AD}tag\""),
    Damage("quotes as entities", .htmlEntity, "\"", "&quot;"),
    Damage("single quotes as entities", .htmlEntity) { page in
      guard let start = page.range(of: "curl"), let end = page.range(of: "}'", options: .backwards)
      else { return page }
      let command = start.lowerBound..<end.upperBound
      return page.replacingCharacters(
        in: command, with: page[command].replacing("'", with: "&#39;"))
    },
    Damage(
      "comment behind a backslash", .missingContinuation, "{ORG_ID}' \\", "{ORG_ID}' \\ /* x */"),
    Damage("hash behind a backslash", .missingContinuation, "{ORG_ID}' \\", "{ORG_ID}' \\ # x"),
    Damage("letter behind two hyphens", .unknownCurlOption, "-H 'x-", "--H 'x-"),
    Damage("header without option and quotes", .missingOption) {
      $0.replacing("-H 'x-api-key: {API_KEY}'", with: "x-api-key: {API_KEY}")
    },
    Damage("word behind a header", .malformedURL, "{API_KEY}'", "{API_KEY}' word"),
    Damage("blank before a colon", .malformedHeader, "x-api-key:", "x-api-key :"),
    Damage("semicolon for a colon", .malformedHeader, "x-api-key:", "x-api-key;"),
    Damage("equals sign for a colon", .malformedHeader, "x-api-key:", "x-api-key="),
    Damage("no colon", .malformedHeader, "x-api-key:", "x-api-key"),
    Damage("wide colon", .malformedHeader, "x-api-key:", "x-api-key："),
    Damage("blank in the URL", .malformedURL, "flowservice/", "flowservice/ "),
    Damage("blank at the end of the URL", .endpointMismatch, "connections'", "connections '"),
    Damage("doubled slash", .malformedURL, "flowservice/", "flowservice//"),
    Damage("scheme without its colon", .malformedURL, "https://", "https//"),
    Damage("scheme without a slash", .malformedURL, "https://", "https:/"),
    Damage("scheme without slashes", .malformedURL, "https://", "https:"),
    Damage("URL in angle brackets", .malformedURL) {
      $0.replacing("'https:", with: "<https:").replacing("/connections'", with: "/connections>")
    },
    Damage("URL as a link", .malformedURL) { page in
      let url = "https://platform.adobe.io/data/foundation/flowservice/connections"
      return page.replacing("'\(url)'", with: "[\(url)](\(url))")
    },
    Damage("method in small letters", .endpointMismatch, "-X POST", "-X post"),
    Damage("lost opening fence", .unfencedCommand, "```shell\n", ""),
    Damage("lost closing fence", .unclosedFence, "}'\n```", "}'\n"),
    Damage("lost opening fence of the format", .unfencedCommand, "```http\n", ""),
    Damage("lost opening fence of the answer", .unfencedCommand, "```json\n", ""),
    Damage(
      "lost closing fence of the format", .unclosedFence, "/connections\n```", "/connections\n"),
    Damage("lost closing fence of the answer", .unclosedFence, " }\n```", " }\n"),
    Damage("lost closing fence before a fold", .unclosedFence) {
      $0.replacing("**Request**\n", with: "+++Request\n")
        .replacing("}'\n```\n", with: "}'\n\n+++\n")
    },
    Damage("lost closing fence right before a fold's end", .unclosedFence) {
      $0.replacing("**Request**\n", with: "+++Request\n")
        .replacing("}'\n```\n", with: "}'\n+++\n")
    },
    Damage("no fence of the format", .unfencedCommand) {
      $0.replacing("```http\nPOST /connections\n```", with: "POST /connections")
    },
    Damage("no fence of the answer", .unfencedCommand) { page in
      page.replacing("```json\n", with: "").replacing(" }\n```", with: " }")
    },
    Damage("two backticks before the request", .shortFence, "```shell", "``shell"),
    Damage("two backticks behind the request", .shortFence, "}'\n```", "}'\n``"),
    Damage("two backticks before the format", .shortFence, "```http", "``http"),
    Damage("two backticks behind the format", .shortFence, "/connections\n```", "/connections\n``"),
    Damage("two backticks before the answer", .shortFence, "```json", "``json"),
    Damage("two backticks behind the answer", .shortFence, " }\n```", " }\n``"),
    Damage("two backticks all over", .shortFence, "```", "``"),
    Damage("heading without a blank", .tightHeading, "## Create", "##Create"),
    Damage("no word curl", .missingCurl, "curl -X POST \\\n", ""),
    Damage("prompt", .shellPrompt, "curl", "$ curl"),
    Damage("body in double quotes", .unescapedQuote) {
      $0.replacing("-d '{", with: "-d \"{").replacing("}'", with: "}\"")
    },
    Damage("header not closed", .unterminatedQuote, "{API_KEY}'", "{API_KEY}"),
    Damage("body not closed", .unterminatedQuote, "}'", "}"),
    Damage("key without a quote", .malformedJSON, "\"name\":", "\"name:"),
    Damage("keys without quotes", .malformedJSON, "\"name\":", "name:"),
    Damage("comma at the end", .malformedJSON, "\"1.0\"", "\"1.0\","),
    Damage("no comma", .malformedJSON, "\"Acme\",", "\"Acme\""),
    Damage("comment in JSON", .malformedJSON, "\"name\":", "// the name\n\"name\":"),
    Damage("ellipsis", .malformedJSON, "\"name\":", "...\n\"name\":"),
  ]

  /// Sound in all its parts, in the form of the documentation's pages.
  static let page = """
    # Create an Acme base connection

    ## Create a base connection

    **API format**

    ```http
    POST /connections
    ```

    **Request**

    ```shell
    curl -X POST \\
        'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -H 'x-api-key: {API_KEY}' \\
        -H 'x-gw-ims-org-id: {ORG_ID}' \\
        -H 'x-sandbox-name: {SANDBOX_NAME}' \\
        -H 'Content-Type: application/json' \\
        -d '{
          "name": "Acme",
          "auth": {
            "specName": "Basic Authentication",
            "params": { "host": "{HOST}", "port": 22 }
          },
          "connectionSpec": {
            "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
            "version": "1.0"
          }
        }'
    ```

    | Property | Description |
    | --- | --- |
    | `auth.params.host` | The host. |
    | `auth.params.port` | The port. |
    | `connectionSpec.id` | The ID is `cb66ab34-8619-49cb-96d1-39b37ede86ea`. |

    **Response**

    ```json
    { "id": "4dfa2c81-1cd9-4a10-8a9f-e3a8ad8ab1d7", "etag": "\\"1\\"" }
    ```

    ## Next steps

    | Property | Description |
    | --- | --- |
    | `etag` | The version. |

    """

  private struct Facts: Equatable {
    var specIDs: [String]
    var authentications: [String]
    var requests: [String]
    var responses: [String]

    init(_ page: String) {
      let facts = PageFactsTests.facts(page)
      specIDs = facts.connectionSpecs.map { "\($0.id) \($0.version ?? "")" }
      authentications = facts.authentications.map { authentication in
        let parameters = authentication.parameters.map { "\($0.key)" }
        return "\(authentication.specName) \(parameters)"
      }
      requests = facts.requests.map { request in
        """
        \(request.method) \(request.url) \(request.apiFormat?.text ?? "") \
        \(request.section.heading) \(request.curl.headers.map { "\($0.name): \($0.value)" }) \
        \(request.json?.leafPaths() ?? [])
        """
      }
      responses = facts.responses.map { "\($0.json?.leafPaths() ?? []) \($0.request ?? -1)" }
    }
  }

  @Test func theSoundPageHasNoFindings() {
    #expect(facts(Self.page).diagnostics.map(\.rule.identifier) == [])
    #expect(facts(Self.page).requests.count == 1)
    #expect(facts(Self.page).responses.count == 1)
  }

  @Test(arguments: damages)
  func factsStayTheSame(_ damage: Damage) {
    let broken = damage.apply(Self.page)
    #expect(broken != Self.page)
    #expect(Facts(broken) == Facts(Self.page))
    #expect(facts(broken).diagnostics.contains { $0.rule == damage.rule })
  }

  /// Two damages at a time: what mends one must not stand in the way of the other.
  @Test(.enabled(if: SlowTests.areEnabled, "CONNECTORGEN_SLOW_TESTS=1 reads two thousand pages"))
  func pairsStayTheSame() {
    let sound = Facts(Self.page)
    var pairs = 0
    var same = 0
    for first in Self.damages {
      for second in Self.damages where first.testDescription != second.testDescription {
        let once = first.apply(Self.page)
        let broken = second.apply(once)
        guard broken != once else { continue }
        pairs += 1
        if Facts(broken) == sound {
          same += 1
        } else {
          print("not the same: \(first.testDescription), \(second.testDescription)")
        }
      }
    }
    print("pairs of damages: \(same) of \(pairs) read as meant")
    #expect(same * 100 >= pairs * 90)
  }
}
