extension Rule {
  package static let factRules: [Rule] = []
}
