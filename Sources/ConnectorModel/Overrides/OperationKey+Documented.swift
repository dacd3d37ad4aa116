extension OperationKey {
  /// The operation that a text such as `POST /connections` or `GET /connections/{ID}/explore` names.
  ///
  /// The base path may be left out, as API formats leave it out, and so may the host of the
  /// platform; what stands between braces does not matter.
  package init?(documented text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let endpoint = Endpoint(String(parts[1])).completed()
    self.init(
      method: parts[0].uppercased(), server: endpoint.server ?? Endpoint.platform,
      path: endpoint.template)
  }
}
