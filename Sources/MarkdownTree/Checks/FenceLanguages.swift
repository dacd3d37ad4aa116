import Diagnostics

/// The languages that code blocks may name.
enum FenceLanguages {
  private static let known: Set<String> = [
    "abap", "apache", "bash", "bat", "batch", "c", "c#", "c++", "cfg", "clike", "cmd", "cobol",
    "conf", "console", "cpp", "cs", "csharp", "css", "csv", "curl", "dart", "diff", "docker",
    "dockerfile", "dos", "env", "go", "golang", "gradle", "graphql", "groovy", "handlebars", "hcl",
    "html", "http", "ini", "java", "javascript", "js", "json", "json5", "jsonc", "jsonl", "jsp",
    "jsx", "kotlin", "less", "log", "lua", "makefile", "markdown", "markup", "md", "mermaid",
    "mongodb", "nginx", "none", "objc", "objective-c", "objectivec", "perl", "php", "plain",
    "plaintext", "plsql", "postgresql", "powershell", "properties", "protobuf", "ps1", "py",
    "python", "r", "rb", "regex", "rest", "ruby", "rust", "sass", "scala", "scss", "sh", "shell",
    "sql", "swift", "tcl", "terraform", "text", "toml", "ts", "tsql", "tsx", "txt", "typescript",
    "uri", "url", "vb", "vue", "wsdl", "xml", "xsd", "xslt", "yaml", "yml", "zsh",
  ]

  /// Names that can only mean one thing.
  private static let mends = [
    "https": "http", "jason": "json", "jsn": "json", "jsons": "json", "shel": "shell",
    "shellscript": "shell", "bsh": "bash", "htttp": "http", "htpp": "http",
  ]

  static func isKnown(_ language: String) -> Bool { language.isEmpty || known.contains(language) }

  static func mend(_ language: String) -> String? { mends[language] }
}

extension BlockBuilder {
  mutating func checkLanguage(_ block: FencedCodeBlock, wordAt start: Int) {
    let language = block.language
    guard !FenceLanguages.isKnown(language) else { return }
    let range = start..<min(start + language.utf8.count, block.openingRange.upperBound)
    let mend = FenceLanguages.mend(language)
    // Only the plain word is replaced, not one that is written in another way.
    let isPlain = source.text(in: range).lowercased() == language
    diagnostics.append(
      Diagnostic(
        .unknownFenceLanguage, at: range, subject: language,
        "“\(language)” is no language that highlighters know",
        remedy: mend.map { "Use \($0)" } ?? "Use the usual name of the language, or text",
        fix: isPlain ? mend.map { [Diagnostic.Edit(range: range, replacement: $0)] } ?? [] : []))
  }
}
