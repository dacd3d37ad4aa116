// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "FlowServiceDouble",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "FlowServiceDouble", targets: ["FlowServiceDouble"]),
    .executable(name: "flow-service-double", targets: ["flow-service-double"]),
  ],
  dependencies: [
    .package(name: "ConnectorGen", path: "..", traits: ["AsyncHTTPClient", "Logging"]),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
  ],
  targets: [
    .target(
      name: "FlowServiceDouble",
      dependencies: [
        .product(name: "FlowServiceRuntime", package: "ConnectorGen"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "flow-service-double",
      dependencies: [
        "FlowServiceDouble",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/FlowServiceDoubleTool",
      swiftSettings: settings),
    .testTarget(
      name: "FlowServiceDoubleTests",
      dependencies: [
        "FlowServiceDouble",
        .product(name: "FlowServiceAsyncHTTPClient", package: "ConnectorGen"),
        .product(name: "FlowServiceLogging", package: "ConnectorGen"),
        .product(name: "FlowServiceRuntime", package: "ConnectorGen"),
        .product(name: "FlowServiceSources", package: "ConnectorGen"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
  ]
)
