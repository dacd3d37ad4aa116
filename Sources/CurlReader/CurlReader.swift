package import Diagnostics

/// Reads the curl commands of a shell fence, sound or broken.
package enum CurlReader {
  /// All requests that the commands of `text` send, in order.
  ///
  /// - Parameter fallbackMethod: the method to assume where the fence starts without `curl -X …`,
  ///   because the method stands only in the API format.
  package static func read(_ text: MappedText, fallbackMethod: String? = nil) -> [CurlRequest] {
    []
  }
}
