import Foundation
import PageFacts
import TestSupport
import Testing

@Suite("Labels")
struct LabelsTests {
  let labels = Labels.builtIn

  @Test(
    "Words are known whatever their case, emphasis, accents and punctuation",
    arguments: [
      ("Request", Labels.Kind.request), ("**Request**", .request), ("REQUEST:", .request),
      (" Requête ", .request), ("Requête\u{A0}:", .request), ("Reque\u{302}te", .request),
      ("Anfrage", .request), ("リクエスト", .request), ("**リクエスト：**", .request),
      ("Solicitud", .request), ("応答", .response), ("レスポンス", .response),
      ("Format d’API", .apiFormat), ("Format d'API", .apiFormat), ("Format dʼAPI", .apiFormat),
      ("API-Format", .apiFormat), ("API Format", .apiFormat), ("API形式", .apiFormat),
      ("API 形式", .apiFormat), ("ＡＰＩ　形式", .apiFormat), ("Formato de API", .apiFormat),
      ("**Credential**", .credential), ("Informations d’identification", .credential),
      ("資格情報", .credential), ("Berechtigung", .credential), ("Credencial", .credential),
      ("Propriété", .property), ("Paramètre", .parameter), ("Parámetro", .parameter),
      ("パラメーター", .parameter), ("Beschreibung", .description), ("説明", .description),
      ("Headers", .header), ("Description", .description), ("Data format", .dataFormat),
    ])
  func wholeText(text: String, kind: Labels.Kind) {
    #expect(labels.matches(text, kind))
    #expect(labels.kinds(of: text).contains(kind))
  }

  @Test(
    "A word inside a longer text is no label",
    arguments: ["Request a token", "", "***", "Send the request", "Requestor", "`request.id`"])
  func longerText(text: String) {
    #expect(!labels.matches(text, .request))
  }

  @Test(
    "Phrases announce the value behind them",
    arguments: [
      ("The port. Defaults to `22`.", Labels.Kind.defaultValue, "`22`."),
      ("The default role is `PUBLIC`.", .defaultValue, "`PUBLIC`."),
      ("The host (default: api.example.com)", .defaultValue, "api.example.com)"),
      ("The default value is a comma", .defaultValue, "a comma"),
      ("(valeur par défaut : api.sandbox.paypal.com)", .defaultValue, "api.sandbox.paypal.com)"),
      ("La valeur par défaut est `22`", .defaultValue, "`22`"),
      ("Der Standardwert ist `22`", .defaultValue, "`22`"),
      ("デフォルト値は `22` です", .defaultValue, "`22` です"),
      ("El valor predeterminado es `22`", .defaultValue, "`22`"),
      ("Acceptable values include: `once` or `day`", .allowedValues, "`once` or `day`"),
      ("Allowed values: `once`", .allowedValues, "`once`"),
      ("The supported compression types are: `zip`", .allowedValues, "`zip`"),
    ])
  func phrases(text: String, kind: Labels.Kind, rest: String) throws {
    let range = try #require(labels.firstPhrase(of: kind, in: text))
    #expect(String(decoding: Array(text.utf8)[range.upperBound...], as: UTF8.self) == rest)
  }

  @Test(
    "What is optional is said in many ways",
    arguments: [
      "(Optional) A token", "An optional value", "The port, optional)", "(Facultatif) Le port",
      "（オプション）ポート", "任意。ポート番号", "省略可能な値", "(Opcional) El puerto",
      "(Optionale) Werte",
    ])
  func optional(text: String) {
    #expect(labels.contains(.optional, in: text))
  }

  @Test("Phrases end at word boundaries", arguments: ["optionality", "nonoptional", "Optionen"])
  func boundaries(text: String) {
    #expect(!labels.contains(.optional, in: text))
  }

  @Test("Added words count beside the built-in ones")
  func added() {
    var labels = Labels.builtIn
    labels.add(["Verzoek", "  "], to: .request)
    #expect(labels.matches("verzoek:", .request))
    #expect(labels.matches("Request", .request))
    #expect(labels != Labels.builtIn)
    #expect(labels.words[.request]?.last == "Verzoek")
  }

  @Test("A long text is searched in linear time")
  func longText() {
    let text = String(repeating: "default default value valeur ", count: 20_000)
    #expect(labels.phrases(of: .defaultValue, in: text).count > 1)
    #expect(labels.phrases(of: .optional, in: text).isEmpty)
  }

  @Test("Every kind has words in every built-in language")
  func complete() {
    for kind in Labels.Kind.allCases {
      #expect((labels.words[kind]?.count ?? 0) >= 5 || kind == .appendix, "\(kind)")
    }
  }

  @Test(
    "The localized page's labels are all known",
    .enabled(if: SharedFolder.has("corpus/l10n/fr-FR/payments/paypal.md")))
  func localizedPage() throws {
    let page = try String(
      contentsOf: SharedFolder.url.appending(path: "corpus/l10n/fr-FR/payments/paypal.md"),
      encoding: .utf8)
    for line in page.split(separator: "\n") {
      if line.hasPrefix("**"), line.hasSuffix("**") {
        #expect(!labels.kinds(of: String(line)).isEmpty, "\(line)")
      }
      if line.hasPrefix("| "), !line.contains("`"), !line.contains("--") {
        for cell in line.split(separator: "|") {
          #expect(!labels.kinds(of: String(cell)).isEmpty, "\(cell)")
        }
      }
    }
  }
}
