import ArgumentParser
import GeneratorConfiguration
import Diagnostics
import GenerationPipeline
import Linting
import PageFacts

struct Add: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what a new page would bring, and puts it in its place.",
    discussion: """
      Shows what was understood of the page, what is new, what clashes with the pages that are \
      there, what is missing for a complete client, and which generated files would change. With \
      --write the page is copied to its place, which its path, its front matter, its links or its \
      words tell; --to says it where they do not. Of a page that is there already it says what \
      changes for callers. The exit status is 1 where something clashes or a finding is an error.

      EXAMPLES
        connectorgen add new-page.md
        connectorgen add new-page.md --write
        connectorgen add new-page.md --to databases --write
        curl https://example.org/page.md | connectorgen add - --to databases/page.md
      """)

  @Argument(
    help: ArgumentHelp(
      "Pages and folders of pages; - is a page from standard input.", valueName: "page"),
    completion: .pages)
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Where the page belongs: a category, a folder or a file.", valueName: "path"),
    completion: .directory)
  var to: String?

  @Flag(help: "Copy the page to its place.")
  var write = false

  @Flag(help: "Take the place of a page that is there.")
  var force = false

  @OptionGroup var common: CommonOptions

  private static let standardInput = "<stdin>"

  func run() async throws {
    var session = try Session(common)
    let given = try read(&session)
    if let to, to.hasSuffix(".md"), given.count > 1 {
      throw ValidationError("--to names one file, but there are \(given.count) pages.")
    }
    var finder = session.finder([])
    let existing = await session.read(finder.read())
    // A project without a page yet has no problem; one whose pages cannot be read has.
    if !finder.places.isEmpty { for problem in finder.problems { session.report(problem) } }
    let placer = PagePlacer(
      existing: finder.places, readings: existing, fallbackRoot: session.documentationRoot)

    var pages: [(reading: PageReading, place: PagePlacer.Placement?)] = []
    for reading in await session.read(given) {
      let isNamed = reading.source.path != Self.standardInput
      let name = isNamed ? MarkdownName.name(ofFile: reading.source.path) : nil
      let place = placer.place(reading, named: name, wish: to)
      pages.append((reading, place))
    }
    // What a page is about is also told by its place.
    let placed = await session.read(
      pages.map { page in
        PageInput(
          path: page.reading.source.path, page: page.place?.page ?? page.reading.facts.page,
          place: page.place?.path, bytes: page.reading.source.bytes)
      })
    for index in pages.indices { pages[index].reading = placed[index] }

    let addition = Addition(placed, to: existing, &session)
    var isSound = true
    for (index, page) in pages.enumerated() {
      let clashes =
        placeClashes(of: index, among: pages, session) + addition.clashes(of: page.reading)
      let findings = addition.findings(of: page.reading)
      if !clashes.isEmpty || findings.has(atLeast: .error) { isSound = false }
      show(page.reading, at: page.place, clashes: clashes, findings, addition, session)
    }
    Output.print(
      AdditionText(
        changesOf: addition, output: session.configuration.output, style: session.style
      ).text)
    if write { copy(pages, &session) }
    try session.finish()
    if !isSound { throw ExitCode(1) }
  }

  // MARK: - Reading

  private func read(_ session: inout Session) throws -> [PageInput] {
    var finder = PageFinder(paths.filter { $0 != "-" })
    var pages = finder.read()
    for problem in finder.problems { session.report(problem) }
    if paths.contains("-") {
      do {
        let bytes = try Input.readAll()
        if bytes.isEmpty {
          session.report(FileProblem(path: Self.standardInput, reason: "nothing came in"))
        } else {
          pages.append(
            PageInput(path: Self.standardInput, page: Self.standardInput, bytes: bytes))
        }
      } catch {
        session.report(error)
      }
    }
    pages = pages.filter { page in
      guard let reason = MarkdownName.objection(to: page.path, with: page.bytes) else {
        return true
      }
      session.report(FileProblem(path: page.path, reason: reason))
      return false
    }
    guard !pages.isEmpty else { throw ExitCode(2) }
    return pages
  }

  // MARK: - Showing

  private func show(
    _ page: PageReading, at place: PagePlacer.Placement?, clashes: [String],
    _ findings: LintReport, _ addition: Addition, _ session: Session
  ) {
    let source = addition.source(of: page)
    let facts = FactsText(page.facts, in: page.source, source: source, style: session.style)
    let text = AdditionText(
      page, in: addition, place: place, style: session.style, clashes: clashes)
    Output.print(facts.text + "\n" + text.text + "\n")
    Output.print(session.format(terminal: Output.isTerminal).render(findings) + "\n")
  }

  /// What stands at the page's place already, and why `generate` would not find it there.
  private func placeClashes(
    of index: Int, among pages: [(reading: PageReading, place: PagePlacer.Placement?)],
    _ session: Session
  ) -> [String] {
    guard let place = pages[index].place else { return [] }
    var clashes: [String] = []
    if FileSystem.kind(of: place.path) != nil {
      let old = try? FileSystem.read(place.path)
      if old != pages[index].reading.source.bytes, !force {
        clashes.append("another page is at \(place.path) already; --force replaces it")
      }
    }
    for other in pages[..<index] where other.place?.path == place.path {
      clashes.append("\(other.reading.source.path) belongs at \(place.path), too")
    }
    if !session.configuration.includes(place.path) {
      clashes.append("\(place.path) is not among the inputs of the configuration")
    }
    return clashes
  }

  // MARK: - Writing

  /// Copies all pages or, where one has no place or its place is taken, none.
  private func copy(
    _ pages: [(reading: PageReading, place: PagePlacer.Placement?)], _ session: inout Session
  ) {
    var files: [String: [UInt8]] = [:]
    var isPossible = true
    func refuse(_ problem: FileProblem) {
      session.report(problem)
      isPossible = false
    }
    for page in pages {
      let bytes = page.reading.source.bytes
      guard let place = page.place else {
        refuse(
          FileProblem(
            path: page.reading.source.path,
            reason: "was not copied: its place is not clear; say it with --to"))
        continue
      }
      if files[place.path] != nil {
        refuse(FileProblem(path: place.path, reason: "two pages cannot be at one place"))
        continue
      }
      if FileSystem.kind(of: place.path) != nil {
        guard (try? FileSystem.read(place.path)) != bytes else { continue }
        guard force else {
          refuse(
            FileProblem(
              path: place.path, reason: "is there already and says otherwise; --force replaces it"))
          continue
        }
      }
      files[place.path] = bytes
    }
    guard isPossible else { return }
    let sorted = files.sorted { $0.key < $1.key }
    do {
      try FileSystem.write(sorted.map { (path: $0.key, bytes: $0.value) })
      for file in sorted { session.note("\(file.key) written") }
      if sorted.isEmpty { session.note("nothing to write: all is there already") }
    } catch {
      session.report(error)
    }
  }
}
