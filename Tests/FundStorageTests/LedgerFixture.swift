import FundDomain
import FundStorage
import TestSupport
import Testing

/// A real ledger in a folder of its own, with a few donors, rates and a project.
struct LedgerFixture {
  let path: String
  let today: CalendarDate

  /// Runs a test on a new ledger.
  static func run(_ body: (LedgerFixture) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let fixture = LedgerFixture(
        path: folder + "/fund.sqlite", today: try CalendarDate("2026-11-24"))
      _ = try Ledger(creating: fixture.path)
      try fixture.write { journal in
        _ = try journal.record(.fund, Form(["title": "Test", "start": "2000-01-01"]))
        for fund in SubFund.beginnings {
          _ = try journal.record(.subFunds, Form(["code": fund.code, "title": fund.title]))
        }
        for (code, name) in [("NOR", "Norway"), ("DEU", "Germany"), ("SWE", "Sweden")] {
          _ = try journal.record(
            .donors, Form(["code": code, "name": name, "kind": "state", "country": code]))
        }
        for (currency, day, rate) in fixture.rates {
          _ = try journal.record(
            .rates, Form(["currency": currency, "effective": day, "units-per-usd": rate]))
        }
        _ = try journal.record(
          .projects,
          Form([
            "code": "EGY/R31", "title": "Juvenile justice", "themes": "juvenile-justice",
            "countries": "EGY", "budget": "2003=697026",
          ]))
      }
      try body(fixture)
    }
  }

  /// The rates of the accounting's worked cases.
  let rates = [
    ("EUR", "2002-01-01", "1.133"), ("EUR", "2002-07-01", "1.018"), ("EUR", "2003-01-01", "0.960"),
    ("EUR", "2003-12-01", "0.840"), ("EUR", "2004-07-01", "0.822"), ("DEM", "2001-01-01", "2.100"),
    ("NOK", "2002-01-01", "8.9"),
  ]

  func ledger() throws -> Ledger { try Ledger(opening: path) }

  var head: ChainHead { get throws { try ledger().read { try $0.head } } }

  @discardableResult
  func write<Result>(
    isImport: Bool = false, keep: Bool = true, _ body: (inout Journal) throws -> Result
  ) throws -> Result {
    let batch = Batch(
      act: "test", recorder: "tester", recordedAt: "2026-11-24T00:00:00.000000Z",
      source: isImport ? "csv" : "manual")
    return try ledger().write(batch, keep: keep) { books in
      var journal = Journal(books, source: batch.source, today: today, isImport: isImport)
      return try body(&journal)
    }
  }

  /// Records one document, and answers its number.
  @discardableResult
  func record(_ kind: DocumentKind, _ fields: [String: String]) throws -> String {
    try write { try $0.record(kind, Form(fields)).name }
  }

  /// A document that a rule must refuse, and the ledger left as it was.
  @discardableResult
  func refuses(
    _ rule: String, _ kind: DocumentKind, _ fields: [String: String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> LedgerError? {
    let before = try head
    let error = #expect(throws: LedgerError.self, sourceLocation: sourceLocation) {
      try record(kind, fields)
    }
    #expect(error?.rule == rule, "\(error?.message ?? "")", sourceLocation: sourceLocation)
    #expect(try head == before, sourceLocation: sourceLocation)
    return error
  }

  /// The balance of an account in US cents, debits positive.
  func balance(_ account: Account, _ period: String = "1900-01-01..2199-12-31") throws -> Int64 {
    try ledger().read { books in
      try books.totals(TotalsQuery([account], in: Period(period))).reduce(0) { $0 + $1.usd }
    }
  }
}
