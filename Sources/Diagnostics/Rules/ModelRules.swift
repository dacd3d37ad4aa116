extension Rule {
  package static let modelRules: [Rule] = []
}
