/// A line that means something to the documentation and nothing to CommonMark.
enum LineMarker: Hashable {
  /// `+++` or `+++Title`.
  case fold
  /// `[!BEGINTABS]`, in a block quote.
  case beginTabs
  /// `[!TAB name]`, in a block quote.
  case tab
  /// `[!ENDTABS]`, in a block quote.
  case endTabs
  /// `[!NOTE]` and the like, alone on its line in a block quote that goes on.
  case label
  /// `{style="…"}` directly below a table, which would else be its last row.
  case attributes
}
