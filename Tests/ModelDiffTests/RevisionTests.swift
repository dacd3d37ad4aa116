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
    /// From the project's page to the other revision, in any order.
    var changes: [String]
    /// The other way around.
    var back: [String]

    var testDescription: String { page }
  }

  static let folder = "sources/tutorials/api/create/"

  static let revisions: [Revision] = [
    Revision(
      page: "cloud-storage/s3.md",
      changes: [
        "documentation table-row-removed: the table under \"Gather required credentials\" no longer has `connectionSpec.id`",
        "documentation table-row-changed: the table under \"Gather required credentials\" says otherwise of `s3AccessKey`",
        "documentation table-row-changed: the table under \"Gather required credentials\" says otherwise of `s3SecretKey`",
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
      ],
      back: [
        "documentation table-row-added: the table under \"Gather required credentials\" has `connectionSpec.id` now",
        "documentation table-row-changed: the table under \"Gather required credentials\" says otherwise of `s3AccessKey`",
        "documentation table-row-changed: the table under \"Gather required credentials\" says otherwise of `s3SecretKey`",
        "compatible request-added: PATCH /data/foundation/flowservice/connections/{}: the page documents \"Update your S3 session token\"",
        "compatible field-added: Access Key: `serviceUrl` is new and optional",
        "compatible connection-string-added: Access Key: `serviceUrl` has a pattern now",
        "compatible field-added: Access Key: `bucketName` is new and optional",
        "compatible field-added: Access Key: `folderPath` is new and optional",
        "compatible field-added: Access Key: `s3SessionToken` is new and optional",
        "compatible operation-added: the operation is new",
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
        "documentation table-row-removed: the table under \"Gather required credentials\" no longer has `connectionSpec.id`",
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
      ],
      back: [
        "documentation table-row-added: the table under \"Gather required credentials\" has `connectionSpec.id` now",
        "source+wire field-added: Basic Authentication for sftp: `maxConcurrentConnections` is new and required",
        "source+wire field-added: Basic Authentication for sftp: `folderPath` is new and required",
        "source+wire field-added: SSH PublicKey Authentication for sftp: `maxConcurrentConnections` is new and required",
        "source+wire field-added: SSH PublicKey Authentication for sftp: `folderPath` is new and required",
        "compatible field-added: Basic Authentication for sftp: `port` is new and optional",
        "compatible field-added: SSH PublicKey Authentication for sftp: `port` is new and optional",
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
        "documentation table-row-changed: the table under \"Gather required credentials\" says otherwise of `connectionSpec.id`",
        "documentation documentation-changed: another summary of the page",
        "documentation anchors-changed: links in comments lead to other sections",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: the request stands under another heading",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: another text before the request",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another value of `x-gw-ims-org-id`",
        "documentation documentation-changed: Connection String Based Authentication: `connectionString`: another text",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections, body: `connectionSpec.id`: another text",
        "documentation documentation-changed: sources/tutorials/api/create/databases/postgres.md: the page has another title",
        "documentation table-removed: the table under \"Enable SSL encryption for your connection string\" is gone",
      ],
      back: [
        "documentation table-row-changed: the table under \"Gather required credentials\" says otherwise of `connectionSpec.id`",
        "documentation documentation-changed: another summary of the page",
        "documentation anchors-changed: links in comments lead to other sections",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: the request stands under another heading",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections: another text before the request",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another value of `x-gw-ims-org-id`",
        "documentation documentation-changed: Connection String Based Authentication: `connectionString`: another text",
        "documentation documentation-changed: POST /data/foundation/flowservice/connections, body: `connectionSpec.id`: another text",
        "documentation documentation-changed: sources/tutorials/api/create/databases/postgres.md: the page has another title",
        "documentation table-added: the table under \"Enable SSL encryption for your connection string\" is new",
      ]),
    Revision(
      page: "databases/snowflake.md",
      changes: [
        "documentation table-row-changed: the table under \"Gather required credentials\" says otherwise of `connectionSpec.id`",
        "source+wire authentication-renamed: the authentication \"ConnectionString\" is now called \"Basic Authentication for Snowflake\"",
        "source+wire field-removed: Basic Authentication for Snowflake: `role` is no longer documented",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another body",
      ],
      back: [
        "documentation table-row-changed: the table under \"Gather required credentials\" says otherwise of `connectionSpec.id`",
        "source+wire authentication-renamed: the authentication \"Basic Authentication for Snowflake\" is now called \"ConnectionString\"",
        "compatible field-added: ConnectionString: `role` is new and optional",
        "documentation examples-changed: POST /data/foundation/flowservice/connections: the example has another body",
      ]),
  ]

  @Test("say what changed, both ways", arguments: revisions)
  func changes(_ revision: Revision) async throws {
    let path = Self.folder + revision.page
    let old = try Pages.text(at: Pages.corpus.appending(path: path))
    let new = try Pages.text(at: SharedFolder.url.appending(path: "corpus/revisions/" + path))
    let (before, after) = (await Pages.model([(path, old)]), await Pages.model([(path, new)]))
    #expect(Self.lines(before, after) == revision.changes.sorted())
    #expect(Self.lines(after, before) == revision.back.sorted())
  }

  private static func lines(_ old: ConnectorModel, _ new: ConnectorModel) -> [String] {
    ModelComparison(old, new).changes.map { change in
      "\(change.classes.map(\.rawValue).joined(separator: "+")) \(change.rule.rawValue): "
        + change.sentence
    }.sorted()
  }
}
