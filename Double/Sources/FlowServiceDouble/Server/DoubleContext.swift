import Hummingbird
import NIOCore

/// What the handlers know of a request beside the request itself.
struct DoubleContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel
  /// What `x-request-id` of the answer says.
  let requestID: String
  /// The sandbox that the request names, once it was checked.
  var sandbox = ""

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
    requestID = Resource.newID()
  }
}
