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
let swiftLog: Target.Dependency = .product(
  name: "Logging", package: "swift-log", condition: .when(traits: ["Logging"]))
let onAsyncHTTPClient: TargetDependencyCondition? = .when(traits: ["AsyncHTTPClient"])
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams", condition: tool)

let package = Package(
  name: "ConnectorGen",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .executable(name: "connectorgen", targets: ["connectorgen"]),
    .library(name: "FlowServiceSources", targets: ["FlowServiceSources"]),
    .library(name: "FlowServiceRuntime", targets: ["FlowServiceRuntime"]),
    .library(name: "FlowServiceAsyncHTTPClient", targets: ["FlowServiceAsyncHTTPClient"]),
    .library(name: "FlowServiceLogging", targets: ["FlowServiceLogging"]),
    .plugin(name: "GenerateConnectors", targets: ["GenerateConnectors"]),
  ],
  traits: [
    .trait(name: "Tool", description: "The generator; a user of the client can do without."),
    .trait(name: "AsyncHTTPClient", description: "A transport on AsyncHTTPClient."),
    .trait(name: "Logging", description: "A middleware that writes to a log of swift-log."),
    .default(enabledTraits: ["Tool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.7.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // What users link.
    .target(name: "FlowServiceRuntime", dependencies: [httpTypes], swiftSettings: settings),
    .target(
      name: "FlowServiceAsyncHTTPClient",
      dependencies: [
        "FlowServiceRuntime", httpTypes,
        .product(
          name: "AsyncHTTPClient", package: "async-http-client", condition: onAsyncHTTPClient),
        .product(name: "NIOCore", package: "swift-nio", condition: onAsyncHTTPClient),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: onAsyncHTTPClient),
        .product(name: "NIOPosix", package: "swift-nio", condition: onAsyncHTTPClient),
      ],
      swiftSettings: settings),
    .target(
      name: "FlowServiceLogging", dependencies: ["FlowServiceRuntime", httpTypes, swiftLog],
      swiftSettings: settings),
    .target(
      name: "FlowServiceSources",
      dependencies: ["FlowServiceRuntime", httpTypes],
      path: "Generated",
      exclude: ["API.txt", "DocumentedCalls", "model"],
      swiftSettings: settings),
    // The documented examples as calls of the client; only tests build it.
    .target(
      name: "DocumentedCalls",
      dependencies: ["FlowServiceRuntime", "FlowServiceSources"],
      path: "Generated/DocumentedCalls",
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
    // Another package of the same graph, swift-configuration, has a target of the folder's name.
    .target(
      name: "GeneratorConfiguration", dependencies: ["Diagnostics", "PageFacts", yams],
      path: "Sources/Configuration", swiftSettings: settings),
    stage("Linting", ["Diagnostics"]),
    stage(
      "ModelDiff",
      [
        "ClientEmitter", "ConnectorModel", "Diagnostics", "JSONReader", "Linting",
        "SwiftDeclarations",
      ]),
    stage(
      "GenerationPipeline",
      [
        "ClientEmitter", "ConnectorModel", "CurlReader", "Diagnostics", "GeneratorConfiguration",
        "JSONReader", "Linting", "MarkdownTree", "PageFacts", "SwiftDeclarations",
      ]),
    stage(
      "HTMLReport",
      [
        "ClientEmitter", "ConnectorModel", "Diagnostics", "GenerationPipeline", "JSONReader",
        "Linting", "MarkdownTree", "ModelDiff", "PageFacts",
      ]),

    // A call of the system that Swift does not see.
    .target(name: "CFolderExchange"),
    // The command line, the only part that touches files.
    .executableTarget(
      name: "connectorgen",
      dependencies: [
        "CFolderExchange", "GenerationPipeline", "ClientEmitter", "ConnectorModel", "CurlReader",
        "Diagnostics", "GeneratorConfiguration", "HTMLReport", "JSONReader", "Linting",
        "MarkdownTree", "ModelDiff", "PageFacts",
        "SwiftDeclarations",
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
    .testTarget(
      name: "ConfigurationTests",
      dependencies: ["GeneratorConfiguration", "TestSupport", "Diagnostics", "PageFacts"],
      swiftSettings: settings),
    tests("Linting", ["Diagnostics"]),
    tests(
      "HTMLReport",
      [
        "ClientEmitter", "ConnectorModel", "Diagnostics", "GenerationPipeline", "Linting",
        "ModelDiff", "PageFacts",
      ]),
    .target(
      name: "ClientTestSupport", dependencies: ["FlowServiceRuntime", httpTypes],
      path: "Tests/ClientTestSupport", swiftSettings: settings),
    tests("FlowServiceRuntime", ["ClientTestSupport", httpTypes]),
    tests("FlowServiceAsyncHTTPClient", ["ClientTestSupport", "FlowServiceRuntime"]),
    tests(
      "FlowServiceLogging", ["ClientTestSupport", "FlowServiceRuntime", httpTypes, swiftLog]),
    tests(
      "ModelDiff",
      [
        "ClientEmitter", "ConnectorModel", "Diagnostics", "FlowServiceRuntime",
        "GenerationPipeline", "JSONReader", "Linting", "PageFacts", "SwiftDeclarations",
      ]),
    .testTarget(
      name: "RoundTripTests",
      dependencies: [
        "ClientEmitter", "ConnectorModel", "CurlReader", "Diagnostics", "DocumentedCalls",
        "FlowServiceRuntime", "FlowServiceSources", "GenerationPipeline", "JSONReader", "PageFacts",
        "SwiftDeclarations", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ConnectorGenToolTests",
      dependencies: ["connectorgen", "GenerationPipeline", "Diagnostics", "TestSupport"],
      swiftSettings: settings),
  ]
)
