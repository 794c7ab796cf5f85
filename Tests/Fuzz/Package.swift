// swift-tools-version: 6.2
import PackageDescription

/// Of its own, for that libFuzzer brings a `main`: see run.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "cpcjf", path: "../..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "FundDomain", package: "cpcjf"),
        .product(name: "FundStorage", package: "cpcjf"),
        .product(name: "FundInterchange", package: "cpcjf"),
      ],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ])
