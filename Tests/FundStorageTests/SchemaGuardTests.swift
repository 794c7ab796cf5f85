import Foundation
import FundDomain
import FundStorage
import TestSupport
import Testing

/// What another program may try on the file: the schema refuses it, or `verify` names it.
@Suite struct SchemaGuardTests {
  /// Runs SQL on the file with sqlite3, with foreign keys on or off; answers what it said.
  private func sqlite(_ fixture: LedgerFixture, _ sql: String, foreignKeys: Bool = true) throws
    -> String
  {
    let folder = String(fixture.path.dropLast("/fund.sqlite".count))
    let child = try ChildProcess(
      "/usr/bin/env", ["sqlite3", "-bail", fixture.path], in: folder,
      environment: Program.cleanEnvironment,
      input: Data("PRAGMA foreign_keys = \(foreignKeys ? "ON" : "OFF");\n\(sql)\n".utf8))
    let outcome = try child.wait()
    return outcome.errors
  }

  private func withGift(_ body: (LedgerFixture) throws -> Void) throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .treaties,
        [
          "instrument": "UNTOC", "participant": "ARM", "consent_date": "2003-07-01",
          "consent_type": "ratification",
        ])
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "100 USD", "on": "2002-06-28", "reference": "R-1"])
      try fixture.record(.mandates, ["code": "56/123/OP7", "title": "Juvenile justice"])
      try fixture.record(
        .requests,
        [
          "state": "EGY", "themes": "juvenile-justice", "on": "2002-11-04", "document": "Note 14",
        ])
      try fixture.record(
        .coFunding,
        ["project": "EGY/R31", "fund": "UNDP", "amount": "5 USD", "on": "2003-01-02"])
      try fixture.record(
        .projectChanges,
        [
          "code": "EGY/R31", "mandates": "56/123/OP7", "requests": "REQ-2002-0001",
          "markers": "children=2", "on": "2003-01-02",
        ])
      try body(fixture)
    }
  }

  /// A whole batch by hand, whose parts the arguments can falsify.
  private func batch(
    entry: String = "last + 1, number + 1", serial: Int = 2, postings: Int = 2,
    debit: Int = 500, units: Int? = nil, credit: Int = -500, date: String = "2002-07-01",
    seal: Bool = true
  ) -> String {
    let rows = """
      BEGIN;
      CREATE TEMP TABLE at AS SELECT (SELECT max(seq) FROM entry) AS last,
        (SELECT max(id) FROM batch) AS number,
        (SELECT sub_fund FROM sub_fund WHERE code = 'GP') AS gp;
      INSERT INTO entry (seq, batch, kind, series, year, serial, act, date, source, postings, hash)
        SELECT \(entry), 'contribution', 'CTB', 2002, \(serial), 1, '2002-07-01', 'x',
          \(postings), zeroblob(32) FROM at;
      INSERT INTO posting (entry, line, account, date, sub_fund, currency, amount, usd)
        SELECT last + 1, 1, 101, '\(date)', gp, 'USD', \(units ?? debit), \(debit)
        FROM at;
      INSERT INTO posting (entry, line, account, date, sub_fund, currency, amount, usd)
        SELECT last + 1, 2, 401, '\(date)', gp, 'USD', \(credit), \(credit) FROM at;
      """
    let sealing = """
      INSERT INTO batch SELECT number + 1, last + 1, last + 1, 'x', 'x',
        '2199-01-01T00:00:00.000000Z', zeroblob(32) FROM at;
      """
    return rows + (seal ? sealing : "") + "COMMIT;"
  }

  @Test func `a batch by hand that is right in form can be committed, and the chain names it`()
    throws
  {
    try withGift { fixture in
      #expect(try sqlite(fixture, batch()) == "")
      let verification = try fixture.ledger().verify()
      #expect(verification.findings.map(\.invariant).contains("E1"))
    }
  }

  @Test func `what is unbalanced, unsealed or out of its place cannot be committed`() throws {
    try withGift { fixture in
      let before = try fixture.head
      for (sql, words) in [
        (batch(debit: 501), "J3"), (batch(debit: 499), "J3"), (batch(units: 400), "amount = usd"),
        (batch(postings: 3), "J1"), (batch(date: "2002-07-02"), "J1"),
        (batch(serial: 3), "J6"), (batch(serial: 1), "J6"),
        (batch(entry: "last + 2, number + 1"), "J6"), (batch(entry: "last + 1, number"), "J5"),
        (batch(seal: false), "FOREIGN KEY"),
      ] {
        let said = try sqlite(fixture, sql)
        #expect(said.contains(words), "\(said)")
        #expect(try fixture.head == before)
      }
    }
  }

  @Test(arguments: [
    "UPDATE posting SET usd = 1", "DELETE FROM posting", "UPDATE entry SET memo = 'x'",
    "DELETE FROM entry", "UPDATE batch SET recorder = 'x'", "DELETE FROM batch",
    "UPDATE contribution SET amount = 1", "DELETE FROM donor", "UPDATE rate SET digits = 1",
    "INSERT OR REPLACE INTO posting SELECT * FROM posting LIMIT 1",
    "INSERT OR REPLACE INTO entry SELECT * FROM entry LIMIT 1",
    "INSERT OR REPLACE INTO batch SELECT * FROM batch LIMIT 1",
    "INSERT OR REPLACE INTO donor SELECT * FROM donor LIMIT 1",
    "INSERT OR REPLACE INTO rate SELECT * FROM rate LIMIT 1",
    "REPLACE INTO name SELECT entry, 99, subject, key, text FROM name LIMIT 1",
    "REPLACE INTO account SELECT number, name, 'x' FROM account LIMIT 1",
    "UPDATE OR REPLACE posting SET line = 2", "DELETE FROM currency",
    "UPDATE treaty_act SET consent_date = '2003-06-30'", "DELETE FROM treaty_act",
    "INSERT OR REPLACE INTO treaty_act SELECT * FROM treaty_act",
    "UPDATE request SET country = 'NOR'", "DELETE FROM request_theme",
    "INSERT OR REPLACE INTO request SELECT entry, 'NOR', paper FROM request",
    "INSERT INTO request_theme SELECT entry, 2, 'victims' FROM request",
    "UPDATE co_funding SET usd = 1", "DELETE FROM co_funding",
    "REPLACE INTO mandate SELECT entry, mandate, code, 'x', NULL FROM mandate",
    "DELETE FROM project_mandate", "UPDATE project_request SET request = 1",
    "UPDATE project_marker SET score = 0", "DELETE FROM project_marker",
    "UPDATE instrument SET needed = 30", "DELETE FROM instrument WHERE code = 'TIP'",
    "REPLACE INTO instrument SELECT code, title, adopted, 1, days, convention FROM instrument",
    "UPDATE regional_organization SET name = 'x'", "DELETE FROM regional_organization",
    "REPLACE INTO regional_organization SELECT code, 'x' FROM regional_organization LIMIT 1",
    "INSERT INTO name SELECT entry, line + 90, 'donor', 'x', 'x' FROM donor JOIN name USING (entry)",
    """
    INSERT INTO posting (entry, line, account, date, sub_fund, currency, amount, usd)
    SELECT max(seq), 9, 101, date, (SELECT max(entry) FROM sub_fund), 'USD', 5, 5 FROM entry
    """,
  ])
  func `nothing that was recorded is changed, removed or replaced`(sql: String) throws {
    try withGift { fixture in
      let said = try sqlite(fixture, sql + ";")
      #expect(said.contains("J7") || said.contains("J5") || said.contains("J6"), "\(said)")
      #expect(try fixture.ledger().verify().isOK)
    }
  }

  @Test func `the last day of a closed biennium is closed, and a reversal is not reversed`() throws
  {
    try withGift { fixture in
      try fixture.record(.reversals, ["number": "CTB-2002-0001", "reason": "test"])
      try fixture.write { _ = try $0.close(Form(["period": "2002-2003"])) }
      for (day, year, reverses, words) in [
        ("2003-12-31", 2003, "NULL", "J10"),
        ("2004-01-01", 2004, "(SELECT seq FROM entry WHERE kind = 'reversal')", "J8"),
      ] {
        let said = try sqlite(
          fixture,
          """
          INSERT INTO entry
            (seq, batch, kind, series, year, serial, act, date, source, reverses, postings, hash)
          SELECT max(seq) + 1, max(batch) + 1, 'reversal', 'REV', \(year), 1, 1, '\(day)', 'x',
            \(reverses), 0, zeroblob(32) FROM entry;
          """)
        #expect(said.contains(words), "\(said)")
      }
    }
  }

  @Test func `a participant is not counted twice, but another line may add its signature`() throws {
    try withGift { fixture in
      func said(_ columns: String, _ values: String) throws -> String {
        try sqlite(
          fixture,
          """
          INSERT INTO treaty_act (entry, instrument, country, \(columns))
          SELECT max(seq) + 1, 'UNTOC', 'ARM', \(values) FROM entry;
          """)
      }
      let consent = try said("consent_date, consent_type", "'2003-07-02', 'accession'")
      #expect(consent.contains("T1"))
      // This one fails only because it belongs to no entry.
      let signature = try said("signature_date", "'2001-11-15'")
      #expect(signature.contains("FOREIGN KEY"))
    }
  }

  /// What can be done once the guards are taken off: `verify` names it.
  @Test(arguments: [
    (
      "posting_no_update", "UPDATE posting SET usd = usd + 1, amount = amount + 1 WHERE line = 1",
      "J3"
    ),
    ("posting_no_update", "UPDATE posting SET usd = usd * 2, amount = amount * 2", "E1"),
    ("posting_no_delete", "DELETE FROM posting WHERE line = 2", "J1"),
    ("entry_no_update", "UPDATE entry SET memo = 'x' WHERE seq = 2", "E1"),
    ("entry_no_delete", "DELETE FROM entry WHERE seq = 2", "J6"),
    ("contribution_no_update", "UPDATE contribution SET amount = 1, usd = 1", "E1"),
    ("contribution_no_update", "UPDATE contribution SET usd = 1", "M4"),
    ("contribution_no_delete", "DELETE FROM contribution", "E1"),
    ("batch_no_update", "UPDATE batch SET recorder = 'x' WHERE id = 1", "E1"),
    (
      "batch_no_update",
      "UPDATE batch SET recorded_at = '1999-01-01T00:00:00.000000Z' WHERE id = 2", "M6"
    ),
    ("batch_no_delete", "DELETE FROM batch WHERE id = 2", "J5"),
    ("rate_no_update", "UPDATE rate SET digits = digits + 1", "E1"),
    ("treaty_act_no_update", "UPDATE treaty_act SET consent_date = '2003-06-30'", "E1"),
    ("treaty_act_no_delete", "DELETE FROM treaty_act", "E1"),
    (
      "treaty_act_new",
      """
      INSERT INTO treaty_act (entry, instrument, country, consent_date, consent_type)
      SELECT entry + 99, instrument, country, consent_date, consent_type FROM treaty_act
      """, "T1"
    ),
    ("request_no_update", "UPDATE request SET country = 'NOR'", "E1"),
    ("request_theme_no_delete", "DELETE FROM request_theme", "E1"),
    ("co_funding_no_update", "UPDATE co_funding SET usd = 1", "E1"),
    ("mandate_no_update", "UPDATE mandate SET title = 'x'", "E1"),
    ("project_mandate_no_delete", "DELETE FROM project_mandate", "E1"),
    ("project_request_no_delete", "DELETE FROM project_request", "E1"),
    ("project_marker_no_update", "UPDATE project_marker SET score = 0", "E1"),
    ("instrument_no_update", "UPDATE instrument SET needed = 39 WHERE code = 'UNTOC'", "S1"),
    ("name_no_update", "UPDATE name SET key = 'x' WHERE subject = 'donor'", "E1"),
    ("currency_no_delete", "DELETE FROM currency WHERE code = 'ZMW'", "S1"),
    ("theme_no_update", "UPDATE theme SET title = 'x' WHERE code = 'victims'", "S1"),
  ])
  func `what is done behind the guards is named`(guardian: String, sql: String, invariant: String)
    throws
  {
    try withGift { fixture in
      let definition = "SELECT sql FROM sqlite_schema WHERE name = '\(guardian)'"
      let take = """
        CREATE TEMP TABLE kept AS \(definition);
        DROP TRIGGER \(guardian);
        \(sql);
        """
      #expect(try sqlite(fixture, take, foreignKeys: false) == "")
      let verification = try fixture.ledger().verify()
      let found = Set(verification.findings.map(\.invariant))
      #expect(found.contains(invariant), "\(verification.findings)")
      // The missing guard itself is named too.
      #expect(verification.findings.contains { $0.message.contains(guardian) })
    }
  }

  @Test(arguments: [
    "DROP INDEX posting_totals", "CREATE TABLE more (a)",
    "CREATE TRIGGER more AFTER INSERT ON posting BEGIN SELECT 1; END",
    "CREATE VIEW more AS SELECT 1",
    """
    DROP TRIGGER batch_no_update;
    CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch BEGIN SELECT 1; END
    """,
  ])
  func `a schema that is not as it was made is named`(sql: String) throws {
    try withGift { fixture in
      let said = try sqlite(fixture, sql + ";")
      #expect(said == "")
      let findings = try fixture.ledger().verify().findings
      #expect(findings.map(\.invariant).contains("S1"))
    }
  }

  @Test func `damage is named and never a crash`() throws {
    try withGift { fixture in
      let whole = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
      var random = SplitMix64(seed: 7)
      for _ in 0..<60 {
        var damaged = whole
        let at = Int.random(in: 100..<whole.count, using: &random)
        for place in at..<min(at + 16, whole.count) { damaged[place] ^= 0xFF }
        try damaged.write(to: URL(fileURLWithPath: fixture.path))
        let verification = try? fixture.ledger().verify()
        // Bytes of free space may change without harm: then all is as it was.
        if verification?.isOK == true { #expect(try fixture.head == verification!.head) }
      }
    }
  }
}
