/// Text with markers `1️⃣` … `9️⃣` for the places that a test expects.
///
/// The markers are taken out; each one's place is the byte offset of what follows it.
package struct MarkedText: Sendable {
  package let text: String
  package let markers: [String: Int]

  package init(_ marked: String) {
    var text = ""
    var markers: [String: Int] = [:]
    for character in marked {
      if character.unicodeScalars.count == 3, character.unicodeScalars.contains("\u{20E3}") {
        markers[String(character)] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.markers = markers
  }

  /// The byte offset of a marker.
  package subscript(marker: String) -> Int { markers[marker] ?? -1 }
}
