import FlowServiceRuntime
import FlowServiceSources

// All that is not said to be nonisolated belongs to the main actor here.

struct Screen: Codable {
  var authentication: Snowflake.Authentication
}

nonisolated func body(of authentication: Snowflake.Authentication) throws -> [UInt8]? {
  try Snowflake.createBaseConnection(
    name: "Example", description: "", authentication: authentication
  ).httpBody()
}

@main
struct Program {
  static func main() async throws {
    let text = Snowflake.ConnectionStringAuthentication.ConnectionString(
      accountName: "account", username: "user", password: "secret", database: "database",
      warehouse: "warehouse")
    let screen = Screen(authentication: .connectionString(.init(connectionString: text)))
    let bytes = try await Task.detached { [authentication = screen.authentication] in
      try body(of: authentication)
    }.value
    print(String(decoding: bytes ?? [], as: UTF8.self))
  }
}
