/// Words that are written in a case of their own wherever they stand.
enum Initialisms {
  /// How a word is written, if it is one of the table, its plural, or one with a number after it.
  static func spelling(_ word: String) -> String? {
    let lower = word.lowercased()
    if let spelling = table[lower] { return spelling }
    if lower.utf8.last == UInt8(ascii: "s"), let spelling = table[String(lower.dropLast())] {
      return spelling + "s"
    }
    let stem = lower.utf8.prefix { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }
    let number = lower.utf8.dropFirst(stem.count)
    guard !number.isEmpty,
      number.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
      let spelling = table[String(Substring(stem))]
    else { return nil }
    return spelling + String(Substring(number))
  }

  private static let table: [String: String] = {
    var table = ["oauth": "OAuth", "openid": "OpenID"]
    for word in spellings { table[word.lowercased()] = word }
    return table
  }()

  private static let spellings = [
    "ADLS", "AES", "API", "ARN", "AWS", "CRM", "CSV", "DNS", "DSA", "ERP", "ETL", "FTP", "FTPS",
    "GCP", "GCS", "GPG", "GUID", "HDFS", "HTML", "HTTP", "HTTPS", "IAM", "ID", "IMS", "IP", "JDBC",
    "JSON", "JWT", "KMS", "MFA", "MIME", "ODBC", "PEM", "PGP", "RSA", "SAS", "SDK", "SFTP", "SMTP",
    "SQL", "SSH", "SSL", "SSO", "TCP", "TLS", "TSV", "TTL", "UDP", "UI", "URI", "URL", "UTC",
    "UUID", "VPC", "VPN", "XDM", "XML",
  ]
}
