extension Rule {
  package static let textRules: [Rule] = []
}
