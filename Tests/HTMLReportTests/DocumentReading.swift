import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A report as an XML parser reads it: an oracle for balance, quotes and escapes.
struct DocumentReading: Sendable {
  struct Element: Sendable {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// The indices of the elements around it, outermost first.
    var ancestors: [Int]
  }

  let elements: [Element]
  /// Why it is not well-formed.
  let problem: String?

  init(_ bytes: [UInt8]) {
    // Style and script are text for HTML alone.
    var text = String(decoding: bytes, as: UTF8.self)
    for name in ["style", "script"] {
      guard let start = text.range(of: "<\(name)>"),
        let end = text.range(of: "</\(name)>", range: start.upperBound..<text.endIndex)
      else { continue }
      text.removeSubrange(start.upperBound..<end.lowerBound)
    }
    let parser = XMLParser(data: Data(text.utf8))
    let collector = Collector()
    parser.delegate = collector
    if parser.parse() {
      problem = nil
    } else {
      let error = parser.parserError.map { "\($0)" } ?? "unknown"
      problem = "\(parser.lineNumber):\(parser.columnNumber): \(error)"
    }
    elements = collector.elements
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// How many elements there are for a browser that runs scripts: `noscript` holds text there.
  var countWithScripts: Int {
    elements.count { element in
      !element.ancestors.contains { elements[$0].name == "noscript" }
    }
  }

  /// The elements in an element, at any depth.
  func inside(_ index: Int) -> [Element] { elements.filter { $0.ancestors.contains(index) } }
}

private final class Collector: NSObject, XMLParserDelegate {
  var elements: [DocumentReading.Element] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(DocumentReading.Element(name: name, attributes: attributes, ancestors: open))
    open.append(elements.count - 1)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    for index in open { elements[index].text += string }
  }
}
