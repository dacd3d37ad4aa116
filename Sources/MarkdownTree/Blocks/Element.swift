/// A block, or a marker line that still has to be put together with what it encloses.
enum Element {
  struct Marker {
    /// A fold's or tab's title; a callout's label.
    var title: String
    var range: Range<Int>
  }

  case block(Block)
  case fold(Marker)
  case beginTabs(Marker)
  case tab(Marker)
  case endTabs(Marker)
  case label(Marker)

  var range: Range<Int> {
    switch self {
    case .block(let block): block.range
    case .fold(let marker), .beginTabs(let marker), .tab(let marker), .endTabs(let marker),
      .label(let marker):
      marker.range
    }
  }

  /// The marker that divides a block quote, if this is one.
  var quoteMarker: Marker? {
    switch self {
    case .block, .fold: nil
    case .beginTabs(let marker), .tab(let marker), .endTabs(let marker), .label(let marker): marker
    }
  }

  /// The same marker with another place.
  func placed(at range: Range<Int>) -> Element {
    switch self {
    case .block: self
    case .fold(let marker): .fold(Marker(title: marker.title, range: range))
    case .beginTabs(let marker): .beginTabs(Marker(title: marker.title, range: range))
    case .tab(let marker): .tab(Marker(title: marker.title, range: range))
    case .endTabs(let marker): .endTabs(Marker(title: marker.title, range: range))
    case .label(let marker): .label(Marker(title: marker.title, range: range))
    }
  }
}
