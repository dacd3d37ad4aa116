extension Rule {
  package static let jsonRules: [Rule] = []
}
