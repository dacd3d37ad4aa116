import FlowServiceRuntime
import Hummingbird
import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What tests and users say to the double itself. None of it is checked by the gateway.
struct ControlRoutes {
  let control: DoubleControl

  func add(to group: RouterGroup<DoubleContext>) {
    group.get("faults") { _, _ in try Self.answer(await control.faults()) }
    group.post("faults") { request, _ in
      let buffer = try await request.bytes(limit: 100_000)
      let fault: Fault
      do {
        fault = try JSONDecoder().decode(Fault.self, from: Data(buffer.readableBytesView))
      } catch {
        let kinds = Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ServiceError.invalid("No fault can be read. It needs a 'kind': \(kinds).")
      }
      await control.add(fault)
      return try Self.answer(await control.faults())
    }
    group.delete("faults") { _, _ in
      await control.clearFaults()
      return Response(status: .noContent)
    }
    group.get("requests") { _, _ in
      Response.json(.array(await control.requests().map(\.json)))
    }
    group.post("tokens/expire") { _, _ in
      await control.expireTokens()
      return Response(status: .noContent)
    }
    group.put("clock/:seconds") { _, context in
      guard let seconds = Int32(try context.parameters.require("seconds")) else {
        throw ServiceError.invalid(
          "A clock is ahead by a whole number of seconds, or behind by it.")
      }
      await control.setClock(aheadBy: .seconds(seconds))
      return Response(status: .noContent)
    }
    group.put("outcome/:outcome") { _, context in
      let name = try context.parameters.require("outcome")
      guard let outcome = DoubleSettings.RunOutcome(rawValue: name) else {
        let names = DoubleSettings.RunOutcome.allCases.map(\.rawValue).joined(separator: ", ")
        throw ServiceError.invalid("Runs end in one of: \(names).")
      }
      await control.setRunOutcome(outcome)
      return Response(status: .noContent)
    }
    group.post("reset") { _, _ in
      await control.reset()
      return Response(status: .noContent)
    }
  }

  private static func answer(_ faults: [Fault]) throws -> Response {
    let bytes = try JSONEncoder().encode(faults)
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
