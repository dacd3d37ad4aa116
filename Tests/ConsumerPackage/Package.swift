// swift-tools-version: 6.2

// What a user of the client writes: one dependency without the traits of the generator, one product.
// A test builds and runs it.

import PackageDescription

let package = Package(
  name: "ConsumerPackage",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "ConnectorGen", path: "../..", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    .executableTarget(
      name: "Consumer",
      dependencies: [
        .product(name: "FlowServiceRuntime", package: "ConnectorGen"),
        .product(name: "FlowServiceSources", package: "ConnectorGen"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    // A client whose code belongs to the main actor unless it says otherwise.
    .executableTarget(
      name: "IsolatedConsumer",
      dependencies: [
        .product(name: "FlowServiceRuntime", package: "ConnectorGen"),
        .product(name: "FlowServiceSources", package: "ConnectorGen"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error), .defaultIsolation(MainActor.self)]),
  ]
)
