import ConnectorModel
import Diagnostics
import SwiftDeclarations

/// Names of the authentications of a source, made of their spec names alone.
enum AuthenticationNaming {
  struct Names: Hashable {
    /// The case of `Authentication`.
    var caseName: String
    /// The structure with the parameters.
    var typeName: String
  }

  /// Words that say no more than that it is an authentication.
  private static let emptyWords: Set<String> = ["authentication", "auth", "based"]

  /// The short form of a spec name: "Basic Authentication for sftp" is "Basic".
  ///
  /// Left out are words that say no more than that it is an authentication, what follows "for", and
  /// the source's name. A spec name without other words stays whole.
  static func shortened(_ specName: String, source: String) -> String {
    var words = specName.split(whereSeparator: \.isWhitespace).map { String($0) }
    if let index = words.firstIndex(where: { $0.lowercased() == "for" }), index > 0 {
      words.removeSubrange(index...)
    }
    words.removeAll { emptyWords.contains($0.lowercased()) }
    let shorter = removing(source.split(whereSeparator: \.isWhitespace), from: words)
    if !shorter.isEmpty { words = shorter }
    return words.isEmpty ? specName : words.joined(separator: " ")
  }

  /// The words without the run of them that is the source's name.
  private static func removing(_ name: [Substring], from words: [String]) -> [String] {
    guard !name.isEmpty, words.count >= name.count else { return words }
    let name = name.map { $0.lowercased() }
    for start in 0...(words.count - name.count) {
      let run = words[start..<(start + name.count)]
      if run.map({ $0.lowercased() }) == name {
        return Array(words[..<start] + words[run.endIndex...])
      }
    }
    return words
  }

  /// The names of a source's authentications, in their order.
  ///
  /// Of those that would be called alike, all are called by the whole of their spec name.
  ///
  /// - Parameter taken: Names of the module that the types must not hide.
  static func names(
    of source: Source, taken: Set<String> = [], overrides: [String: String]
  ) -> (names: [Names], findings: [EmitterFinding]) {
    let short = source.authentications.map { shortened($0.specName, source: source.name) }
    let wishes = short.map { EmittedName.enumCase($0) }
    var counts: [String: Int] = [:]
    for wish in wishes { counts[wish, default: 0] += 1 }
    var cases = NameScope(reserved: ReservedNames.members.union(["other"]))
    let reserved = ReservedNames.moduleTypes.union(ReservedNames.sourceMembers)
    var types = NameScope(reserved: reserved.union(taken))
    var names: [Names] = []
    var findings: [EmitterFinding] = []
    for (index, authentication) in source.authentications.enumerated() {
      let specName = authentication.specName
      let collides = counts[wishes[index], default: 0] > 1
      let text = overrides["\(source.key)#\(specName)"] ?? (collides ? specName : short[index])
      let caseName = cases.claim(EmittedName.enumCase(text))
      names.append(Names(caseName: caseName, typeName: types.claim(typeName(for: text))))
      if collides {
        findings.append(
          EmitterFinding(
            .swiftNameCollision, at: authentication.provenance, subject: specName,
            "another authentication of this source would be called '\(wishes[index])', too",
            assumption: "called '\(caseName)' after the whole of its spec name"))
      }
    }
    return (names, findings)
  }

  private static func typeName(for text: String) -> String {
    let name = EmittedName.type(text)
    return name.hasSuffix("Authentication") ? name : name + "Authentication"
  }
}
