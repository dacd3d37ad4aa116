import Diagnostics
import Testing

@Suite("Path patterns")
struct PathPatternTests {
  @Test(
    "A pattern matches the paths it describes",
    arguments: [
      ("a.md", "a.md"), ("./a.md", "a.md"), ("a.md", "./a.md"), ("*.md", "a.md"),
      ("**/*.md", "a.md"), ("**/*.md", "x/y/a.md"), ("docs/**", "docs/a/b"), ("docs/**", "docs/a"),
      ("docs/**/a.md", "docs/a.md"), ("docs/**/a.md", "docs/x/y/a.md"), ("docs/", "docs/x/a.md"),
      ("docs", "docs/x/a.md"), ("docs", "docs"), ("a?c", "abc"), ("a?c", "aéc"), ("a?c", "a日c"),
      ("{a,b}.md", "a.md"), ("{a,b}.md", "b.md"), ("x{,y}z", "xz"), ("x{,y}z", "xyz"),
      ("{a,{b,c}d}", "cd"), ("{a,{b,c}d}", "a"), ("**/{s3,sftp}.md", "a/b/sftp.md"),
      ("\\*.md", "*.md"), ("a{b", "a{b"), ("a}b", "a}b"), ("a,b", "a,b"), ("[a]", "[a]"),
      ("**", "any/thing"), ("*", ""), ("a**b", "a/x/b"), ("*/*/c", "a/b/c"), ("{a}", "a"),
    ])
  func matching(pattern: String, path: String) {
    #expect(PathPattern(pattern).matches(path))
  }

  @Test(
    "A pattern matches no other path",
    arguments: [
      ("*.md", "x/a.md"), ("*.md", "a.mdx"), ("a?c", "a/c"), ("a?c", "ac"), ("docs/*", "docs/a/b"),
      ("docs/**/a.md", "docsa.md"), ("docs/**/a.md", "docs/xa.md"), ("docs", "docs2/a"),
      ("{a,b}.md", "c.md"), ("\\*.md", "a.md"), ("A.md", "a.md"), ("", "a"), ("a/", "a"),
      ("**/x.md", "ax.md"), ("{a,b}", "ab"),
    ])
  func notMatching(pattern: String, path: String) {
    #expect(!PathPattern(pattern).matches(path))
  }

  @Test("Hostile patterns take no exponential time")
  func linearTime() {
    let path = String(repeating: "a", count: 20_000)
    #expect(!PathPattern(String(repeating: "*a", count: 50) + "b").matches(path))
    #expect(!PathPattern(String(repeating: "**", count: 50) + "b").matches(path))
    #expect(!PathPattern(String(repeating: "{a,aa,}", count: 50) + "b").matches(path))
    #expect(PathPattern(String(repeating: "{", count: 10_000)).unclosedBrace == 0)
    let nested = String(repeating: "{a,", count: 5_000) + String(repeating: "}", count: 5_000)
    #expect(PathPattern(nested).matches("a"))
  }

  @Test("A brace that never closes is told")
  func unclosedBrace() {
    #expect(PathPattern("a/{b,c").unclosedBrace == 2)
    #expect(PathPattern("a/{b,c}").unclosedBrace == nil)
    #expect(PathPattern("a/\\{b").unclosedBrace == nil)
  }
}
