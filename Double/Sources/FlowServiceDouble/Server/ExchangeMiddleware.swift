import HTTPTypes
import Hummingbird

/// Gives each exchange an ID and writes it down.
struct ExchangeMiddleware: RouterMiddleware {
  typealias Context = DoubleContext

  let journal: Journal

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var entry = Journal.Entry(
      method: request.method.rawValue, path: request.uri.path, requestID: context.requestID)
    do {
      var response = try await next(request, context)
      response.headers["x-request-id"] = context.requestID
      entry.status = response.status.code
      await journal.add(entry)
      return response
    } catch {
      await journal.add(entry)
      throw error
    }
  }
}

/// Turns errors into answers.
struct ErrorMiddleware: RouterMiddleware {
  typealias Context = DoubleContext

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as ServiceError {
      return .error(error, requestID: context.requestID)
    } catch let error as HTTPError where error.status == .notFound {
      return .error(.notFound(request.uri.path), requestID: context.requestID)
    }
  }
}

extension HTTPFields {
  /// The field of a name that HTTPTypes has no constant for.
  subscript(name: String) -> String? {
    get { HTTPField.Name(name).flatMap { self[$0] } }
    set { if let name = HTTPField.Name(name) { self[name] = newValue } }
  }
}
