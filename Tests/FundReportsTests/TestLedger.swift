import Foundation
import FundDomain
import FundStorage
import TestSupport

/// A real ledger in a folder of its own, with a donor or three, a rate and a project that says
/// all of itself.
struct TestLedger {
  let path: String
  private let folder: String

  /// Runs a test on a new ledger.
  static func run(_ body: (TestLedger) throws -> Void) throws {
    try withTemporaryFolder { folder in try body(try TestLedger(in: folder)) }
  }

  private init(in folder: String) throws {
    self.folder = folder
    path = folder + "/fund.sqlite"
    _ = try Ledger(creating: path)
    try record(.fund, ["title": "Test fund", "start": "2000-01-01"])
    for fund in SubFund.beginnings {
      try record(.subFunds, ["code": fund.code, "title": fund.title])
    }
    for (code, name) in [("NOR", "Norway"), ("DEU", "Germany"), ("SWE", "Sweden")] {
      try record(.donors, ["code": code, "name": name, "kind": "state", "country": code])
    }
    try rate("EUR", "2002-01-01", "1.000")
    try project("P1")
  }

  @discardableResult
  func record(
    _ kind: DocumentKind, _ fields: [String: String], allowFuture: Bool = false
  ) throws -> String {
    let batch = Batch(
      act: "test", recorder: "tester", recordedAt: "2026-11-24T10:20:30.000000Z", source: "manual")
    return try Ledger(opening: path).write(batch, keep: true) { books in
      var journal = Journal(
        books, source: "manual", today: try CalendarDate("2026-11-24"), allowFuture: allowFuture)
      return try journal.record(kind, Form(fields)).name
    }
  }

  /// Reverses all that a batch recorded.
  func undo(batch: Int64) throws {
    let act = Batch(
      act: "undo", recorder: "tester", recordedAt: "2026-11-24T10:20:30.000000Z", source: "manual")
    try Ledger(opening: path).write(act, keep: true) { books in
      var journal = Journal(books, source: "manual", today: try CalendarDate("2026-11-24"))
      _ = try journal.undo(batch: batch, Form(["reason": "Not ours"]))
    }
  }

  func rate(_ currency: String, _ day: String, _ rate: String, source: String = "made up") throws {
    try record(
      .rates,
      ["currency": currency, "effective": day, "units-per-usd": rate, "source": source])
  }

  /// A project on corruption in Egypt; what is given says more, or something else.
  func project(_ code: String, _ said: [String: String] = [:]) throws {
    let usual = [
      "code": code, "title": "Project \(code)", "themes": "corruption", "countries": "EGY",
      "start": "2002-01-01", "gender": "1", "status": "ongoing",
    ]
    try record(.projects, usual.merging(said) { $1 }.filter { $0.value != "" })
  }

  /// A gift of Norway's, in dollars, earmarked to corruption; what is given says something else.
  @discardableResult
  func gift(_ amount: String, _ day: String, _ said: [String: String] = [:]) throws -> String {
    let usual = [
      "donor": "NOR", "amount": "\(amount) USD", "on": day, "earmark": "theme:corruption",
    ]
    return try record(
      .contributions, usual.merging(said) { $1 }.filter { $0.value != "" })
  }

  @discardableResult
  func allot(
    _ amount: String, from money: String, _ day: String, to project: String = "P1",
    document: String = ""
  ) throws -> String {
    try record(
      .allotments,
      [
        "project": project, "amount": "\(amount) USD", "from": money, "on": day,
        "document": document,
      ])
  }

  @discardableResult
  func obligate(_ amount: String, _ day: String, project: String = "P1") throws -> String {
    try record(
      .obligations,
      ["project": project, "amount": "\(amount) USD", "class": "travel", "on": day])
  }

  /// What no command can do to the file, done by sqlite3.
  func tamper(_ sql: String) throws {
    let child = try ChildProcess(
      "/usr/bin/env", ["sqlite3", "-bail", path], in: folder,
      environment: Program.cleanEnvironment, input: Data(sql.utf8))
    let outcome = try child.wait()
    guard outcome.status == 0 else { throw TamperFailure(said: outcome.errors) }
  }

  struct TamperFailure: Error { let said: String }

  func read<Result>(_ body: (any Books) throws -> Result) throws -> Result {
    try Ledger(opening: path).read(body)
  }
}
