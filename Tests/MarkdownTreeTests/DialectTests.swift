import Diagnostics
import MarkdownTree
import Testing

@Suite struct TabTests {
  @Test func tabsHoldWhatStandsBetweenTheirMarkers() {
    let page = """
      # Title

      >[!BEGINTABS]

      >[!TAB  Basic   authentication ]

      one

      >[!TAB [!DNL OAuth] `2`]

      | a |
      |---|
      | b |

      >[!ENDTABS]

      after
      """
    #expect(
      dump(page) == """
        heading 1
          "Title"
        tabs
          tab "Basic authentication"
            paragraph
              "one"
          tab "OAuth 2"
            table
              header
                cell
                  "a"
              row
                cell
                  "b"
        paragraph
          "after"

        """)
    #expect(rules(page).isEmpty)
  }

  @Test func markersMayShareAQuoteOrHaveTextGlued() {
    let page = """
      >[!BEGINTABS]
      >[!TAB One]
      text
      >[!TAB Two] rest
      ```
      code
      ```
      >[!ENDTABS]
      after
      """
    #expect(
      dump(page) == """
        tabs
          tab "One"
            paragraph
              "text"
          tab "Two"
            quote
              paragraph
                "rest"
            fence
              "code\\n"
        paragraph
          "after"

        """)
    #expect(rules(page).isEmpty)
  }

  @Test func aGroupWithoutEndStopsAtTheNextHeadingOfItsRank() {
    let page = """
      ## One

      >[!BEGINTABS]

      >[!TAB A]

      ### Below

      a

      ## Two

      b
      """
    #expect(
      dump(page) == """
        heading 2
          "One"
        tabs
          tab "A"
            heading 3
              "Below"
            paragraph
              "a"
        heading 2
          "Two"
        paragraph
          "b"

        """)
    #expect(rules(page) == ["unclosed-tabs"])
  }

  @Test func aGroupThatEndsMayHoldHeadingsOfAnyRank() {
    let page = "### One\n\n>[!BEGINTABS]\n\n>[!TAB A]\n\n## Two\n\n>[!TAB B]\n\nb\n\n>[!ENDTABS]\n"
    guard case .tabs(let group)? = read(page).blocks.last?.kind else {
      Issue.record("no tabs")
      return
    }
    #expect(group.tabs.map(\.title) == ["A", "B"])
    #expect(rules(page).isEmpty)
  }

  @Test func aSecondGroupEndsTheFirst() {
    let page =
      ">[!BEGINTABS]\n\n>[!TAB A]\n\na\n\n>[!BEGINTABS]\n\n>[!TAB B]\n\nb\n\n>[!ENDTABS]\n"
    let groups = read(page).blocks.compactMap { block -> [String]? in
      guard case .tabs(let group) = block.kind else { return nil }
      return group.tabs.map(\.title)
    }
    #expect(groups == [["A"], ["B"]])
    #expect(rules(page) == ["unclosed-tabs"])
  }

  @Test func tabsWithoutBeginAndEndsWithoutGroupAreReported() {
    #expect(rules(">[!TAB A]\n\na\n\n>[!ENDTABS]\n") == ["stray-tab-marker"])
    #expect(rules("a\n\n>[!ENDTABS]\n") == ["stray-tab-marker"])
  }

  @Test func markersInCodeAreCode() {
    #expect(dump("```\n>[!TAB A]\n+++\n```\n") == "fence\n  \">[!TAB A]\\n+++\\n\"\n")
  }

  @Test func tabsStandInFoldsAndFoldsInTabs() {
    let page = """
      +++Outer

      >[!BEGINTABS]

      >[!TAB A]

      +++Inner
      a
      +++

      >[!TAB B]

      b

      >[!ENDTABS]

      +++

      after
      """
    #expect(
      dump(page) == """
        fold "Outer"
          tabs
            tab "A"
              fold "Inner"
                paragraph
                  "a"
            tab "B"
              paragraph
                "b"
        paragraph
          "after"

        """)
    #expect(rules(page).isEmpty)
  }
}

@Suite struct FoldTests {
  @Test func textMayStandDirectlyNextToTheMarkers() {
    #expect(
      dump("before\n+++ View [!DNL X] payload\ntext\n+++\nafter\n") == """
        paragraph
          "before"
        fold "View X payload"
          paragraph
            "text"
        paragraph
          "after"

        """)
  }

  @Test func aFoldGoesAroundFencesTablesAndLists() {
    let page =
      "+++Response\n\n```json\n+++\n```\n\n| a |\n|---|\n| b |\n+++\n\n- x\n+++Two\n- y\n+++\n"
    let blocks = read(page).blocks
    #expect(blocks.count == 3)
    guard case .fold(let first)? = blocks.first?.kind, case .fold(let last)? = blocks.last?.kind
    else {
      Issue.record("no folds")
      return
    }
    #expect(first.blocks.count == 2 && first.isClosed)
    #expect(last.title == "Two" && last.isClosed)
    #expect(rules(page).isEmpty)
  }

  @Test func aStrayMarkerTakesNothing() {
    let page = "+++A\n\na\n\n+++\n\nb\n\n+++\n\nc\n\n## D\n"
    #expect(
      dump(page) == """
        fold "A"
          paragraph
            "a"
        paragraph
          "b"
        fold "" unclosed
        paragraph
          "c"
        heading 2
          "D"

        """)
    #expect(rules(page) == ["stray-fold-marker"])
  }

  @Test func anUnclosedFoldEndsAtTheNextHeadingTabOrFold() {
    for next in ["## Next", ">[!TAB B]", ">[!ENDTABS]", "+++Next\n\n+++"] {
      let page = ">[!BEGINTABS]\n\n>[!TAB A]\n\n+++Open\n\na\n\n\(next)\n\nb\n\n>[!ENDTABS]\n"
      guard case .tabs(let group)? = read(page).blocks.first?.kind,
        case .fold(let fold)? = group.tabs.first?.blocks.first?.kind
      else {
        Issue.record("no fold before \(next)")
        continue
      }
      #expect(fold.blocks.count == 1 && !fold.isClosed, "before \(next)")
      #expect(rules(page).contains("unclosed-fold"), "before \(next)")
    }
  }

  @Test func foldsNest() {
    let page = "+++A\n\n+++B\n\nb\n\n+++\n\na\n\n+++\n"
    #expect(
      dump(page) == "fold \"A\"\n  fold \"B\"\n    paragraph\n      \"b\"\n  paragraph\n    \"a\"\n"
    )
  }

  @Test func htmlDoesNotHideTheEndOfAFold() {
    #expect(
      dump("+++A\n<ul>\n<li>x</li>\n</ul>\n+++\n<!--\n+++\n-->\n") == """
        fold "A"
          html "<ul>\\n<li>x</li>\\n</ul>\\n"
        html "<!--\\n+++\\n-->\\n"

        """)
  }

  @Test func aFoldStandsInAListItem() {
    let page = "1. Step\n   +++Details\n   text\n   +++\n2. Next\n"
    #expect(
      dump(page) == """
        list ordered
          item
            paragraph
              "Step"
            fold "Details"
              paragraph
                "text"
          item
            paragraph
              "Next"

        """)
  }
}

@Suite struct CalloutTests {
  @Test(arguments: [
    ">[!NOTE]\n>\n>text\n", ">[!NOTE]\n>text\n", "> [!note]\n> text\n", ">[!NOTE] text\n",
    ">[!NOTE]\ntext\n",
  ])
  func theLabelMayStandWithOrWithoutABareLine(_ page: String) {
    #expect(dump(page) == "callout NOTE\n  paragraph\n    \"text\"\n")
  }

  @Test func listsAndHTMLStandInside() {
    #expect(
      dump(">[!IMPORTANT]\n>2. a\n>3. b\n><ul><li>x</li></ul>\n") == """
        callout IMPORTANT
          list ordered
            item
              paragraph
                "a"
            item
              paragraph
                "b"
          html "<ul><li>x</li></ul>\\n"

        """)
  }

  @Test func twoCalloutsMayShareAQuote() {
    #expect(
      dump("> quote\n>[!NOTE]\n>one\n>\n>[!TIP]\n>\n>two\n") == """
        quote
          paragraph
            "quote"
        callout NOTE
          paragraph
            "one"
        callout TIP
          paragraph
            "two"

        """)
  }

  @Test func aTermAtTheStartIsNoLabel() {
    #expect(
      dump(">[!DNL X] is\n") == "quote\n  paragraph\n    term DNL\n      \"X\"\n    \" is\"\n")
  }

  @Test func rangesGoFromTheFirstToTheLastMark() {
    let document = read("a\n\n>[!NOTE]\n>\n>text\n>\n\nb\n")
    #expect(
      document.blocks.map { document.source($0.range) } == ["a", ">[!NOTE]\n>\n>text\n>", "b"])
  }
}

@Suite struct TermTests {
  private func inlines(_ text: String) -> String {
    guard case .paragraph(let content)? = read(text).blocks.first?.kind else { return "" }
    return content.dump()
  }

  @Test func termsStandInLinksAndHoldCodeAndPunctuation() {
    #expect(
      inlines("[[!DNL Flow Service] API](https://x.y) [!DNL A (b), `c|d`] e") == """
        link https://x.y
          term DNL
            "Flow Service"
          " API"
        " "
        term DNL
          "A (b), "
          code "c|d"
        " e"

        """)
  }

  @Test func termsMayCloseInMidWord() {
    let text = "The [!DNL Azure File Storag]e source"
    guard case .paragraph(let content)? = read(text).blocks.first?.kind else { return }
    #expect(content.plainText == "The Azure File Storage source")
  }

  @Test func aTermMayBeALinksText() {
    #expect(
      inlines("a [!UICONTROL Save](b)") == """
        "a "
        link b
          term UICONTROL
            "Save"

        """)
  }

  @Test func badgesTakeTheirAttributes() {
    let document = read("# Title [!BADGE Beta]{type=Informative}\n")
    #expect(
      document.dump() == "heading 1\n  \"Title \"\n  term BADGE\n    \"Beta\"\n")
  }
}

@Suite struct FrontMatterTests {
  @Test func valuesNeedBeNoYAML() {
    let page = """
      ---
      keywords: a;b;C
      title: "Quoted: \\"title\\""
      badgeUltimate: label="Ultimate" type="Positive"
      description: [!DNL X]: how to
      exl-id: cad5e2a0-e27c-4130-9ad8-888352c92f04

      ---
      # Title
      """
    let document = read(page)
    #expect(
      document.frontMatter?.entries.map { [$0.key, $0.value] } == [
        ["keywords", "a;b;C"], ["title", "Quoted: \"title\""],
        ["badgeUltimate", "label=\"Ultimate\" type=\"Positive\""],
        ["description", "[!DNL X]: how to"],
        ["exl-id", "cad5e2a0-e27c-4130-9ad8-888352c92f04"],
      ])
    #expect(document.diagnostics.isEmpty)
    #expect(document.blocks.count == 1)
    let entry = document.frontMatter?.entries[2].range ?? 0..<0
    #expect(document.source(entry) == "badgeUltimate: label=\"Ultimate\" type=\"Positive\"")
  }

  @Test func yamlIsReadWhereItIsYAML() {
    let document = read("---\ntitle: >-\n  two\n  lines\ntags: [a, b]\nother: 'it''s'\n---\n")
    #expect(
      document.frontMatter?.entries.map(\.value) == ["two lines", "a, b", "it's"])
  }

  @Test func aMissingEndIsReported() {
    let document = read("---\ntitle: a\n\n# Title\n\ntext\n")
    #expect(document.frontMatter == nil)
    #expect(document.diagnostics.map(\.rule) == [.frontMatter])
  }

  @Test func aLineOfDashesAloneIsNoFrontMatter() {
    #expect(rules("---\n\nIntro\n\n---\n\ntext\n").isEmpty)
    #expect(read("---\n\nIntro\n\n---\n").frontMatter == nil)
  }

  @Test func otherLineEndingsAndAByteOrderMarkAreFine() {
    let document = read("\u{FEFF}---\r\ntitle: a\r\n---\r\n# T\r\n")
    #expect(document.frontMatter?["title"] == "a")
    #expect(document.dump().hasSuffix("heading 1\n  \"T\"\n"))
  }
}
