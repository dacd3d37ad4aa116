/// Where the declarations of an emitted file stand, by their qualified names.
struct SwiftOutline {
  struct Item {
    /// `SFTP.BasicAuthentication.host`.
    var name: String
    /// Counts from 1.
    var line: Int
  }

  private(set) var items: [Item] = []

  init(_ lines: [[SwiftScanner.Piece]]) {
    // Emitted code is formatted: what a declaration stands in has a smaller indentation.
    var open: [(name: String, indentation: Int)] = []
    for (number, pieces) in lines.enumerated() {
      guard let name = Self.declaredName(in: pieces) else { continue }
      let indentation = Self.indentation(of: pieces)
      while let last = open.last, last.indentation >= indentation { open.removeLast() }
      open.append((name, indentation))
      items.append(Item(name: open.map(\.name).joined(separator: "."), line: number + 1))
    }
  }

  /// The line of a declaration, or of the nearest one that it stands in.
  func line(of name: String) -> Int? {
    var name = Substring(name.prefix { $0 != "(" && $0 != ":" })
    while true {
      if let item = items.first(where: { $0.name == name }) { return item.line }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }

  private static func indentation(of pieces: [SwiftScanner.Piece]) -> Int {
    guard let first = pieces.first, first.style == .plain else { return 0 }
    return first.bytes.prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// The name of a declaration that begins on this line.
  private static func declaredName(in pieces: [SwiftScanner.Piece]) -> String? {
    var isNameNext = false
    for piece in pieces {
      let text = String(decoding: piece.bytes, as: UTF8.self)
      if isNameNext {
        let words = text.drop { $0 == " " }
        if words.isEmpty { continue }
        let name = words.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "`" }
          .filter { $0 != "`" }
        return name.isEmpty ? nil : name
      }
      switch piece.style {
      case .keyword where text == "init": return text
      case .keyword where starters.contains(text): isNameNext = true
      case .keyword where modifiers.contains(text) || text.hasPrefix("@"): continue
      case .plain where text.allSatisfy({ $0 == " " }): continue
      default: return nil
      }
    }
    return nil
  }

  private static let starters: Set<String> = [
    "struct", "enum", "func", "var", "let", "case", "typealias", "extension",
  ]
  private static let modifiers: Set<String> = [
    "public", "package", "internal", "private", "fileprivate", "static", "indirect",
    "nonisolated", "mutating",
  ]
}
