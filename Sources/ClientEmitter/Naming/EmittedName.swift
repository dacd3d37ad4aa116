import SwiftDeclarations

/// Names of emitted declarations, as long as names of files can be.
enum EmittedName {
  /// Longer names are cut: what follows would be no help to anyone, and file systems stop at 255.
  static let greatestLength = 60

  static func member(_ text: String) -> String { bounded(SwiftName.member(text)) }
  static func enumCase(_ text: String) -> String { bounded(SwiftName.enumCase(text)) }
  static func type(_ text: String) -> String { bounded(SwiftName.type(text)) }

  private static func bounded(_ name: String) -> String {
    guard name.utf8.count > greatestLength else { return name }
    var result = ""
    for character in name {
      if result.utf8.count + character.utf8.count > greatestLength { break }
      result.append(character)
    }
    return result.isEmpty ? "value" : result
  }
}
