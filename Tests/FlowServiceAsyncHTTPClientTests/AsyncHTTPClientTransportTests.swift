#if AsyncHTTPClient
  import ClientTestSupport
  import FlowServiceAsyncHTTPClient
  import FlowServiceRuntime
  import Testing

  @Suite(.timeLimit(.minutes(10))) struct AsyncHTTPClientTransportTests {
    @Test(arguments: TransportContract.allCases)
    func keepsTheContract(_ rule: TransportContract) async throws {
      try await rule.check { AsyncHTTPClientTransport(maximumBodySize: $0) }
    }
  }
#endif
