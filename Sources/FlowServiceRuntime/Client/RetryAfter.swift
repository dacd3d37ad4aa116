#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import HTTPTypes

/// How long a response asks to wait: `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3).
enum RetryAfter {
  private static let name = HTTPField.Name("Retry-After")

  static func duration(in headers: HTTPFields) -> Duration? {
    guard let name, let value = headers[name] else { return nil }
    let text = value.filter { $0 != " " && $0 != "\t" }
    if !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
      // A number too large to read is very long in any case.
      return .seconds(min(Int64(text) ?? .max, 1_000_000_000))
    }
    guard let date = HTTPDate.seconds(value) else { return nil }
    // The service's own clock, as the one here may be wrong or jump.
    let now = headers[.date].flatMap { HTTPDate.seconds($0) } ?? Int(Date().timeIntervalSince1970)
    return .seconds(max(0, date - now))
  }
}

/// The dates of HTTP (RFC 9110, 5.6.7), the two old forms too.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The seconds since 1970.
  static func seconds(_ text: String) -> Int? {
    var words = text.split { " ,-:".contains($0) }.map { String($0) }
    guard words.count >= 7 else { return nil }
    // Sun Nov  6 08:49:37 1994
    if months.contains(words[1]) {
      words = [words[0], words[2], words[1], words[6]] + words[3...5]
    }
    guard let day = number(words[1], in: 1...31), let month = months.firstIndex(of: words[2]),
      var year = number(words[3], in: 0...9999), let hour = number(words[4], in: 0...23),
      let minute = number(words[5], in: 0...59), let second = number(words[6], in: 0...60)
    else { return nil }
    // Sunday, 06-Nov-94 08:49:37 GMT
    if words[3].utf8.count == 2 { year += year < 70 ? 2000 : 1900 }
    let days = daysSince1970(year: year, month: month + 1, day: day)
    return ((days * 24 + hour) * 60 + minute) * 60 + second
  }

  private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.count <= 4, let number = Int(text), range.contains(number) else { return nil }
    return number
  }

  /// Counts in years that begin in March, so that the leap day is the last one.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }
}
