extension Rule {
  package static let markdownRules: [Rule] = [
    .deadAnchor, .frontMatter, .nestingTooDeep, .raggedTableRow, .shortFence, .strayFoldMarker,
    .strayTabMarker, .tightHeading, .unclosedFence, .unclosedFold, .unclosedTabs,
    .unknownFenceLanguage,
  ]

  package static let deadAnchor = Rule(
    "dead-anchor", .warning,
    summary: "A link goes to an anchor that the page does not have",
    explanation: """
      A link to `#name` needs a heading with `{#name}`, a heading whose title makes that name (in \
      lower case, with hyphens for blanks, without punctuation), or an HTML element with that id. \
      Readers who follow a dead link stay where they are. Correct the link or give the heading \
      that anchor.
      """,
    bad: "# Setup\n\nSee the [limits](#limits).\n",
    good: "# Setup\n\nSee the [limits](#limits).\n\n## Limits\n")

  package static let frontMatter = Rule(
    "front-matter", .warning,
    summary: "The lines between the --- at the head of a page are not all key: value",
    explanation: """
      A page may start with a line `---`, lines `key: value` and a line `---`. Where the last one \
      is missing, there is no front matter and all its lines are text. A line that is neither an \
      entry nor the continuation of one is left out. Close the block, or make the line an entry.
      """,
    bad: "---\ntitle: Connect\ndescription\n---\n\n# Connect\n",
    good: "---\ntitle: Connect\ndescription: How to connect\n---\n\n# Connect\n")

  package static let nestingTooDeep = Rule(
    "nesting-too-deep", .warning,
    summary: "Blocks or running text are nested deeper than any page needs",
    explanation: """
      Block quotes, lists, folds and tabs are read to a depth of 32, emphasis and links as well. \
      What stands deeper is kept as text, and facts in it are not found. Take out some of the \
      levels; most often a marker was repeated by accident.
      """,
    bad: String(repeating: ">", count: 40) + " text\n",
    good: "> text\n")

  package static let raggedTableRow = Rule(
    "ragged-table-row", .warning,
    summary: "A table row has fewer or more cells than the header",
    explanation: """
      The row is read with the cells that it has. Sites fill up short rows and drop what exceeds \
      the header, so readers miss it. A bar within a cell needs a backslash before it, in code \
      too. Add the missing cells, or escape the bar.
      """,
    bad: "| Name | Type |\n| --- | --- |\n| `a|b` | string |\n",
    good: "| Name | Type |\n| --- | --- |\n| `a\\|b` | string |\n")

  package static let shortFence = Rule(
    "short-fence", .error,
    summary: "A fence has only two backticks",
    explanation: """
      Two backticks start code within running text. Alone on their line, where the fences around \
      them have no partner otherwise, they are read as the fence that they were meant to be. Add \
      the third backtick.
      """,
    bad: "``json\n{}\n```\n",
    good: "```json\n{}\n```\n")

  package static let strayFoldMarker = Rule(
    "stray-fold-marker", .warning,
    summary: "A +++ without a title closes no fold",
    explanation: """
      `+++Title` opens a fold and `+++` closes it. This one has no fold to close, so it is taken \
      for nothing; sites may hide the rest of the page behind it. Remove it, or give the fold \
      that it was to open a title.
      """,
    bad: "Text\n\n+++\n\nMore text\n",
    good: "+++Details\n\nMore text\n\n+++\n")

  package static let strayTabMarker = Rule(
    "stray-tab-marker", .warning,
    summary: "A tab or the end of tabs stands outside of a tab group",
    explanation: """
      Tabs stand between `>[!BEGINTABS]` and `>[!ENDTABS]`. A tab without the former starts a \
      group by itself, an end without a group is taken for nothing. Add the marker that is \
      missing, or remove this one.
      """,
    bad: "Text\n\n>[!ENDTABS]\n",
    good: ">[!BEGINTABS]\n\n>[!TAB One]\n\nText\n\n>[!ENDTABS]\n")

  package static let tightHeading = Rule(
    "tight-heading", .warning,
    summary: "A heading has no blank behind its marks",
    explanation: """
      Markdown takes `##Title` for text, so that the section, its anchor and its place in the \
      table of contents are missing. It is read as a heading. Put a blank behind the marks.
      """,
    bad: "# Setup\n\n##Limits\n",
    good: "# Setup\n\n## Limits\n")

  package static let unclosedFence = Rule(
    "unclosed-fence", .error,
    summary: "A code block has no closing fence",
    explanation: """
      A fence without its end takes in all the rest of the page, list item or quote that it \
      stands in: prose and tables below the example are read as code. Where the next fence shows \
      that the end is missing, or there is no other fence, the code is read up to the label, \
      heading, table, fold or callout that follows it. Close the fence with a line of as many \
      marks as it was opened with, and nothing else on it.
      """,
    bad: "```json\n{}\n",
    good: "```json\n{}\n```\n")

  package static let unclosedFold = Rule(
    "unclosed-fold", .warning,
    summary: "A fold is not closed",
    explanation: """
      `+++Title` opens a fold and a line `+++` closes it. Without that line the fold is read up \
      to the next heading, tab or fold. Close it where it ends.
      """,
    bad: "+++Response\n\nText\n\n## Next\n",
    good: "+++Response\n\nText\n\n+++\n\n## Next\n")

  package static let unclosedTabs = Rule(
    "unclosed-tabs", .warning,
    summary: "A group of tabs is not ended",
    explanation: """
      `>[!BEGINTABS]` starts a group of tabs and `>[!ENDTABS]` ends it. Without the end the group \
      is read up to the next heading that has at least the rank of the one it stands under. End \
      it behind its last tab.
      """,
    bad: ">[!BEGINTABS]\n\n>[!TAB One]\n\nText\n",
    good: ">[!BEGINTABS]\n\n>[!TAB One]\n\nText\n\n>[!ENDTABS]\n")

  package static let unknownFenceLanguage = Rule(
    "unknown-fence-language", .note,
    summary: "A code block names a language that highlighters do not know",
    explanation: """
      The word behind the opening fence picks the colours of the code. An unknown one is shown \
      without colours. What the block holds is found out by looking at it, whatever it is called. \
      Use the usual name of the language: `http`, not `https`.
      """,
    bad: "```https\nGET /connections\n```\n",
    good: "```http\nGET /connections\n```\n")
}
