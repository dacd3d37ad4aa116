import Testing

@testable import ConnectorModel

/// A field of a response is required when three answers show its object and all of these have it, as
/// "Responses" in docs/model.md says.
@Suite struct ResponseTypeTests {
  /// The type that is made of answers.
  private func dump(_ answers: String...) -> String {
    let shape = Shape()
    for answer in answers { ShapeReader(page: 0).add(Pages.json(answer), to: shape) }
    var builder = SchemaBuilder { _ in Provenance(page: "page", line: 1) }
    builder.isResponse = true
    return ModelDump.text(builder.schema(of: shape))
  }

  @Test func oneAnswerPromisesNothing() {
    #expect(
      dump(#"{"name": "a", "run": {"state": "x"}}"#) == """
        object
          name?: string (shown by fewer than 3 answers)
          run?: object (shown by fewer than 3 answers)
            state?: string (shown by fewer than 3 answers)

        """)
  }

  /// A second answer changes the model of no field that it has.
  @Test func twoAnswersPromiseNothing() {
    let answer = #"{"name": "a", "run": {"state": "x"}}"#
    #expect(dump(answer, answer) == dump(answer))
    #expect(
      dump(#"{"a": 1, "b": 1}"#, #"{"a": 1}"#) == """
        object
          a?: integer (shown by fewer than 3 answers)
          b?: integer (in 1 of 2 answers)

        """)
  }

  @Test func whatThreeAnswersHaveIsRequired() {
    #expect(
      dump(#"{"a": 1, "b": 1}"#, #"{"b": 1, "a": 2}"#, #"{"a": 3}"#) == """
        object
          a: integer
          b?: integer (in 2 of 3 answers)

        """)
    let four = dump("[1]", #"{"a": 1}"#, #"{"a": 2}"#, #"{"a": 3}"#)
    #expect(four.contains("  a: integer\n"))
    // The list is an answer, and none that shows the object.
    let three = dump("[1]", #"{"a": 1}"#, #"{"a": 2}"#)
    #expect(three.contains("  a?: integer (shown by fewer than 3 answers)\n"))
  }

  @Test func objectsInsideCountByTheAnswersThatShowThem() {
    #expect(
      dump(
        #"{"run": {"state": "x"}, "last": {"state": "x"}}"#,
        #"{"run": {"state": "x", "end": 1}, "last": {"state": "x"}}"#,
        #"{"run": {"state": "x"}}"#) == """
          object
            run: object
              state: string
              end?: integer (in 1 of 3 objects)
            last?: object (in 2 of 3 answers)
              state?: string (shown by fewer than 3 answers)

          """)
  }

  @Test func elementsOfOneAnswerAreOneAnswer() {
    let long = #"{"runs": [{"a": 1, "b": 1}, {"a": 2}, {"a": 3}, {"a": 4}]}"#
    #expect(
      dump(long) == """
        object
          runs?: array of object (shown by fewer than 3 answers)
            a?: integer (shown by fewer than 3 answers)
            b?: integer (in 1 of 4 objects)

        """)
    #expect(
      dump(long, #"{"runs": []}"#, #"{"runs": []}"#).contains(
        "\n    a?: integer (shown by fewer than 3 answers)\n"))
    #expect(
      dump(long, #"{"runs": [{"a": 5}]}"#, #"{"runs": [{"a": 6}]}"#) == """
        object
          runs: array of object
            a: integer
            b?: integer (in 1 of 6 objects)

        """)
    #expect(dump(#"[{"a": 1}, {"a": 1}, {"a": 1}]"#).contains("a?: integer"))
    #expect(dump(#"[[{"a": 1}], [{"a": 1}], [{"a": 1}]]"#).contains("a?: integer"))
  }

  @Test func valuesUnderKeysThatAreDataCountLikeElements() {
    let one = #"{"{ONE}": {"a": 1}, "{TWO}": {"a": 1}, "{THREE}": {"a": 1}, "{FOUR}": {"a": 1}}"#
    #expect(
      dump(one) == """
        dictionary of object
          a?: integer (shown by fewer than 3 answers)

        """)
    #expect(dump(one, one).contains("a?: integer"))
    #expect(
      dump(one, #"{"{FIVE}": {"a": 1}}"#, #"{"{SIX}": {"a": 1}}"#)
        == "dictionary of object\n  a: integer\n")
  }

  @Test func whatAResourceIsKnownByIsRequired() {
    #expect(
      dump(#"{"id": "1", "etag": "2", "$id": "3", "eTag": "4", "identifier": "5"}"#) == """
        object
          id: string
          etag: string
          $id: string
          eTag: string
          identifier?: string (shown by fewer than 3 answers)

        """)
    #expect(
      dump(#"{"list": [{"id": 1, "etag": "x"}, {"id": 2}], "id": 1}"#, #"{"list": []}"#) == """
        object
          list?: array of object (shown by fewer than 3 answers)
            id: integer
            etag?: string (in 1 of 2 objects)
          id?: integer (in 1 of 2 answers)

        """)
  }

  @Test func whatMakesAnAnswerAListIsRequired() {
    #expect(dump(#"{"items": []}"#).contains("items: array"))
    #expect(
      dump(#"{"items": [{"items": [1]}], "page": {"items": [2]}}"#) == """
        object
          items: array of object
            items?: array of integer (shown by fewer than 3 answers)
          page?: object (shown by fewer than 3 answers)
            items?: array of integer (shown by fewer than 3 answers)

        """)
    #expect(dump(#"{"items": 3}"#).contains("items?: integer"))
    #expect(dump(#"{"items": {"a": 1}}"#).contains("items?: object"))
    #expect(
      dump(#"{"items": []}"#, #"{"id": "1"}"#).contains("items?: array of any"))
  }

  // MARK: - In pages

  private func page(answers: [String], table: String = "") -> String {
    answers.reduce("# Connections\n") { text, answer in
      text + """

        ## Make one

        **Request**

        ```shell
        curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
          -H 'Content-Type: application/json' \\
          -d '{"name": "a", "params": {"path": "b"}}'
        ```

        **Response**

        ```json
        \(answer)
        ```
        \(table)
        """
    }
  }

  private static let answer = #"{"id": "1", "name": "a", "params": {"path": "b"}}"#

  @Test func bodiesKeepTheirRule() throws {
    let text = page(answers: [Self.answer])
    let operation = try #require(Pages.model(text).model.operations.first)
    #expect(
      ModelDump.text(try #require(operation.body)) == """
        object
          name: string
          params: object
            path: string

        """)
    #expect(
      ModelDump.text(try #require(operation.response)) == """
        object
          id: string
          name?: string (shown by fewer than 3 answers)
          params?: object (shown by fewer than 3 answers)
            path?: string (shown by fewer than 3 answers)

        """)
  }

  @Test func answersOfAllPagesCount() throws {
    let pages = ["a", "b", "c"].map {
      Pages.page("sources/tutorials/api/collect/\($0).md", page(answers: [Self.answer]))
    }
    func response(_ pages: [FactPage]) throws -> String {
      let model = ModelBuilder.build(pages).model
      return ModelDump.text(try #require(model.operations.first?.response))
    }
    let whole = """
      object
        id: string
        name: string
        params: object
          path: string

      """
    #expect(try response(pages) == whole)
    #expect(try response(pages.reversed()) == whole)
    #expect(try response(Array(pages.prefix(2))).contains("name?: string"))
  }

  /// The answer to a request that failed is none of the operation's.
  @Test func problemsDoNotCount() throws {
    let problem = #"{"title": "Bad request", "status": 400, "id": "1", "name": "a"}"#
    let text = page(answers: [Self.answer, Self.answer, problem])
    let response = try #require(Pages.model(text).model.operations.first?.response)
    #expect(ModelDump.text(response).contains("name?: string (shown by fewer than 3 answers)"))
  }

  @Test func wordsOfThePageCountAsEver() throws {
    let table = """

      | Property | Description |
      | --- | --- |
      | `id` | (Optional) The ID. |
      | `name` | The name. |

      """
    let text = page(answers: [Self.answer, Self.answer, Self.answer], table: table)
    let response = try #require(Pages.model(text).model.operations.first?.response)
    let lines = ModelDump.text(response)
    #expect(lines.contains("  id?: string (the page says so)\n"), "\(lines)")
    #expect(lines.contains("  name: string\n"), "\(lines)")
  }
}
