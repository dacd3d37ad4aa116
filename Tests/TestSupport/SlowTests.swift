import Foundation

/// Tests that run compilers or build packages; `make test` runs them, `make test-fast` does not.
package enum SlowTests {
  package static var areEnabled: Bool {
    ProcessInfo.processInfo.environment["CONNECTORGEN_SLOW_TESTS"] == "1"
  }
}
