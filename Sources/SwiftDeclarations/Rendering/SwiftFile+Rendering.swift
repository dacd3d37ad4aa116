extension SwiftFile {
  /// The text of the file, laid out as `swift format` lays it out.
  package func rendered() -> String {
    ""
  }
}
