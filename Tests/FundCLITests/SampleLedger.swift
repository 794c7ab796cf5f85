import Foundation
import Synchronization
import TestSupport
import Testing

/// A sample's ledger, made by its own script with the built program.
struct SampleLedger {
  let path: String
  let folder: String

  /// A copy of one's own: each sample is made once, by whoever asks first.
  init(_ sample: String, in folder: String) throws {
    self.folder = folder
    path = folder + "/\(sample).sqlite"
    try Self.ledger(sample).write(to: URL(fileURLWithPath: path))
  }

  /// What a command prints on this ledger.
  func run(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(arguments + ["--ledger", path], in: folder)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome.output
  }

  /// What a command answers as an Excel workbook.
  func workbook(_ arguments: [String]) throws -> Data {
    let outcome = try Program.run(
      arguments + ["--format", "xlsx", "--ledger", path], in: folder)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome.outputData
  }

  /// What a command answers as JSON.
  func json(_ arguments: [String]) throws -> [String: Any] {
    let text = try run(arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  /// What the file itself answers, asked with sqlite3 and not with the program.
  func sql(_ query: String) throws -> [[String]] {
    let asked = try ChildProcess(
      "/usr/bin/env", ["sqlite3", "-readonly", path, query], in: folder,
      environment: Program.cleanEnvironment
    ).wait()
    #expect(asked.status == 0, "\(asked.errors)")
    return asked.output.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static let made = Mutex<[String: Data]>([:])

  private static func ledger(_ sample: String) throws -> Data {
    try made.withLock { ledgers in
      if let ledger = ledgers[sample] { return ledger }
      let ledger = try make(sample)
      ledgers[sample] = ledger
      return ledger
    }
  }

  private static func make(_ sample: String) throws -> Data {
    try withTemporaryFolder { folder in
      let path = folder + "/\(sample).sqlite"
      var environment = Program.cleanEnvironment
      environment["CPCJF"] = Program.path
      let script = try ChildProcess(
        "/bin/sh", [checkoutFolder + "/Samples/\(sample)/ledger.sh", path], in: folder,
        environment: environment)
      let outcome = try script.wait(timeout: .seconds(300))
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try Data(contentsOf: URL(fileURLWithPath: path))
    }
  }
}

extension SampleLedger {
  /// The lines of a statement, in US cents: of each sub-fund, and the total.
  func statement(_ period: String) throws -> [String: [String: Int]] {
    let report = try json(["report", "biennium", period])
    var lines: [String: [String: Int]] = [:]
    for line in try #require(report["lines"] as? [[String: Any]]) {
      var figures = try #require(line["subFunds"] as? [String: Any]).mapValues(cents)
      figures["total"] = try cents(line["total"])
      lines[try #require(line["id"] as? String)] = figures
    }
    return lines
  }
}

/// `-1234.56` as cents.
func cents(_ text: Any?) throws -> Int {
  let text = try #require(text as? String)
  let parts = text.split(separator: ".")
  #expect(parts.count == 2 && parts[1].count == 2, "\(text)")
  return try #require(Int(parts.joined()))
}
