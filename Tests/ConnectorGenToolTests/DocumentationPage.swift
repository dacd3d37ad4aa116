import Foundation
import TestSupport

/// A page of the project's documentation, or the documentation comments of a file.
struct DocumentationPage {
  /// Below the project.
  var path: String
  /// Without what is no documentation; the numbers of the lines are those of the file.
  var lines: [String]

  init(_ path: String) throws {
    self.path = path
    let url = SharedFolder.project.appending(path: path)
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard path.hasSuffix(".swift") else { return }
    lines = lines.map { line in
      let comment = line.drop { $0 == " " }
      guard comment.hasPrefix("///") else { return "" }
      return String(comment.dropFirst(comment.hasPrefix("/// ") ? 4 : 3))
    }
  }

  /// The pages for people: those of the project, of `docs` and of the catalogues.
  static func pages() throws -> [DocumentationPage] {
    try (["README.md", "CONTRIBUTING.md"] + files("docs", ".md") + catalogues())
      .map { try DocumentationPage($0) }
  }

  /// The files of the runtime library, whose comments become pages.
  static func comments() throws -> [DocumentationPage] {
    try (files("Sources/FlowServiceRuntime", ".swift")).filter { !$0.contains(".docc/") }
      .map { try DocumentationPage($0) }
  }

  private static func catalogues() -> [String] {
    files("Sources", ".md").filter { $0.contains(".docc/") }
  }

  private static func files(_ folder: String, _ suffix: String) -> [String] {
    let enumerator = FileManager.default.enumerator(
      atPath: SharedFolder.project.appending(path: folder).path)
    let files = (enumerator?.allObjects ?? []).compactMap { $0 as? String }
    return files.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }
}

extension DocumentationPage {
  /// A fenced block.
  struct Fence {
    var path: String
    /// The number of its first line.
    var line: Int
    var language: String
    var lines: [String]
    /// Whether a comment above it says that it shows a part of a file, or why it does not compile.
    var isExcerpt: Bool
  }

  var fences: [Fence] {
    var fences: [Fence] = []
    var open: Fence?
    for (index, line) in lines.enumerated() {
      if line == "```", let fence = open {
        fences.append(fence)
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("```") {
        open = Fence(
          path: path, line: index + 2, language: String(line.dropFirst(3)), lines: [],
          isExcerpt: index > 0
            && ["<!-- excerpt of ", "<!-- not compiled: "].contains {
              lines[index - 1].hasPrefix($0)
            }
        )
      }
    }
    return fences
  }

  /// The lines that are not within a fence.
  var prose: [(number: Int, text: String)] {
    var isCode = false
    var prose: [(number: Int, text: String)] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if !isCode {
        prose.append((index + 1, line))
      }
    }
    return prose
  }
}
