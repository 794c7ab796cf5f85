import FundDomain
import FundStorage
import TestSupport
import Testing

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
