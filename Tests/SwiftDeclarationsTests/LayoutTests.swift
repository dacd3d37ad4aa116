import Testing

@testable import SwiftDeclarations

@Suite struct LayoutTests {
  @Test(arguments: 301...1500)
  func randomFilesAreAlreadyFormatted(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    let text = random.file().rendered()
    let formatted = try Toolchain.formatted(text)
    #expect(formatted.errors == "")
    let difference = try Toolchain.difference(text, formatted.output)
    #expect(difference.isEmpty, "\(difference)")
  }
}
