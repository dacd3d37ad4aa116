import FlowServiceRuntime
import Hummingbird

/// The operations of Flow Service.
struct FlowServiceRoutes {
  let state: FlowServiceState
  let settings: DoubleSettings

  func add(to group: RouterGroup<DoubleContext>) {
    for kind in ResourceKind.allCases { addReading(of: kind, to: group) }
    for kind in ResourceKind.allCases where kind != .runs { addWriting(of: kind, to: group) }
    group.post("runs") { request, context in
      let body = try await request.json(limit: settings.bodyLimit)
      return Response.json(try await state.createRun(body, in: context.sandbox), status: .created)
    }
    addConnectionRoutes(to: group)
    addSpecRoutes(to: group)
  }

  private func addReading(of kind: ResourceKind, to group: RouterGroup<DoubleContext>) {
    group.get("\(kind.rawValue)") { request, context in
      Response.json(try await state.list(kind, request.query, in: context.sandbox))
    }
    group.get("\(kind.rawValue)/:id") { request, context in
      try request.query.check(allowed: [])
      let id = try context.parameters.require("id")
      return Response.json(try await state.retrieve(kind, id, in: context.sandbox))
    }
  }

  private func addWriting(of kind: ResourceKind, to group: RouterGroup<DoubleContext>) {
    group.post("\(kind.rawValue)") { request, context in
      let query = request.query
      try query.check(allowed: ["mode"])
      if let mode = query["mode"], mode != "draft" {
        throw ServiceError.invalid(
          "1453-400", "The query param holds the query value \(mode), which is not valid.")
      }
      let body = try await request.json(limit: settings.bodyLimit)
      let receipt = try await state.create(
        kind, body, isDraft: query["mode"] == "draft", in: context.sandbox)
      return Response.json(receipt, status: .created)
    }
    group.patch("\(kind.rawValue)/:id") { request, context in
      let id = try context.parameters.require("id")
      let body = try await request.json(limit: settings.bodyLimit)
      let receipt = try await state.update(
        kind, id, ifMatch: request.headers[.ifMatch], PatchInstructions(body), in: context.sandbox)
      return Response.json(receipt)
    }
    group.delete("\(kind.rawValue)/:id") { _, context in
      let id = try context.parameters.require("id")
      try await state.delete(kind, id, in: context.sandbox)
      return Response(status: .noContent)
    }
    group.post("\(kind.rawValue)/:id/action") { request, context in
      let id = try context.parameters.require("id")
      let operation = try request.query.required("op")
      return Response.json(try await state.act(operation, on: kind, id, in: context.sandbox))
    }
  }

  private func addConnectionRoutes(to group: RouterGroup<DoubleContext>) {
    group.get("connections/:id/explore") { request, context in
      let id = try context.parameters.require("id")
      _ = try await state.retrieve(.connections, id, in: context.sandbox)
      return Response.json(try Exploration(request.query).answer())
    }
    group.get("connections/:id/test") { _, context in
      let id = try context.parameters.require("id")
      _ = try await state.retrieve(.connections, id, in: context.sandbox)
      return Response.json(["result": ["state": "success"]])
    }
  }

  private func addSpecRoutes(to group: RouterGroup<DoubleContext>) {
    let collections = [
      ("connectionSpecs", state.catalog.connectionSpecs), ("flowSpecs", state.catalog.flowSpecs),
    ]
    for (name, entries) in collections {
      group.get("\(name)") { request, _ in
        let query = request.query
        try query.check(allowed: ["property"])
        var documents = entries.sorted { $0.key < $1.key }.map(\.value.document)
        for property in query.values(of: "property") {
          documents = documents.filter(try ListFilter(property).matches)
        }
        return Response.json(["items": .array(documents)])
      }
      group.get("\(name)/:id") { _, context in
        let id = try context.parameters.require("id")
        guard let entry = entries[id] else { throw ServiceError.notFound(id) }
        return Response.json(["items": [entry.document]])
      }
    }
    group.get("connectionSpecs/:id/explore") { request, context in
      let id = try context.parameters.require("id")
      guard state.catalog.connectionSpecs[id] != nil else { throw ServiceError.notFound(id) }
      return Response.json(try Exploration(request.query).answer())
    }
  }
}
