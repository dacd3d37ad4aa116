import ConnectorModel
import Foundation
import TestSupport
import Testing

@testable import ModelDiff

/// Other revisions of real pages: what the comparison says was held against a text diff by hand.
@Suite(
  "Revisions of real pages",
  .enabled(if: SharedFolder.has("corpus/revisions"), "the corpus is not there"))
struct RevisionTests {
  struct Revision: Sendable, CustomTestStringConvertible {
    var page: String
    /// In any order.
    var changes: [String]

    var testDescription: String { page }
  }

  static let folder = "sources/tutorials/api/create/"

  static let revisions: [Revision] = [
    Revision(
      page: "cloud-storage/s3.md",
      changes: [
        "source+wire request-removed: PATCH /data/foundation/flowservice/connections/{}: the page no longer documents \"Update your S3 session token\"",
        "source connection-string-removed: Access Key: no pattern is documented any more for `serviceUrl`",
        "source+wire field-removed: Access Key: `serviceUrl` is no longer documented",
        "source+wire field-removed: Access Key: `bucketName` is no longer documented",
        "source+wire field-removed: Access Key: `folderPath` is no longer documented",
        "source+wire field-removed: Access Key: `s3SessionToken` is no longer documented",
        "source+wire operation-removed: the operation is no longer documented",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: another text before the request",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another value of `x-gw-ims-org-id`, another body",
        "documentation documentation-changed: Access Key: `s3AccessKey`: another text",
        "documentation documentation-changed: Access Key: `s3SecretKey`: another text",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections, body: `connectionSpec.id`: another text",
        "documentation documentation-changed: sources/tutorials/api/create/cloud-storage/s3.md: the page has another title",
      ]),
    Revision(
      page: "cloud-storage/sftp.md",
      changes: [
        "source+wire field-removed: Basic Authentication for sftp: `port` is no longer documented",
        "source+wire field-removed: Basic Authentication for sftp: `maxConcurrentConnections` is no longer documented",
        "source+wire field-removed: Basic Authentication for sftp: `folderPath` is no longer documented",
        "source+wire field-removed: SSH PublicKey Authentication for sftp: `port` is no longer documented",
        "source+wire field-removed: SSH PublicKey Authentication for sftp: `maxConcurrentConnections` is no longer documented",
        "source+wire field-removed: SSH PublicKey Authentication for sftp: `folderPath` is no longer documented",
        "documentation anchors-changed: links in comments lead to other sections",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: the request stands under another heading",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: another text before the request",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another value of `x-gw-ims-org-id`, another body",
        "documentation documentation-changed: \"Basic Authentication for sftp\" stands under another heading",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another value of `x-gw-ims-org-id`, another body",
        "documentation documentation-changed: \"SSH PublicKey Authentication for sftp\" stands under another heading",
        "documentation documentation-changed: SSH PublicKey Authentication for sftp: `passPhrase`: another text",
        "documentation documentation-changed: sources/tutorials/api/create/cloud-storage/sftp.md: the page has another title",
      ]),
    Revision(
      page: "databases/postgres.md",
      changes: [
        "documentation documentation-changed: another summary of the page",
        "documentation anchors-changed: links in comments lead to other sections",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: the request stands under another heading",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: another text before the request",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another value of `x-gw-ims-org-id`",
        "documentation documentation-changed: Connection String Based Authentication: `connectionString`: another text",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections, body: `connectionSpec.id`: another text",
        "documentation documentation-changed: sources/tutorials/api/create/databases/postgres.md: the page has another title",
      ]),
    Revision(
      page: "databases/snowflake.md",
      changes: [
        "source+wire authentication-renamed: the authentication \"ConnectionString\" is now called \"Basic Authentication for Snowflake\"",
        "source+wire field-removed: Basic Authentication for Snowflake: `role` is no longer documented",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another body",
      ]),
  ]

  @Test("say what changed", arguments: revisions) func changes(_ revision: Revision) async throws {
    let path = Self.folder + revision.page
    let old = try Pages.text(at: Pages.corpus.appending(path: path))
    let new = try Pages.text(at: SharedFolder.url.appending(path: "corpus/revisions/" + path))
    let comparison = ModelComparison(
      await Pages.model([(path, old)]), await Pages.model([(path, new)]))
    let lines = comparison.changes.map { change in
      "\(change.classes.map(\.rawValue).joined(separator: "+")) \(change.rule.rawValue): "
        + change.sentence
    }
    #expect(lines.sorted() == revision.changes.sorted())
  }
}
