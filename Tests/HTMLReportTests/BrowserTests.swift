import ConnectorModel
import Diagnostics
import Foundation
import GenerationPipeline
import HTMLReport
import Linting
import ModelDiff
import PageFacts
import TestSupport
import Testing

/// The report of all pages in a real browser. The report itself knows nothing of this.
@Suite("In a browser", .enabled(if: Browser.path != nil, "\(Browser.missing)"), .serialized)
struct BrowserTests {
  private let folder: TemporaryFolder
  private let browser: Browser

  init() throws {
    folder = try TemporaryFolder()
    browser = try Browser()
  }

  private func open(_ bytes: [UInt8] = SampleReport.corpusBytes, at place: String = "") throws {
    try folder.write(bytes, to: "report.html")
    let file = folder.url.appending(path: "report.html")
    try browser.open(try #require(URL(string: file.absoluteString + place)))
  }

  private var visibleCards: String {
    "Array.from(document.querySelectorAll('.card:not([hidden]) a'))"
  }

  private func titles() throws -> [String] {
    try browser.evaluate(visibleCards + ".map((link) => link.textContent)") as? [String] ?? []
  }

  private func focus() throws -> String {
    try browser.text("document.activeElement.id || document.activeElement.getAttribute('href')")
  }

  private var openArticle: String {
    "Array.from(document.querySelectorAll('main > article')).filter((one) => one.checkVisibility())"
      + ".map((one) => one.id).join()"
  }

  // MARK: - Opening

  @Test("it opens without complaints, asks for nothing, and is what was written") func opens()
    throws
  {
    try open()
    #expect(try browser.complaints() == [])
    #expect(try browser.text("document.title") == "Connector report")
    // The browser's parser moved, added and dropped nothing.
    let written = DocumentReading(SampleReport.corpusBytes)
    #expect(try browser.count("document.querySelectorAll('*').length") == written.countWithScripts)
    #expect(try browser.text("document.compatMode") == "CSS1Compat")
    #expect(try browser.text(openArticle) == "")
    #expect(try titles().count == written.elements.count { $0.attributes["data-kind"] != nil })
    #expect(try browser.isTrue("document.querySelector('.query').checkVisibility()"))
  }

  @Test("a page that would break it is only shown") func hostile() throws {
    let text = SampleReport.render([
      SampleReport.path: SampleReport.page(SampleReport.hostileText),
      "sources/x.md": "# <script>window.broken = 5</script>\n\(SampleReport.hostileText)",
    ])
    try open(Array(text.utf8))
    #expect(try browser.complaints() == [])
    #expect(try browser.text("typeof window.broken") == "undefined")
    #expect(try browser.count("document.scripts.length") == 1)
    let written = DocumentReading(Array(text.utf8))
    #expect(try browser.count("document.querySelectorAll('*').length") == written.countWithScripts)
    #expect(
      try browser.isTrue(
        "document.querySelector('.code.page').textContent.includes('</script><script>window')"))
  }

  @Test("all can be read without scripts") func noScript() throws {
    try browser.call("Emulation.setScriptExecutionDisabled", ["value": true])
    try open()
    #expect(try !browser.isTrue("document.documentElement.classList.contains('js')"))
    #expect(try !browser.isTrue("document.querySelector('.query').checkVisibility()"))
    #expect(try titles().count > 60)
    let link = try #require(SampleReport.corpus.model.sources.first.map { "source/" + $0.key })
    try browser.click(".card a[href='#\(link)']")
    try browser.wait("location.hash === '#\(link)'")
    #expect(try browser.text(openArticle) == link)
    #expect(try !browser.isTrue("document.getElementById('overview').checkVisibility()"))
    try browser.click("[id='\(link)'] .crumbs .up")
    try browser.wait("location.hash === '#overview'")
    #expect(try browser.text(openArticle) == "")
  }

  // MARK: - Search and filters

  @Test("search finds names, fields and IDs, and tells how many") func search() throws {
    try open()
    let source = try #require(
      SampleReport.corpus.model.sources.first { source in
        source.connectionSpecifications.count == 1 && source.authentications.count == 1
      })
    try browser.press("/")
    #expect(try focus() == "query")
    try browser.type(source.connectionSpecifications[0].id.prefix(13).uppercased())
    #expect(try titles().contains(source.name))
    #expect(try titles().count < 5)
    let count = try titles().count
    #expect(
      try browser.text("document.getElementById('status').textContent").hasPrefix("\(count) of "))
    try browser.press("Escape")
    #expect(try browser.text("document.getElementById('query').value") == "")
    #expect(try titles().count > 60)

    // Every word has to be found, in whatever order.
    try browser.type(
      "\(source.authentications[0].fields[0].name) \(source.name.lowercased())")
    #expect(try titles().contains(source.name))
    try browser.press("Escape")

    try browser.type("zzqx")
    #expect(try titles() == [])
    #expect(try browser.text("document.getElementById('status').textContent").contains("Nothing"))
    #expect(try browser.count("document.querySelectorAll('.kind:not([hidden])').length") == 0)
    try browser.click("#clear")
    #expect(try titles().count > 60)
    #expect(try focus() == "query")
    #expect(try browser.complaints() == [])
  }

  @Test("search reads pages and Swift when it is told to") func wholeText() throws {
    try open()
    try browser.press("/")
    try browser.type("x-gw-ims-org-id")
    #expect(try titles().count < 10)
    try browser.click("#whole-text")
    let pages = SampleReport.corpus.readings.count { reading in
      String(decoding: reading.source.bytes, as: UTF8.self).contains("x-gw-ims-org-id")
    }
    #expect(try titles().count >= pages)
  }

  @Test("filters show what they say") func filters() throws {
    try open()
    let model = SampleReport.corpus.model
    let category = try #require(
      Dictionary(grouping: model.sources, by: \.category).max { $0.value.count < $1.value.count })
    try browser.click("input[name='category'][value='\(category.key)']")
    #expect(try Set(titles()) == Set(category.value.map(\.name)))

    try browser.click("input[name='findings'][value='error']")
    let broken = category.value.filter { source in
      let reading = SampleReport.corpus.readings.first { $0.facts.page == source.provenance.page }
      let findings = SampleReport.corpus.findings[reading?.source.path ?? ""] ?? []
      return findings.contains { $0.diagnostic.severity == .error }
    }
    #expect(try Set(titles()) == Set(broken.map(\.name)))

    // Two choices of one kind widen it.
    try browser.click("input[name='findings'][value='warning']")
    #expect(try titles().count >= broken.count)
    try browser.click("#clear")
    // Each choice counts what it shows.
    let wrong = try browser.evaluate(
      """
      Array.from(document.querySelectorAll('fieldset input[type="checkbox"]')).filter((input) => {
        input.click();
        const shown = document.querySelectorAll('.card:not([hidden])').length;
        input.click();
        return shown !== Number(input.closest('label').querySelector('.count').textContent);
      }).map((input) => input.name + '=' + input.value)
      """)
    #expect(wrong as? [String] == [])
  }

  @Test("changes are shown, filtered and linked") func comparison() throws {
    let model = SampleReport.corpus.model
    var pages = SampleReport.pages(below: SharedFolder.project.appending(path: "docs-input"))
    let removed = try #require(model.sources.first)
    let changed = try #require(
      model.sources.first { $0.authentications.first != nil && $0 != removed })
    pages[removed.provenance.page] = nil
    let name = changed.authentications[0].fields[0].name
    let text = String(decoding: pages[changed.provenance.page] ?? [], as: UTF8.self)
    pages[changed.provenance.page] = Array(text.replacing(name, with: "renamed" + name).utf8)
    let after = SampleReport.side(of: pages)
    try open(
      HTMLReport.render(
        ReportInput(
          current: after, previous: SampleReport.corpus,
          changes: ModelComparison(model, after.model).changes)))
    #expect(try browser.complaints() == [])
    try browser.click("input[name='changes'][value='removed']")
    #expect(try titles().contains(removed.name))
    try browser.click("#clear")
    try browser.click("input[name='changes'][value='breaks-source']")
    #expect(try titles().contains(changed.name))
    #expect(try titles().count < 6)

    for scheme in ["light", "dark"] {
      try browser.prefer(colorScheme: scheme)
      for place in ["changes", "source/" + changed.key, "source/" + removed.key] {
        try browser.evaluate("location.hash = \(Browser.quoted(place))")
        try browser.wait(openArticle + " === \(Browser.quoted(place))")
        #expect(try browser.evaluate(Self.contrastProgram) as? [String] == [])
      }
    }
    try browser.evaluate("location.hash = \(Browser.quoted("source/" + changed.key))")
    try browser.click("[id='source/\(changed.key)'] .changes a[href*='@']")
    try browser.wait("document.querySelector('.swift > :target') !== null")
  }

  // MARK: - Keys

  @Test("everything can be reached and done with keys") func keys() throws {
    try open()
    try browser.press("Tab")
    #expect(try focus() == "#main")
    try browser.press("Enter")
    #expect(try focus() == "results")

    try browser.press("/")
    let first = try titles()[0]
    try browser.press("ArrowDown")
    #expect(try browser.text("document.activeElement.textContent") == first)
    try browser.press("ArrowDown")
    let second = try browser.text("document.activeElement.textContent")
    #expect(try second == titles()[1])
    #expect(
      try browser.text("getComputedStyle(document.activeElement, '::after').outlineStyle")
        == "solid")
    let target = try focus()
    try browser.press("Enter")
    try browser.wait("location.hash === '\(target)'")
    #expect(try browser.text(openArticle) == String(target.dropFirst()))
    #expect(try focus() == String(target.dropFirst()))
    #expect(try browser.text("document.title").hasPrefix(second))
    // The next stop is in the article.
    try browser.press("Tab")
    #expect(try focus() == "#overview")

    try browser.press("Escape")
    #expect(try browser.text(openArticle) == "")
    #expect(try browser.text("document.activeElement.textContent") == second)
    try browser.press("ArrowUp")
    try browser.press("ArrowUp")
    #expect(try focus() == "query")

    // Enter in the search opens the first of what was found.
    try browser.type(SampleReport.corpus.model.sources[0].name)
    let found = try titles()[0]
    try browser.press("Enter")
    try browser.wait(openArticle + " !== ''")
    #expect(try browser.text("document.title").hasPrefix(found))
    // From an article, too, a slash leads to the search.
    try browser.press("/")
    #expect(try focus() == "query")
    #expect(try browser.text(openArticle) == "")

    // Who speaks to the machine can turn the shortcut off.
    try browser.click("#shortcuts")
    try browser.press("/")
    #expect(try focus() == "shortcuts")
    #expect(try browser.complaints() == [])
  }

  @Test("links lead to the finding, to the line and to the Swift") func links() throws {
    try open()
    let targets =
      try browser.evaluate(
        """
        ["article.source .findings a", "article.source .facts a.line",
         "article.source .facts a[href*='@']", "article.page .facts a.line"].map(
           (selector) => document.querySelector(selector).getAttribute("href"))
        """) as? [String]
    for target in try #require(targets) {
      try browser.evaluate("location.hash = \(Browser.quoted(target))")
      try browser.wait("document.querySelector(':target') !== null")
      let isSeen = """
        (() => {
          const box = document.querySelector(":target").getBoundingClientRect();
          return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
        })()
        """
      try browser.wait(isSeen)
    }
  }

  // MARK: - For everyone

  @Test("a screen reader is told the name of all it meets", arguments: ["", "article", "findings"])
  func names(place: String) throws {
    let worst = SampleReport.corpus.model.sources.first { $0.authentications.count > 1 }
    let key = try #require(worst).key
    try open(at: place.isEmpty ? "" : place == "article" ? "#source/\(key)" : "#findings")
    let needingNames: Set<String> = [
      "link", "button", "checkbox", "radio", "searchbox", "region", "navigation", "search",
      "heading", "article", "form", "note", "columnheader", "rowheader",
    ]
    var roles: [String: Int] = [:]
    for node in try browser.accessibilityTree() {
      let role = (node["role"] as? [String: Any])?["value"] as? String ?? ""
      let name = (node["name"] as? [String: Any])?["value"] as? String ?? ""
      roles[role, default: 0] += 1
      if needingNames.contains(role) {
        #expect(!name.trimmingCharacters(in: .whitespaces).isEmpty, "a \(role) without a name")
      }
    }
    for landmark in ["banner", "main", "contentinfo"] { #expect(roles[landmark] == 1) }
    if place.isEmpty {
      #expect(roles["search"] == 1)
      #expect(roles["status"] == 1)
      #expect(roles["searchbox"] == 1)
      #expect(roles["radio"] == 3)
      #expect(roles["list", default: 0] > 10)
    } else {
      #expect(roles["article"] == 1)
      #expect(roles["navigation", default: 0] >= 1)
    }
  }

  @Test("the order of headings leaves no level out") func headings() throws {
    for place in ["", "#source/\(SampleReport.corpus.model.sources[0].key)", "#findings"] {
      try open(at: place)
      let levels =
        try browser.evaluate(
          """
          Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6"))
            .filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))
          """) as? [Int] ?? []
      #expect(levels.first == 1)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
    }
  }

  @Test("text stands out from its ground", arguments: ["light", "dark"])
  func contrast(scheme: String) throws {
    try browser.prefer(colorScheme: scheme)
    let source = try #require(
      SampleReport.corpus.findings.max { $0.value.count < $1.value.count })
    let reading = SampleReport.corpus.readings.first { $0.source.path == source.key }
    let model = SampleReport.corpus.model
    let article =
      model.sources.first { $0.provenance.page == reading?.facts.page }.map { "source/" + $0.key }
      ?? "page/" + (reading?.facts.page ?? "")
    for place in ["", "#" + article, "#findings", "#operations/Connections"] {
      try open(at: place)
      let faint = try browser.evaluate(Self.contrastProgram) as? [String]
      #expect(faint == [], "\(scheme) \(place)")
    }
  }

  @Test("the theme can be chosen, whatever the system prefers") func theme() throws {
    try open()
    let ground = "getComputedStyle(document.body).backgroundColor"
    try browser.prefer(colorScheme: "light")
    let light = try browser.text(ground)
    try browser.click("#theme-dark + span")
    let dark = try browser.text(ground)
    #expect(light != dark)
    try browser.prefer(colorScheme: "dark")
    try browser.click("#theme-light + span")
    #expect(try browser.text(ground) == light)
    try browser.click("#theme-system + span")
    #expect(try browser.text(ground) == dark)
  }

  @Test("nothing is wider than a narrow window") func narrow() throws {
    try browser.resize(width: 400, height: 900)
    let sources = SampleReport.corpus.model.sources.map { "#source/" + $0.key }
    for place in ["", "#findings", "#operations/Flows"] + sources.prefix(12) {
      try open(at: place)
      #expect(try browser.count("document.documentElement.scrollWidth") <= 400, "\(place)")
    }
    #expect(try browser.isTrue("document.getElementById('filters').open === false"))
  }

  /// Every text that shows and has less contrast to what is behind it than 4.5 to 1, or 3 to 1
  /// where it is large.
  private static let contrastProgram = #"""
    (() => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const seen = new Map();
      const parse = (color) => {
        if (!seen.has(color)) {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          seen.set(color, Array.from(canvas.getImageData(0, 0, 1, 1).data));
        }
        return seen.get(color);
      };
      const luminance = (color) => {
        const [r, g, b] = color.slice(0, 3).map((one) => {
          const part = one / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = (element) => {
        for (let one = element; one; one = one.parentElement) {
          const color = parse(getComputedStyle(one).backgroundColor);
          if (color[3] === 255) return color;
          if (color[3] !== 0) throw new Error("half a colour: " + one.className);
        }
        return [255, 255, 255, 255];
      };
      const faint = new Set();
      let count = 0;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
        if (["SCRIPT", "NOSCRIPT"].includes(element.tagName)) continue;
        count += 1;
        const style = getComputedStyle(element);
        const [a, b] = [luminance(parse(style.color)), luminance(ground(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
        if (ratio < (isLarge ? 3 : 4.5)) {
          faint.add(`${element.tagName}.${element.className} ${style.color} ${ratio.toFixed(2)}`);
        }
      }
      if (count < 20) throw new Error("only " + count + " texts were looked at");
      return Array.from(faint);
    })()
    """#
}
