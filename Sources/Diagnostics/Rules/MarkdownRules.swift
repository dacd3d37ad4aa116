extension Rule {
  package static let markdownRules: [Rule] = []
}
