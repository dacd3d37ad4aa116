extension Rule {
  package static let shellRules: [Rule] = []
}
