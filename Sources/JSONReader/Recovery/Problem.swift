/// What is wrong at a spot of broken JSON.
enum Problem: Hashable {
  // Quotes
  case missingClosingQuote, missingOpeningQuote, doubledQuotes, innerQuotes, nestedJSON
  case singleQuotes, smartQuotes, backticks, lineBreakInString, escapedClosingQuote
  // Values without quotes
  case bareKey, bareText, otherLanguage, noNumber, otherNumber
  // Punctuation
  case missingComma, doubledComma, leadingComma, trailingComma, semicolonForComma
  case colonForComma, commaForColon, missingColon, doubledColon, otherForColon
  // Brackets
  case missingCloser(Container, opener: Int)
  case missingClosersAtEnd(String, opener: Int)
  case wrongCloser(Container)
  case extraCloser
  case missingOpener(Container)
  case fragment, listWithoutBrackets, severalRoots
  // What does not belong there
  case strayText, strayBracket, ellipsis, comment, oddBlank
  // What is not there
  case missingKey, missingValue, keyWithoutValue
  /// There are more findings than anybody reads.
  case more
  // Inside strings
  case controlCharacter, invalidEscape, loneSurrogate, invalidUTF8
}
