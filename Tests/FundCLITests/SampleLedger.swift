import Foundation
import TestSupport
import Testing

/// A sample's ledger, made by its own script with the built program.
struct SampleLedger {
  let path: String
  let folder: String

  init(_ sample: String, in folder: String) throws {
    self.folder = folder
    path = folder + "/\(sample).sqlite"
    var environment = Program.cleanEnvironment
    environment["CPCJF"] = Program.path
    let script = try ChildProcess(
      "/bin/sh", [checkoutFolder + "/Samples/\(sample)/ledger.sh", path], in: folder,
      environment: environment)
    let outcome = try script.wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// What a command prints on this ledger.
  func run(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(arguments + ["--ledger", path], in: folder)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome.output
  }

  /// What a command answers as JSON.
  func json(_ arguments: [String]) throws -> [String: Any] {
    let text = try run(arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }
}

/// `-1234.56` as cents.
func cents(_ text: Any?) throws -> Int {
  let text = try #require(text as? String)
  let parts = text.split(separator: ".")
  #expect(parts.count == 2 && parts[1].count == 2, "\(text)")
  return try #require(Int(parts.joined()))
}
