import FlowServiceDouble
import FlowServiceRuntime
import Foundation
import Testing

/// The pages are the only contract there is: what they show, the double takes, sent by the real
/// curl and not by the client that was made of the same pages.
@Suite("The pages' own requests, sent by the real curl")
struct CurlTests {
  @Test("as the pages have them, faults and all")
  func commandsOfPages() async throws {
    let documented = try await waiting { try DocumentedCommands() }
    // Some pages have commands that no shell takes.
    #expect(documented.commands.count > 10 * documented.brokenBlocks.count)
    let accepted = try await accepted(of: documented.commands)
    #expect(accepted > documented.commands.count / 2)
  }

  @Test("as the generator mends them")
  func mendedCommands() async throws {
    let commands = try DocumentedCommand.mended()
    let accepted = try await accepted(of: commands)
    #expect(accepted > commands.count * 4 / 5)
  }

  /// How many commands are answered with success. All others must have their reason in the command.
  private func accepted(of commands: [DocumentedCommand]) async throws -> Int {
    let calls = commands.compactMap(CurlCall.init)
    return try await withDouble { baseURL, control in
      var accepted = 0
      for call in calls {
        await control.reset()
        await Seed(control: control).plant(for: call)
        let answer = try await waiting { try call.send(to: baseURL) }
        if let refusal = call.expectedRefusal {
          #expect(answer.outcome == refusal, "\(call.place): \(answer.detail)")
        } else {
          #expect((200...299).contains(answer.status), "\(call.place): \(answer)")
          accepted += 1
        }
      }
      return accepted
    }
  }
}

extension CurlCall {
  /// What the double must say, if the command is not one that the service could take.
  fileprivate var expectedRefusal: String? {
    guard hasHeader("authorization") else { return "403 403010" }
    guard let text else { return nil }
    guard let type = header("content-type"), type.hasPrefix("application/json") else {
      return "415 "
    }
    guard let body else { return "400 1100-400" }
    if let id = body["connectionSpec"]?["id"]?.stringValue, UUID(uuidString: id) == nil {
      return "400 1413-400"
    }
    for name in ["sourceConnectionIds", "targetConnectionIds"] where body[name]?.stringValue != nil
    {
      return "400 1100-400"
    }
    return text.isEmpty ? "400 1405-400" : nil
  }
}
