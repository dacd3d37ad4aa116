package import Diagnostics

/// A page with what the stages found in it.
package struct LintInput: Sendable {
  package var file: SourceFile
  package var diagnostics: [Diagnostic]
  /// What the stages found and overlays of the configuration settled.
  package var corrected: [Diagnostic]
  /// Code blocks, code spans and front matter: comments in them are text, not comments.
  package var code: [Range<Int>]
  /// Fenced code and tables: a comment directly before one of them is about all of it.
  package var blocks: [Range<Int>]

  package init(
    file: SourceFile, diagnostics: [Diagnostic], corrected: [Diagnostic] = [],
    code: [Range<Int>] = [], blocks: [Range<Int>] = []
  ) {
    self.file = file
    self.diagnostics = diagnostics
    self.corrected = corrected
    self.code = code
    self.blocks = blocks
  }
}
