import Foundation
import FundStorage
import TestSupport
import Testing

/// The catalogue of invariants: a ledger with every guard taken off is broken once for each, and
/// `verify` names it.
@Suite struct InvariantTests {
  /// One fault for each invariant that `verify` computes anew, done by plain SQL.
  static let faults: [(invariant: String, sql: String)] = [
    ("M2", "UPDATE posting SET amount = 2000000000000000, usd = amount WHERE \(one("1"))"),
    ("M4", "UPDATE contribution SET usd = usd + 1"),
    ("M6", "UPDATE batch SET recorded_at = '1999-01-01T00:00:00.000000Z' WHERE id = 2"),
    ("M7", "UPDATE donor SET name = name || char(27) || '[2J' WHERE code = 'NOR'"),
    ("J1", "DELETE FROM posting WHERE line = 2"),
    ("J2", "UPDATE posting SET amount = amount + 1 WHERE \(one("currency <> 'USD'"))"),
    ("J3", "UPDATE posting SET usd = usd + 1 WHERE \(one("currency <> 'USD'"))"),
    ("J4", "UPDATE posting SET amount = 0, usd = 0 WHERE \(one("1"))"),
    ("J5", "DELETE FROM batch WHERE id = 2"),
    ("J6", "DELETE FROM entry WHERE seq = 2"),
    ("J7", "UPDATE entry SET memo = 'x' WHERE seq = 3"),
    (
      "J8",
      "UPDATE posting SET donor = NULL WHERE entry = (SELECT seq FROM entry WHERE kind = 'reversal')"
    ),
    (
      "J10",
      """
      UPDATE entry SET date = (SELECT through FROM closing)
        WHERE series IS NOT NULL AND seq > (SELECT entry FROM closing)
      """
    ),
    ("J11", "UPDATE closing_balance SET usd = usd + 1 WHERE line = 1"),
    ("J12", "UPDATE posting SET usd = usd + 1 WHERE \(one("1"))"),
    ("J13", "UPDATE daily_total SET usd = usd + 1"),
    ("F1", "UPDATE pledge SET amount = 1"),
    (
      "F4",
      "UPDATE posting SET usd = -900000000000 WHERE \(one("source IS NOT NULL AND account = 101"))"
    ),
    ("F5", "UPDATE posting SET usd = -900000000000 WHERE \(one("account = 802"))"),
    (
      "F8",
      """
      INSERT INTO posting (entry, line, account, date, sub_fund, currency, amount, usd, document)
      SELECT entry, 99, 601, '2002-01-01', sub_fund, currency, amount + 1, usd, entry
      FROM contribution LIMIT 1
      """
    ),
    ("E1", "UPDATE pledge SET paper = 'another letter'"),
    (
      "E5",
      "UPDATE entry SET reference = 'one', source = 'csv' WHERE kind = 'contribution'"
    ),
    ("S1", "DROP INDEX posting_totals"),
    (
      "T1",
      """
      INSERT INTO treaty_act (entry, instrument, country, consent_date, consent_type) VALUES
        (6, 'UNTOC', 'NOR', '2003-01-01', 'ratification'),
        (7, 'UNTOC', 'NOR', '2003-01-02', 'accession')
      """
    ),
  ]

  private static func one(_ condition: String) -> String {
    "(entry, line) IN (SELECT entry, line FROM posting WHERE \(condition) LIMIT 1)"
  }

  /// The ledger of Vectors/ledger.json, without its triggers, which S1 would name.
  private func unguarded(in folder: String, for invariant: String) throws {
    let made = try Program.run(["import", "json", vectors + "/ledger.json"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    guard invariant != "S1" else { return }
    let drop = "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'"
    try sqlite(try sqlite(drop, in: folder), in: folder)
  }

  @discardableResult
  private func sqlite(_ sql: String, in folder: String) throws -> String {
    let switches = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;\n"
    let outcome = try ChildProcess(
      "/usr/bin/env", ["sqlite3", "-bail", "fund.sqlite"], in: folder,
      environment: Program.cleanEnvironment, input: Data((switches + sql + ";\n").utf8)
    ).wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  private func findings(in folder: String) throws -> [String] {
    let verified = try Program.run(["verify"], in: folder)
    #expect(verified.errors == "")
    return verified.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: faults.map(\.invariant))
  func `what breaks an invariant is named`(_ invariant: String) throws {
    let sql = Self.faults.first { $0.invariant == invariant }!.sql
    try withTemporaryFolder { folder in
      try unguarded(in: folder, for: invariant)
      let before = try findings(in: folder)
      // The chain is what tells that the ledger did not only grow.
      let id = invariant == "J7" ? "E1" : invariant
      #expect(!before.contains { $0.hasPrefix("\(id): ") }, "\(before)")
      try sqlite(sql, in: folder)
      let after = Set(try findings(in: folder)).subtracting(before)
      #expect(after.contains { $0.hasPrefix("\(id): ") }, "\(after)")
    }
  }

  /// E3 is broken in Transcripts/checkpoints.test: it needs a checkpoint.
  @Test func `each invariant that verify computes anew is broken by a test`() {
    let kept = Invariant.all.filter { $0.keepers.contains(.verify) }.map(\.id)
    #expect(Set(kept) == Set(Self.faults.map(\.invariant) + ["E3"]))
    #expect(Set(kept).count == kept.count)
  }

  @Test func `what is about money is kept in two places`() {
    for invariant in Invariant.all where invariant.isOfMoney {
      let independent = invariant.keepers.intersection([.schema, .domain, .verify])
      #expect(independent.count >= 2, "\(invariant.id)")
    }
  }

  /// E2: what an earlier version of the program hashed and exported.
  @Test func `the entries of an earlier version hash to what they did`() throws {
    try withTemporaryFolder { folder in
      let file = vectors + "/ledger.json"
      let made = try Program.run(["import", "json", file, "--format", "json"], in: folder)
      #expect(made.status == 0, "\(made.errors)")
      let verified = try Program.run(["verify"], in: folder)
      let head = "65ca6d0b31e42f46e7cc65e805dd8ac02389ede32281f6a97633f1f7a045d941"
      #expect(verified.output.hasPrefix("ok: 61 entries, head \(head)\n"), "\(verified.output)")
      // The published form, by another program.
      let hashed = try ChildProcess(
        "/usr/bin/env", ["python3", vectors + "/rehash.py", file], in: folder,
        environment: Program.cleanEnvironment
      ).wait()
      #expect(hashed.output == "61 \(head)\n", "\(hashed.errors)")
    }
  }
}

private let vectors = checkoutFolder + "/Tests/FundCLITests/Vectors"
