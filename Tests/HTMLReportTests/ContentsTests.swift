import ClientEmitter
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import HTMLReport

@Suite("What a report shows") struct ContentsTests {
  @Test("the pieces of Swift are the whole file") func scannedWhole() throws {
    for file in SampleReport.corpus.client.files where file.path.hasSuffix(".swift") {
      let pieces = SwiftScanner(file.bytes).pieces
      #expect(Array(pieces.map(\.bytes).joined()) == file.bytes, "\(file.path)")
    }
  }

  @Test(
    "Swift that is no Swift is still shown whole",
    arguments: [
      "", "\"", "\"\\", "#", "##\"a\"#", "`", "/", "\"\"\"\n\"", "//", "@", "é\u{0}\"é\n",
      "\"a\\\"\nb",
    ])
  func scannedHostile(text: String) {
    let pieces = SwiftScanner(Array(text.utf8)).pieces
    #expect(String(decoding: pieces.map(\.bytes).joined(), as: UTF8.self) == text)
    #expect(pieces.allSatisfy { !$0.bytes.isEmpty })
  }

  @Test("comments, strings, keywords and types are told apart") func styles() {
    let line = "public var a: String = #\"// \"b\" \"# // let \"c\""
    let pieces = SwiftScanner(Array(line.utf8)).pieces.map { piece in
      "\(piece.style) \(String(decoding: piece.bytes, as: UTF8.self))"
    }
    #expect(
      pieces
        == [
          "keyword public", "plain  ", "keyword var", "plain  a: ", "type String", "plain  = ",
          "string #\"// \"b\" \"#", "plain  ", "comment // let \"c\"",
        ].map { $0.replacingOccurrences(of: "plain  a", with: "plain  a") })
  }

  @Test("declarations are found by their names") func outline() {
    let text = """
      public enum SFTP {
        public struct Basic: Codable {
          public var host: String
          // var other: Int
          public init(host: String) {
            let local = 1
          }
        }
        public static func create(
          body: Basic
        ) -> Int {
        }
        case `default`
      }
      """
    let outline = SwiftOutline(SwiftScanner.lines(of: Array(text.utf8)))
    #expect(outline.line(of: "SFTP") == 1)
    #expect(outline.line(of: "SFTP.Basic.host") == 3)
    #expect(outline.line(of: "SFTP.Basic.init") == 5)
    #expect(outline.line(of: "SFTP.create(body:)") == 9)
    #expect(outline.line(of: "SFTP.default") == 13)
    #expect(outline.line(of: "SFTP.Basic.gone") == 2)
    #expect(outline.line(of: "FTP.Basic") == nil)
  }

  @Test("each function of the client is where the outline says") func outlineOfClient() throws {
    let client = SampleReport.corpus.client
    for request in client.requests {
      let name = request.function.joined(separator: ".")
      let file = client.files.first { file in
        request.source == nil
          ? file.path == "Operations/\(request.function[0]).swift" : file.source == request.source
      }
      let lines = SwiftScanner.lines(of: try #require(file).bytes)
      let line = try #require(SwiftOutline(lines).line(of: name), "\(name)")
      let text = String(decoding: lines[line - 1].map(\.bytes).joined(), as: UTF8.self)
      #expect(text.contains("func \(request.function[1])("), "\(name): \(text)")
    }
  }

  @Test("where findings overlap the worst shows, and no sign is cut") func marks() {
    let file = SourceFile(path: "page.md", text: "aé bcd\n")
    func finding(_ rule: Rule, _ range: Range<Int>) -> Diagnostic {
      Diagnostic(rule, at: range, subject: "", "")
    }
    let rules = Severity.allCases.compactMap { severity in
      Rule.all.first { $0.severity == severity }
    }
    let marks = LineMarks(
      [finding(rules[0], 0..<6), finding(rules[2], 2..<3), finding(rules[1], 7..<7)], in: file)
    let pieces = marks.pieces(of: 0..<7).map { piece in
      "\(piece.severity?.rawValue ?? "-") \(file.text(in: piece.range))"
    }
    #expect(pieces == ["note a", "error é", "note  bc", "warning d"])
  }

  @Test(
    "authentications are filtered by kind",
    arguments: [
      ("Basic Authentication for sftp", AuthenticationKind.basic),
      ("ConnectionString", .connectionString),
      ("Connection String Based Authentication", .connectionString),
      ("OAuth2 Refresh Code", .oauth),
      ("Service Principal Key Based Authentication", .servicePrincipal),
      ("SSH PublicKey Authentication", .keyOrToken), ("Anonymous Authentication", .anonymous),
      ("Project Based Authentication", .other),
    ])
  func kinds(name: String, kind: AuthenticationKind) {
    #expect(AuthenticationKind(specName: name) == kind)
  }
}
