import TestSupport
import Testing

@testable import SwiftDeclarations

@Suite struct LayoutTests {
  @Test(arguments: 1...60)
  func randomFilesAreAlreadyFormatted(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = random.file().rendered()
    let formatted = try Toolchain.formatted(text)
    #expect(formatted.errors == "")
    let difference = try Toolchain.difference(text, formatted.output)
    #expect(difference.isEmpty, "\(difference)")
  }

  @Test func linesOfTextAreAlreadyFormatted() throws {
    let value = Expression.multilineString("first\n  second \n\n\"\"\" \\(x)\n")
    let file = SwiftFile(
      path: "",
      declarations: [
        .property(Property("a", nil, .constant(value))),
        .property(Property("b", "String", .variable(value), documentation: "Text.")),
        .function(
          Function(
            .function("f"), result: "String",
            body: [
              .expression(.call("g", .init("a", value), .init("b", .integer(1)))),
              .expression(.call("g", .init(nil, value))),
              .assignment(.identifier("c"), value),
              .constant("d", nil, .array([value, .string("x")])),
              .constant("e", nil, .dictionary([.init(.string("x"), value)])),
              .return(value),
            ])),
      ])
    let text = file.rendered()
    #expect(try Toolchain.parsed(text).errors == "")
    let difference = try Toolchain.difference(text, Toolchain.formatted(text).output)
    #expect(difference.isEmpty, "\(difference)")
  }
}
