import ClientTestSupport
import FlowServiceRuntime
import Testing

@Suite(.timeLimit(.minutes(10))) struct URLSessionTransportTests {
  @Test(arguments: TransportContract.allCases)
  func keepsTheContract(_ rule: TransportContract) async throws {
    try await rule.check { URLSessionTransport(maximumBodySize: $0) }
  }
}
