import Diagnostics
import Testing

@Suite("Nearest names")
struct NearestNameTests {
  let names = ["malformed-json", "smart-quotes", "inputs", "output", "mojibake", "access"]

  @Test(
    "A slip finds the name that was meant",
    arguments: [
      ("malformed-jsn", "malformed-json"), ("malformedJSON", "malformed-json"),
      ("ouput", "output"), ("input", "inputs"), ("mojibaek", "mojibake"), ("ACCESS", "access"),
      ("smart_qoutes", "smart-quotes"),
    ])
  func slip(name: String, meant: String) {
    #expect(NearestName.find(name, in: names) == meant)
  }

  @Test("Other names find nothing", arguments: ["x", "", "colour", "json", "quotes"])
  func other(name: String) {
    #expect(NearestName.find(name, in: names) == nil)
  }

  @Test("Very long names are not compared")
  func long() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(NearestName.find(long, in: names) == nil)
    #expect(NearestName.suggestion(for: "ouput", in: names) == "did you mean \"output\"?")
  }
}
