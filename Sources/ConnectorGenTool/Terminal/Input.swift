/// Standard input.
enum Input {
  /// All bytes up to the end.
  static func readAll() throws(FileProblem) -> [UInt8] {
    guard let bytes = Descriptor.readAll(from: 0) else {
      throw FileProblem(path: "standard input", cannot: "be read")
    }
    return bytes
  }
}
