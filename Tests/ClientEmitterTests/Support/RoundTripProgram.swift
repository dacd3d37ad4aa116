/// A program that sends JSON through types and prints what comes back.
enum RoundTripProgram {
  /// - Parameter types: How many there are: `Type0`, `Type1`, …
  static func text(types: Int) -> String {
    let cases = (0..<types).map { "  case \"\($0)\": print(roundTrip(Type\($0).self, json))" }
    return """
      import FlowServiceRuntime
      import Foundation

      func roundTrip<Value: Codable>(_ type: Value.Type, _ json: String) -> String {
        do {
          let value = try JSONDecoder().decode(type, from: Data(json.utf8))
          return String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
        } catch {
          return "\\(error)".replacing("\\n", with: " ") + " " + json
        }
      }

      for line in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
        .components(separatedBy: "\\n")
      {
        let parts = line.split(separator: "\\t", maxSplits: 1)
        let json = String(parts[1])
        switch parts[0] {
      \(cases.joined(separator: "\n"))
        default: print("?")
        }
      }

      """
  }
}
