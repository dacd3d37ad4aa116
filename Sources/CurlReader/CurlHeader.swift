import Diagnostics

/// The argument of `-H` as curl takes it.
enum CurlHeader {
  /// A header to send.
  case sent(CurlRequest.Header)
  /// `Name:`: curl shall not send its own one. `Name;text` has the same effect.
  case removed(name: String)
  /// No header, or none that a server takes; what it should have been, if that can be told.
  case malformed(CurlRequest.Header?)
  /// `@file`: the headers are in a file.
  case file(String)

  init(_ word: ShellWord) {
    var start = 0
    let bytes = word.value.bytes
    while let byte = bytes.at(start), byte.isWhitespace { start += 1 }
    guard start < bytes.count else {
      self = .malformed(nil)
      return
    }
    if bytes[start] == .at {
      self = .file(bytes[(start + 1)...].string)
      return
    }
    guard let colon = bytes.firstIndex(of: .colon) else {
      self = CurlHeader.withoutColon(bytes[start...], word.range)
      return
    }
    if let wide = CurlHeader.wideColon(bytes[start..<colon]) {
      self = CurlHeader.meant(
        bytes[start..<wide.lowerBound], bytes[wide.upperBound...], word.range)
      return
    }
    let name = bytes[start..<colon].string
    guard colon > start else {
      self = .malformed(nil)
      return
    }
    let value = CurlHeader.trimmed(bytes[(colon + 1)...])
    if value.isEmpty {
      self = .removed(name: name)
    } else if bytes[colon - 1].isBlank,
      case .malformed(let meant?) = CurlHeader.meant(bytes[start..<colon], value, word.range)
    {
      self = .malformed(meant)
    } else {
      self = .sent(CurlRequest.Header(name: name, value: value.string, range: word.range))
    }
  }

  private static func withoutColon(_ bytes: ArraySlice<UInt8>, _ range: Range<Int>) -> CurlHeader {
    if let semicolon = bytes.firstIndex(of: .semicolon), semicolon > bytes.startIndex {
      let name = bytes[..<semicolon].string
      let rest = trimmed(bytes[(semicolon + 1)...])
      if rest.isEmpty {
        return .sent(CurlRequest.Header(name: name, value: "", range: range))
      }
      if bytes[..<semicolon].allSatisfy(\.isHeaderNamePart) {
        guard bytes[semicolon + 1].isBlank else { return .removed(name: name) }
        return meant(bytes[..<semicolon], rest, range)
      }
    }
    if let wide = wideColon(bytes) {
      return meant(bytes[..<wide.lowerBound], bytes[wide.upperBound...], range)
    }
    // `name=value` and `name value` are what is left of a header whose colon got lost.
    let nameEnd = bytes.firstIndex { !$0.isHeaderNamePart } ?? bytes.endIndex
    guard nameEnd > bytes.startIndex, nameEnd < bytes.endIndex,
      bytes[nameEnd] == .equals || bytes[nameEnd].isBlank
    else { return .malformed(nil) }
    return meant(bytes[..<nameEnd], bytes[(nameEnd + 1)...], range)
  }

  /// A header of which only the mark between its parts is wrong.
  private static func meant(
    _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, _ range: Range<Int>
  ) -> CurlHeader {
    let name = trimmed(name)
    let value = trimmed(value)
    guard !name.isEmpty, name.allSatisfy(\.isHeaderNamePart), !value.isEmpty else {
      return .malformed(nil)
    }
    return .malformed(CurlRequest.Header(name: name.string, value: value.string, range: range))
  }

  /// The colon of East Asian typography, which takes three bytes.
  private static func wideColon(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    for index in bytes.indices.dropLast(2)
    where bytes[index] == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x9A {
      return index..<index + 3
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var trimmed = bytes
    while let first = trimmed.first, first.isWhitespace { trimmed.removeFirst() }
    while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
    return trimmed
  }
}
