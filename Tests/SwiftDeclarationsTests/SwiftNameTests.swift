import TestSupport
import Testing

@testable import SwiftDeclarations

@Suite struct SwiftNameTests {
  @Test(arguments: [
    ("servicePrincipalId", "servicePrincipalID"), ("serviceUri", "serviceURI"),
    ("serviceUrl", "serviceURL"), ("sasUri", "sasURI"), ("SASUri", "sasURI"),
    ("clientId", "clientID"), ("userName", "userName"), ("username", "username"),
    ("s3AccessKey", "s3AccessKey"), ("s3SessionToken", "s3SessionToken"), ("SASToken", "sasToken"),
    ("containerTTL", "containerTTL"), ("IMSOrg", "imsOrg"), ("imsOrgId", "imsOrgID"),
    ("meta:xdmType", "metaXDMType"), ("$insert_id", "insertID"), ("x-api-key", "xAPIKey"),
    ("created_by", "createdBy"), ("destinationXdmPath", "destinationXDMPath"),
    ("_links", "links"), ("{BASE_CONNECTION_ID}", "baseConnectionID"), ("2fa", "_2fa"),
    ("$ref", "ref"), ("@type", "type"), ("ID", "id"), ("URL", "url"), ("ids", "ids"),
    ("sourceConnectionIds", "sourceConnectionIDs"), ("allowedIPs", "allowedIPs"),
    ("connectionSpec.id", "connectionSpecID"), ("HOST", "host"), ("USER_NAME", "userName"),
    ("eTag", "eTag"), ("etag", "etag"), ("passPhrase", "passPhrase"), ("default", "default"),
    ("oauth2ClientId", "oauth2ClientID"), ("useOAuth2", "useOAuth2"), ("OAuthToken", "oauthToken"),
    ("graphQLQuery", "graphQLQuery"), ("sha256", "sha256"), ("a b  c", "aBC"),
    ("größe", "größe"), ("Größe der Datei", "größeDerDatei"), ("名前", "名前"),
    ("名前 id", "名前ID"), ("\u{301}x", "_\u{301}x"), ("", "u0"), ("*", "u2A"), ("$@", "u24u40"),
    ("init", "initValue"), ("self", "selfValue"), ("hashValue", "hashValueValue"),
    ("user's name", "usersName"), ("😀", "u1F600"), ("user\u{202E}Name", "userName"),
    ("kafka.bootstrap.servers", "kafkaBootstrapServers"), ("R&D", "rAndD"), ("IDs", "ids"),
    ("URLs", "urls"), ("CRMToAEP", "crmToAEP"), ("x-gw-ims-org-id", "xGwIMSOrgID"),
  ])
  func members(text: String, name: String) {
    #expect(SwiftName.member(text) == name)
  }

  @Test(arguments: [
    ("Basic Authentication for sftp", "BasicAuthenticationForSFTP"),
    ("SSH PublicKey Authentication for sftp", "SSHPublicKeyAuthenticationForSFTP"),
    ("SFTP", "SFTP"), ("HTTP API", "HTTPAPI"), ("ConnectionString", "ConnectionString"),
    ("Azure Data Lake Storage Gen2", "AzureDataLakeStorageGen2"),
    ("Topic & Subscription Based Authentication", "TopicAndSubscriptionBasedAuthentication"),
    ("OneTrust Integration", "OneTrustIntegration"), ("Zendesk", "Zendesk"),
    ("SAP® Commerce", "SAPCommerce"), ("3rd party", "_3rdParty"), ("Amazon S3", "AmazonS3"),
    ("IBM DB2", "IBMDB2"), ("PostgreSQL", "PostgreSQL"), ("MySQL", "MySQL"),
    ("MariaDB", "MariaDB"), ("Google BigQuery", "GoogleBigQuery"), ("OData", "OData"),
    ("OAuth2 Refresh Code", "OAuth2RefreshCode"), ("oAuth 2.0", "OAuth20"),
    ("GENERIC_REST", "GenericRest"), ("HDFS", "HDFS"), ("Access Key", "AccessKey"),
    ("Type", "TypeValue"), ("error", "ErrorValue"), ("Secret", "SecretValue"),
    ("Data", "DataValue"),
    ("", "U0"), ("*", "U2A"), ("日本 API", "日本API"), ("élan vital", "ÉlanVital"),
    ("Salesforce Marketing Cloud", "SalesforceMarketingCloud"), ("ftp", "FTP"), ("ATS", "ATS"),
    ("BASIC AUTHENTICATION", "BasicAuthentication"), ("Google Ads (Beta)", "GoogleAdsBeta"),
  ])
  func types(text: String, name: String) {
    #expect(SwiftName.type(text) == name)
  }

  @Test(arguments: [
    ("none", "noneValue"), ("some", "someValue"), ("once", "once"), ("xdm", "xdm"),
    ("rawValue", "rawValueValue"), ("JSON", "json"), ("REPLACE", "replace"), ("default", "default"),
  ])
  func cases(text: String, name: String) {
    #expect(SwiftName.enumCase(text) == name)
  }

  @Test func anyTextGivesAName() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let text = random.nastyText()
      for name in [SwiftName.member(text), SwiftName.type(text), SwiftName.enumCase(text)] {
        #expect(Identifier.isValid(name), "\(name.debugDescription)")
        #expect(!SwiftName.isReservedType(SwiftName.type(text)))
      }
    }
  }
}
