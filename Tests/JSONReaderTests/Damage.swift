/// One spot of a sound text that is broken on purpose.
enum Damage: String, CaseIterable {
  case deletedQuote, deletedComma, deletedColon, deletedOpener, deletedCloser
  case addedTrailingComma, swappedCloser, doubledQuote, truncated

  /// The places of a sound text where this damage can be done.
  func places(in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var isString = false
    var lastToken: UInt8 = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isQuote = byte == UInt8(ascii: "\"")
      let isCloser = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      let isOpener = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
      switch self {
      case .deletedQuote, .doubledQuote: if isQuote { places.append(index) }
      case .deletedComma: if !isString, byte == UInt8(ascii: ",") { places.append(index) }
      case .deletedColon: if !isString, byte == UInt8(ascii: ":") { places.append(index) }
      case .deletedOpener: if !isString, isOpener { places.append(index) }
      case .deletedCloser, .swappedCloser: if !isString, isCloser { places.append(index) }
      case .addedTrailingComma:
        let isEmpty = lastToken == UInt8(ascii: "{") || lastToken == UInt8(ascii: "[")
        if !isString, isCloser, !isEmpty { places.append(index) }
      case .truncated: if index > 1 { places.append(index) }
      }
      if isQuote {
        isString.toggle()
      } else if isString, byte == UInt8(ascii: "\\") {
        index += 1
      }
      if byte > 0x20 { lastToken = byte }
      index += 1
    }
    return places
  }

  func apply(to bytes: [UInt8], at place: Int) -> [UInt8] {
    var bytes = bytes
    switch self {
    case .deletedQuote, .deletedComma, .deletedColon, .deletedOpener, .deletedCloser:
      bytes.remove(at: place)
    case .addedTrailingComma:
      var end = place
      while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
      bytes.insert(UInt8(ascii: ","), at: end)
    case .swappedCloser:
      bytes[place] = bytes[place] == UInt8(ascii: "}") ? UInt8(ascii: "]") : UInt8(ascii: "}")
    case .doubledQuote:
      bytes.insert(UInt8(ascii: "\""), at: place)
    case .truncated:
      bytes.removeSubrange(place...)
    }
    return bytes
  }
}
