// swift-tools-version: 6.2

// A program as a user of the client writes it.

import PackageDescription

let package = Package(
  name: "Examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "ConnectorGen", path: "..", traits: [])],
  targets: [
    .executableTarget(
      name: "IngestFiles",
      dependencies: [
        .product(name: "FlowServiceRuntime", package: "ConnectorGen"),
        .product(name: "FlowServiceSources", package: "ConnectorGen"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ]
)
