package import Diagnostics
import JSONReader
import OrderedCollections

/// The model as JSON: for reviewers, who see in a diff what changed for callers, and for `diff`,
/// which compares models. `schemas/model.schema.json` describes the form.
package enum ModelJSON {
  /// Goes up with every change that an older reader would misread.
  package static let format = 1

  /// A file of the model.
  package struct Piece: Hashable, Sendable {
    /// Below the folder of generated files, with `/` between its parts.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Why bytes are no model.
  package struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The piece, where there are several.
    package var path: String?
    package var location: SourceLocation
    package var message: String

    package var description: String {
      "\(path.map { "\($0):" } ?? "")\(location): \(message)"
    }
  }

  // MARK: - Writing

  /// The whole model in one document.
  package static func whole(_ model: ConnectorModel) -> [UInt8] {
    JSONText.bytes(of: ModelWriter.whole(model))
  }

  /// One file a source, one file an operation group, one file each for the payloads and for the
  /// other tables of a page, the error codes, and an index of them all. Sorted by path.
  package static func pieces(of model: ConnectorModel) -> [Piece] {
    var pieces: [Piece] = []
    var sources: [String] = []
    for source in model.sources {
      let path = "\(folder)/sources/\(source.key).json"
      sources.append(path)
      pieces.append(piece(path, "sources", [ModelWriter.source(source)]))
    }
    var groups: [String: [Operation]] = [:]
    for operation in model.operations { groups[operation.group, default: []].append(operation) }
    var operations: [String] = []
    for (group, members) in groups.sorted(by: { $0.key < $1.key }) {
      let path = "\(folder)/operations/\(group).json"
      operations.append(path)
      pieces.append(piece(path, "operations", members.map(ModelWriter.operation)))
    }
    var index = JSONObjectWriter()
    index.set("format", JSONNode.number(format))
    index.set("sources", JSONNode.texts(sources))
    index.set("operations", JSONNode.texts(operations))
    if !model.payloads.isEmpty {
      let grouped = OrderedDictionary(grouping: model.payloads, by: \.provenance.page)
      let paths = grouped.map { page, members in
        let path = self.path(of: page, in: "payloads")
        pieces.append(piece(path, "payloads", members.map(ModelWriter.payload)))
        return path
      }
      index.set("payloads", JSONNode.texts(paths))
    }
    if !model.errorCodes.isEmpty {
      let path = "\(folder)/error-codes.json"
      pieces.append(piece(path, "errorCodes", model.errorCodes.map(ModelWriter.errorCode)))
      index.set("errorCodes", JSONNode.texts([path]))
    }
    index.set("pages", JSONNode.list(model.pages.map(ModelWriter.page)))
    if let tables = model.tables {
      var paths: [String] = []
      for (page, members) in OrderedDictionary(grouping: tables, by: \.provenance.page) {
        let path = self.path(of: page, in: "tables")
        paths.append(path)
        pieces.append(piece(path, "tables", members.map(ModelWriter.table)))
      }
      index.set("tables", JSONNode.texts(paths))
    }
    pieces.append(Piece(path: indexPath, bytes: JSONText.bytes(of: index.node)))
    return pieces.sorted { $0.path < $1.path }
  }

  /// The folder of all pieces.
  package static let folder = "model"
  /// The piece that names all others.
  package static let indexPath = "model/index.json"

  private static func path(of page: String, in folder: String) -> String {
    let name = page.hasSuffix(".md") ? String(page.dropLast(3)) : page
    return "\(self.folder)/\(folder)/\(name).json"
  }

  private static func piece(_ path: String, _ key: String, _ values: [JSONNode]) -> Piece {
    var object = JSONObjectWriter()
    object.set("format", JSONNode.number(format))
    object.set(key, JSONNode.list(values))
    return Piece(path: path, bytes: JSONText.bytes(of: object.node))
  }

  // MARK: - Reading

  /// Reads what `whole` wrote.
  package static func read(_ bytes: [UInt8]) throws(ReadingError) -> ConnectorModel {
    let node = try parse(bytes, path: nil)
    do throws(ModelReadingError) {
      return try ModelParser.whole(node)
    } catch {
      throw located(error, in: bytes, path: nil)
    }
  }

  /// Reads what `pieces` wrote.
  ///
  /// - Parameter contents: the bytes of the piece at a path; nil where there is none.
  package static func read(
    pieces contents: (String) -> [UInt8]?
  ) throws(ReadingError) -> ConnectorModel {
    var model = ConnectorModel(sources: [], operations: [], errorCodes: [], pages: [])
    let (index, bytes) = try document(indexPath, contents)
    let paths:
      (
        sources: [String], operations: [String], payloads: [String], errorCodes: [String],
        tables: [String]?
      )
    do throws(ModelReadingError) {
      let object = try JSONObjectReader(index)
      paths = (
        try object.texts("sources"), try object.texts("operations"),
        try object.texts("payloads"), try object.texts("errorCodes"),
        try object.optional("tables") == nil ? nil : object.texts("tables")
      )
      model.pages = try object.list("pages", ModelParser.page)
    } catch {
      throw located(error, in: bytes, path: indexPath)
    }
    for path in paths.sources {
      model.sources += try list("sources", of: path, contents, ModelParser.source)
    }
    for path in paths.operations {
      model.operations += try list("operations", of: path, contents, ModelParser.operation)
    }
    for path in paths.payloads {
      model.payloads += try list("payloads", of: path, contents, ModelParser.payload)
    }
    for path in paths.errorCodes {
      model.errorCodes += try list("errorCodes", of: path, contents, ModelParser.errorCode)
    }
    model.tables = try tables(of: paths.tables, contents)
    model.operations.sort { $0.key < $1.key }
    return model
  }

  private static func tables(
    of paths: [String]?, _ contents: (String) -> [UInt8]?
  ) throws(ReadingError) -> [PageTable]? {
    guard let paths else { return nil }
    var tables: [PageTable] = []
    for path in paths { tables += try list("tables", of: path, contents, ModelParser.table) }
    return tables
  }

  private static func list<Value>(
    _ key: String, of path: String, _ contents: (String) -> [UInt8]?,
    _ read: (JSONNode) throws(ModelReadingError) -> Value
  ) throws(ReadingError) -> [Value] {
    let (node, bytes) = try document(path, contents)
    do throws(ModelReadingError) {
      return try JSONObjectReader(node).list(key, read)
    } catch {
      throw located(error, in: bytes, path: path)
    }
  }

  private static func document(
    _ path: String, _ contents: (String) -> [UInt8]?
  ) throws(ReadingError) -> (JSONNode, [UInt8]) {
    guard let bytes = contents(path) else {
      throw ReadingError(
        path: path, location: SourceLocation(line: 1, column: 1),
        message: "this piece of the model is missing")
    }
    let node = try parse(bytes, path: path)
    do throws(ModelReadingError) {
      let object = try JSONObjectReader(node)
      let found = try object.integer("format")
      guard found == format else {
        throw ModelReadingError(
          range: try object.required("format").range,
          message: "this model has format \(found), not \(format)")
      }
    } catch {
      throw located(error, in: bytes, path: path)
    }
    return (node, bytes)
  }

  private static func parse(_ bytes: [UInt8], path: String?) throws(ReadingError) -> JSONNode {
    let file = SourceFile(path: path ?? "model.json", bytes: bytes)
    let reading = JSONReader.read(MappedText(0..<bytes.count, of: file))
    if let first = reading.diagnostics.min(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      throw ReadingError(
        path: path, location: file.location(of: first.range.lowerBound), message: first.message)
    }
    guard let root = reading.root else {
      throw ReadingError(
        path: path, location: SourceLocation(line: 1, column: 1), message: "there is no JSON here")
    }
    return root
  }

  private static func located(
    _ error: ModelReadingError, in bytes: [UInt8], path: String?
  ) -> ReadingError {
    let file = SourceFile(path: path ?? "model.json", bytes: bytes)
    return ReadingError(
      path: path, location: file.location(of: error.range.lowerBound), message: error.message)
  }
}
