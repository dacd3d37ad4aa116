import FlowServiceRuntime

/// What the query of a list asks for.
struct ListRequest {
  typealias Row = (number: Int, document: JSONValue)

  private var properties: [String]
  private var filters: [ListFilter]
  private var order: Order?
  private var limit: Int
  /// The number of the last resource that was shown, or how many were shown if the list is sorted.
  private var position: Int
  private var wantsCount: Bool

  private struct Order {
    var text: String
    var field: String
    var isAscending: Bool

    init(_ text: String) throws(ServiceError) {
      // An unescaped `+` arrives as a blank.
      guard let sign = text.first, "+- ".contains(sign) else {
        if ["name", "id", "createdAt", "updatedAt"].contains(text) {
          self = Order(text: text, field: text, isAscending: true)
          return
        }
        throw .invalid(
          "1432-400",
          "The sort order is wrong: put + before the fieldName to go up, - before it to go down.")
      }
      let field = String(text.dropFirst())
      guard ["name", "id", "createdAt", "updatedAt"].contains(field) else {
        throw .invalid(
          "1433-400",
          "orderBy got the wrong field= \(field); right ones look like +name, -name, name.")
      }
      self = Order(text: text, field: field, isAscending: sign != "-")
    }

    private init(text: String, field: String, isAscending: Bool) {
      self.text = text
      self.field = field
      self.isAscending = isAscending
    }

    func areInOrder(_ left: JSONValue, _ right: JSONValue) -> Bool {
      let (left, right) = isAscending ? (left, right) : (right, left)
      if let left = left[field]?.integerValue, let right = right[field]?.integerValue {
        return left < right
      }
      return left[field]?.stringValue ?? "" < right[field]?.stringValue ?? ""
    }
  }

  init(_ query: Query, pageSize: Int) throws(ServiceError) {
    try query.check(
      allowed: ["property", "limit", "orderby", "orderBy", "continuationToken", "count"])
    wantsCount = query["count"] == "true"
    if query["count"] != nil, query["limit"] != nil {
      throw .invalid(
        "1401-400",
        "One request takes either limit or count, never both. Leave one of the two out and repeat.")
    }
    if let text = query["continuationToken"] {
      let token = try ContinuationToken(text)
      properties = token.properties
      limit = token.limit
      position = token.after
      order = try Self.order(token.order)
    } else {
      properties = query.values(of: "property")
      limit = pageSize
      position = 0
      order = try Self.order(query["orderby"] ?? query["orderBy"])
    }
    if let text = query["limit"] {
      guard let number = Int(text), (1...100).contains(number) else {
        throw .invalid(
          "1453-400", "The query param holds the query value \(text), which is not valid.")
      }
      limit = number
    }
    var filters: [ListFilter] = []
    for property in properties { filters.append(try ListFilter(property)) }
    self.filters = filters
  }

  private static func order(_ text: String?) throws(ServiceError) -> Order? {
    guard let text else { return nil }
    return try Order(text)
  }

  /// The answer, and in the rows those that it shows.
  func answer(for rows: inout [Row], collection: String) throws(ServiceError) -> JSONValue {
    rows.removeAll { row in !filters.allSatisfy { $0.matches(row.document) } }
    if wantsCount {
      let count = rows.count
      rows = []
      return ["count": .integer(Int64(count)), "items": [], "_links": [:]]
    }
    rows.sort { $0.number < $1.number }
    var next: Int
    let isLast: Bool
    if let order {
      rows.sort { order.areInOrder($0.document, $1.document) }
      isLast = rows.count <= position + limit
      next = position + limit
      rows = Array(rows.dropFirst(position).prefix(limit))
    } else {
      rows.removeAll { $0.number <= position }
      isLast = rows.count <= limit
      rows = Array(rows.prefix(limit))
      next = rows.last?.number ?? position
    }
    var links: JSONValue = [:]
    if !isLast {
      let token = ContinuationToken(
        limit: limit, properties: properties, order: order?.text, after: next)
      // As the service writes it: below its own root, and the token as it is.
      links["next"] = ["href": .string("/\(collection)?continuationToken=" + token.text)]
    }
    return ["items": .array(rows.map(\.document)), "_links": links]
  }
}
