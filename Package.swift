// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A stage of the way from a page to Swift: values in, values out.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target, with the helpers that all tests share.
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil,
  exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    exclude: exclude,
    resources: resources,
    swiftSettings: settings)
}

/// What only the tool needs is a dependency while the trait `Tool` is on. It is on unless a user of
/// the client says `traits: []`: then nothing but swift-http-types is resolved.
let tool: TargetDependencyCondition? = .when(traits: ["Tool"])
let collections: Target.Dependency = .product(
  name: "OrderedCollections", package: "swift-collections", condition: tool)
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams", condition: tool)

let package = Package(
  name: "ConnectorGen",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .executable(name: "connectorgen", targets: ["connectorgen"]),
    .library(name: "FlowServiceSources", targets: ["FlowServiceSources"]),
    .library(name: "FlowServiceRuntime", targets: ["FlowServiceRuntime"]),
    .plugin(name: "GenerateConnectors", targets: ["GenerateConnectors"]),
  ],
  traits: [
    .trait(name: "Tool", description: "The generator; a user of the client can do without."),
    .default(enabledTraits: ["Tool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // What users link.
    .target(name: "FlowServiceRuntime", dependencies: [httpTypes], swiftSettings: settings),
    .target(
      name: "FlowServiceSources",
      dependencies: ["FlowServiceRuntime", httpTypes],
      path: "Generated",
      exclude: ["API.txt", "model"],
      swiftSettings: settings),

    // The way of a page.
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
        .brew(["cmark-gfm"]),
      ]),
    stage("Diagnostics"),
    stage("MarkdownTree", ["CCMarkGFM", "Diagnostics", yams]),
    stage("JSONReader", ["Diagnostics"]),
    stage("CurlReader", ["Diagnostics"]),
    stage("PageFacts", ["Diagnostics", "MarkdownTree", "JSONReader", "CurlReader"]),
    stage("ConnectorModel", ["CurlReader", "Diagnostics", "PageFacts", "JSONReader", collections]),
    stage("SwiftDeclarations"),
    stage("ClientEmitter", ["ConnectorModel", "SwiftDeclarations", "Diagnostics", "JSONReader"]),
    stage("Configuration", ["Diagnostics", "PageFacts", yams]),
    stage("Linting", ["Diagnostics"]),
    stage(
      "GenerationPipeline",
      [
        "ClientEmitter", "Configuration", "ConnectorModel", "CurlReader", "Diagnostics",
        "JSONReader", "Linting", "MarkdownTree", "PageFacts", "SwiftDeclarations",
      ]),

    // The command line, the only part that touches files.
    .executableTarget(
      name: "connectorgen",
      dependencies: [
        "GenerationPipeline", "ClientEmitter", "Configuration", "ConnectorModel", "CurlReader",
        "Diagnostics", "JSONReader", "Linting", "MarkdownTree", "PageFacts", "SwiftDeclarations",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser", condition: tool),
      ],
      path: "Sources/ConnectorGenTool",
      swiftSettings: settings),

    // `swift package generate-connectors`, here and in packages that depend on this one.
    .plugin(
      name: "GenerateConnectors",
      capability: .command(
        intent: .custom(
          verb: "generate-connectors",
          description: "Writes the Swift client that the connector tutorials describe."),
        permissions: [.writeToPackageDirectory(reason: "The client is written to Generated.")]),
      dependencies: ["connectorgen"]),

    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CCMarkGFM", "ClientEmitter", "Diagnostics", "GenerationPipeline", "MarkdownTree",
        "PageFacts",
      ],
      path: "Benchmarks",
      swiftSettings: settings),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Diagnostics"),
    tests("MarkdownTree", ["Diagnostics"]),
    tests("JSONReader", ["Diagnostics"]),
    tests("CurlReader", ["Diagnostics"]),
    tests("PageFacts", ["Diagnostics", "MarkdownTree", "JSONReader", "CurlReader"]),
    tests(
      "ConnectorModel",
      ["CurlReader", "Diagnostics", "MarkdownTree", "PageFacts", "JSONReader", collections]),
    tests("SwiftDeclarations"),
    tests(
      "ClientEmitter",
      ["ConnectorModel", "SwiftDeclarations", "Diagnostics", "FlowServiceRuntime", "JSONReader"],
      exclude: ["Expected", "Programs"]),
    tests("Configuration", ["Diagnostics", "PageFacts"]),
    tests("Linting", ["Diagnostics"]),
    tests("FlowServiceRuntime", [httpTypes]),
    .testTarget(
      name: "RoundTripTests",
      dependencies: [
        "ClientEmitter", "ConnectorModel", "Diagnostics", "FlowServiceRuntime",
        "FlowServiceSources", "GenerationPipeline", "JSONReader", "PageFacts",
        "SwiftDeclarations", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ConnectorGenToolTests",
      dependencies: ["connectorgen", "GenerationPipeline", "Diagnostics", "TestSupport"],
      swiftSettings: settings),
  ]
)
