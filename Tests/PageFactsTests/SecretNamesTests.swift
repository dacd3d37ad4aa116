import Foundation
import TestSupport
import Testing

@testable import PageFacts

@Suite struct SecretNamesTests {
  @Test(arguments: [
    "password", "PASSWORD", "Password", "PWD", "PASS", "clientSecret", "CLIENT_SECRET",
    "accessToken", "developerToken", "refreshToken", "s3SessionToken", "securityToken", "SASToken",
    "SASUri", "sasUri", "connectionString", "credentials", "secretAccessKey", "secretKey",
    "s3SecretKey", "servicePrincipalKey", "privateKeyContent", "passPhrase", "ACCOUNT_KEY",
    "apiKey", "API_KEY", "Access Token", "sharedSecret", "jwt", "sasKey",
  ])
  func secret(name: String) {
    #expect(SecretNames.isSecret(name: name, description: ""))
  }

  @Test(arguments: [
    "accessKeyId", "s3AccessKey", "clientId", "servicePrincipalId", "tenant", "username", "url",
    "key", "publicKey", "partitionKey", "primaryKey", "continuationToken", "next_page_token",
    "secretName", "sasKeyName", "tokenUrl", "passwordExpiry", "identityKey", "apiVersion", "",
    "___", "ключ",
  ])
  func harmless(name: String) {
    #expect(!SecretNames.isSecret(name: name, description: ""))
  }

  @Test func aNameThatSaysNothingIsDecidedByItsDescription() {
    #expect(SecretNames.isSecret(name: "auth", description: "The password of your account."))
    #expect(SecretNames.isSecret(name: "code", description: "(Optional) Your secret key."))
    #expect(!SecretNames.isSecret(name: "host", description: "The server that has the password."))
    #expect(!SecretNames.isSecret(name: "code", description: "The access key ID of your bucket."))
    #expect(!SecretNames.isSecret(name: "clientId", description: "Password of the client."))
  }

  @Test func wordsOfEverySpelling() {
    #expect(SecretNames.words(of: "s3SecretKey") == ["s3", "secret", "key"])
    #expect(SecretNames.words(of: "SASUri") == ["sas", "uri"])
    #expect(SecretNames.words(of: "auth.params.CLIENT_ID") == ["auth", "params", "client", "id"])
    #expect(SecretNames.words(of: "passwörd") == ["passwörd"])
  }

  @Test(.enabled(if: SharedFolder.has("corpus/expected")))
  func agreesWithTheGroundTruth() throws {
    let folder = SharedFolder.url.appending(path: "corpus/expected").resolvingSymlinksInPath()
    var wrong: [String] = []
    var count = 0
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    where file.pathExtension == "json" {
      let page = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
      for table in page?["credentials"] as? [[String: Any]] ?? [] {
        for field in table["fields"] as? [[String: Any]] ?? [] {
          let name = field["name"] as? String ?? ""
          count += 1
          if SecretNames.isSecret(name: name, description: "") != field["secret"] as? Bool {
            wrong.append("\(file.lastPathComponent): \(name)")
          }
        }
      }
    }
    #expect(count > 100)
    #expect(wrong == [])
  }
}
