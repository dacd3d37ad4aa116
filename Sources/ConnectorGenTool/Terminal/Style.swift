import Linting

/// How text for people looks: the width of its lines, and colour where it is wanted.
struct Style {
  /// Columns of a line, where nothing is too long to be broken.
  var width = 100
  var usesColor = false

  enum Color: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "33"
    case green = "32"
    case cyan = "36"
  }

  init(usesColor: Bool = false, columns: Int? = nil) {
    self.usesColor = usesColor
    width = min(max(columns ?? 100, 60), 100)
  }

  func paint(_ text: String, _ color: Color) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
