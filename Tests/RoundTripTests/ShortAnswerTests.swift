import ClientEmitter
import ConnectorModel
import FlowServiceRuntime
import FlowServiceSources
import Foundation
import JSONReader
import SwiftDeclarations
import Testing

/// Answers with less than the few that the pages show.
@Suite struct ShortAnswerTests {
  @Test func `a flow that never ran is a flow`() throws {
    let request = Flows.retrieve(flowID: "9a6d1f0e-4b56-4b56-8e04-3c2b1a0f9e8d")
    let answer = #"""
      {
        "items": [
          {
            "id": "9a6d1f0e-4b56-4b56-8e04-3c2b1a0f9e8d",
            "etag": "\"2e01f7a9-0000-0200-0000-65f3a1c40000\"",
            "name": "Orders, once",
            "state": "enabled",
            "scheduleParams": {"startTime": "1700000000", "frequency": "once"}
          }
        ]
      }
      """#
    let flow = try #require(try request.decode(Data(answer.utf8)).items?.first)
    #expect(flow.name == "Orders, once")
    #expect(flow.etag.value == #""2e01f7a9-0000-0200-0000-65f3a1c40000""#)
    #expect(flow.scheduleParams?.frequency == "once")
    #expect(flow.scheduleParams?.interval == nil)
    #expect(flow.lastRunDetails == nil)
    #expect(flow.transformations == nil)
  }

  /// Of no operation with an answer or two is there a member that the service cannot leave out, but
  /// what a resource is known by and the elements of a list.
  @Test func `answers without any one of their members are read`() throws {
    var trip = RoundTrip()
    var count = 0
    for request in Corpus.requests where request.emitted.source == nil {
      let answers = request.responses.filter { $0.json != nil && !$0.isError }
      guard answers.count < 3 else { continue }
      for answer in answers {
        for (path, shorter) in answer.json?.withoutOneMember() ?? [] {
          trip.add(
            shorter, at: "\(answer.provenance) without \(path)",
            answer: "roundTrip(\(request.emitted.response.rendered).self, json)")
          count += 1
        }
      }
    }
    for failure in try trip.failures() { Issue.record("\(failure)") }
    #expect(count > 300)
    print(count, "shorter answers")
  }
}

extension JSONNode {
  /// This answer without one of its members, each in turn, but for those that answers always have.
  fileprivate func withoutOneMember(at path: String = "$") -> [(path: String, value: JSONNode)] {
    var all: [(path: String, value: JSONNode)] = []
    switch kind {
    case .object(let members):
      for index in members.indices {
        let memberPath = "\(path).\(members[index].key)"
        if !Self.isKept(members[index], at: memberPath) {
          var fewer = members
          fewer.remove(at: index)
          all.append((memberPath, JSONNode(.object(fewer), range: range)))
        }
        for (path, value) in members[index].value.withoutOneMember(at: memberPath) {
          var changed = members
          changed[index].value = value
          all.append((path, JSONNode(.object(changed), range: range)))
        }
      }
    case .array(let elements):
      for index in elements.indices {
        for (path, value) in elements[index].withoutOneMember(at: "\(path)[\(index)]") {
          var changed = elements
          changed[index] = value
          all.append((path, JSONNode(.array(changed), range: range)))
        }
      }
    case .string, .number, .boolean, .null: break
    }
    return all
  }

  private static func isKept(_ member: JSONMember, at path: String) -> Bool {
    switch member.key {
    case "id", "$id", "etag": true
    case "items": path == "$.items"
    // An authentication is known by its name.
    case "specName": path.hasSuffix(".auth.specName")
    default: false
    }
  }
}
