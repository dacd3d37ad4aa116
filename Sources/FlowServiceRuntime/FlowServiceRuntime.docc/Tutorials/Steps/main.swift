import FlowServiceRuntime
import Foundation

let surroundings = Surroundings()
let client = FlowServiceClient(
  configuration: surroundings.configuration, tokens: surroundings.tokens)
do {
  try await Ingestion(client: client).run()
} catch {
  FileHandle.standardError.write(Data("\n\(error)\n".utf8))
  exit(1)
}
