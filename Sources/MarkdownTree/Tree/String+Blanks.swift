extension String {
  /// The text with runs of white space as one blank, and none at the ends.
  package var withSingleBlanks: String {
    var result = String.UnicodeScalarView()
    var hasBlank = false
    for scalar in unicodeScalars {
      let isBlank =
        scalar.isASCII
        ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
      guard !isBlank else {
        hasBlank = true
        continue
      }
      if hasBlank, !result.isEmpty { result.append(" ") }
      hasBlank = false
      result.append(scalar)
    }
    return String(result)
  }
}
