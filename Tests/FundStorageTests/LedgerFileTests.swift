import FundDomain
import GRDB
import TestSupport
import Testing

@testable import FundStorage

@Suite struct LedgerFileTests {
  @Test func `a making that was interrupted is finished by the next`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/fund.sqlite"
      _ = try Ledger(creating: path)
      let error = #expect(throws: LedgerError.self) {
        try Ledger(opening: path).read { try $0.fund.title }
      }
      #expect(error?.rule == "ledger-unfinished")
      #expect(try Ledger(creating: path).read { try $0.head.entries } == 0)
    }
  }

  @Test func `a ledger with entries is never made anew`() throws {
    try LedgerFixture.run { fixture in
      let before = try fixture.head
      let error = #expect(throws: LedgerError.self) { try Ledger(creating: fixture.path) }
      #expect(error?.rule == "ledger-exists")
      #expect(try fixture.head == before)
    }
  }

  /// Tables that this program would ask for and not find, or find with another meaning.
  @Test(arguments: [
    "DROP TABLE migration",
    "DROP TRIGGER migration_no_update; UPDATE migration SET digest = replace(digest, 'a', 'b')",
  ])
  func `a ledger that another build made says so when it is opened`(change: String) throws {
    try LedgerFixture.run { fixture in
      let folder = String(fixture.path.dropLast("/fund.sqlite".count))
      _ = try ChildProcess(
        "/usr/bin/env", ["sqlite3", fixture.path, change], in: folder,
        environment: Program.cleanEnvironment
      ).wait()
      let error = #expect(throws: LedgerError.self) { try fixture.ledger() }
      #expect(error?.rule == "ledger-of-another-build")
      #expect(error?.message.contains("another build of cpcjf made it") == true)
      let again = #expect(throws: LedgerError.self) { try Ledger(creating: fixture.path) }
      #expect(again?.rule == "ledger-exists")
    }
  }

  /// S2: as SQLite itself has them, whatever was asked of it.
  @Test func `every connection has the switches by which nothing that was answered is lost`() throws
  {
    try LedgerFixture.run { fixture in
      let ledger = try fixture.ledger()
      for (name, value) in [
        ("synchronous", 3), ("foreign_keys", 1), ("recursive_triggers", 1), ("trusted_schema", 0),
        ("cell_size_check", 1),
      ] {
        let found = try ledger.queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA \(name)") }
        #expect(found == value, "\(name)")
      }
    }
  }

  @Test func `the clock of recording does not run backwards, whatever the machine's does`() throws {
    try LedgerFixture.run { fixture in
      func recorded(at instant: String) throws -> String {
        let batch = Batch(act: "test", recorder: "tester", recordedAt: instant, source: "manual")
        let entry = try fixture.ledger().write(batch, keep: true) { books in
          var journal = Journal(books, source: batch.source, today: fixture.today)
          let gift = ["donor": "NOR", "amount": "5 USD", "on": "2002-06-28"]
          return try journal.record(.contributions, Form(gift)).entry
        }
        return try fixture.ledger().read { try $0.recordedAt(entry) }
      }
      let late = "2027-01-01T00:00:00.000000Z"
      for instant in [late, "2001-01-01T00:00:00.000000Z"] {
        let kept = try recorded(at: instant)
        #expect(kept == late)
      }
      #expect(try fixture.ledger().verify().isOK)
    }
  }

  /// Power cuts lose nothing only in the rollback journal: a file in another mode is not written.
  @Test func `a file in another journal mode is refused`() throws {
    try LedgerFixture.run { fixture in
      let folder = String(fixture.path.dropLast("/fund.sqlite".count))
      _ = try ChildProcess(
        "/usr/bin/env", ["sqlite3", fixture.path, "PRAGMA journal_mode = wal"], in: folder,
        environment: Program.cleanEnvironment
      ).wait()
      let error = #expect(throws: LedgerError.self) { try fixture.ledger() }
      #expect(error?.rule == "unsafe-storage")
    }
  }
}
