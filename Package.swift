// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The arrows of the architecture: a target sees what stands in its line and nothing else.
let package = Package(
  name: "cpcjf",
  products: [
    .executable(name: "cpcjf", targets: ["cpcjf"]),
    .library(name: "FundDomain", targets: ["FundDomain"]),
    .library(name: "FundStorage", targets: ["FundStorage"]),
    .library(name: "FundReports", targets: ["FundReports"]),
    .library(name: "FundInterchange", targets: ["FundInterchange"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .target(name: "FundDomain", swiftSettings: settings),
    .target(
      name: "FundStorage",
      dependencies: [
        "FundDomain", "Schema", "CSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "FundReports", dependencies: ["FundDomain", "Markup", "Plain", "CXLSXWriter"],
      swiftSettings: settings),
    .target(
      name: "FundInterchange", dependencies: ["FundDomain", "Plain", "CLibXML2"],
      swiftSettings: settings),
    .executableTarget(
      name: "cpcjf",
      dependencies: [
        "FundReports", "FundInterchange", "FundStorage", "FundDomain", "Plain",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/FundCLI",
      swiftSettings: settings),
    .target(name: "Markup", dependencies: ["Plain"], swiftSettings: settings),
    .target(name: "Plain", swiftSettings: settings),
    .target(
      name: "Schema", path: "Schema", exclude: ["README.md"],
      resources: [.embedInCode("Migrations/v001_ledger.sql")], swiftSettings: settings),
    .target(name: "CXLSXWriter"),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CLibXML2"),
    .executableTarget(
      name: "Recorder", dependencies: ["FundDomain", "FundReports", "FundStorage", "Plain"],
      path: "Tests/Differential/Recorder", swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "FundDomainTests", dependencies: ["FundDomain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "FundStorageTests", dependencies: ["FundStorage", "FundDomain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "FundReportsTests",
      dependencies: [
        "FundReports", "FundDomain", "FundStorage", "Markup", "Plain", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "FundInterchangeTests",
      dependencies: ["FundInterchange", "FundDomain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "FundCLITests", dependencies: ["FundDomain", "TestSupport", "cpcjf", "Recorder"],
      exclude: ["Transcripts", "Vectors", "Golden"], swiftSettings: settings),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "Plain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PlainTests", dependencies: ["Plain", "TestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
