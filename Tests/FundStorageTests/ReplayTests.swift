import FundDomain
import TestSupport
import Testing

@testable import FundStorage

/// A ledger made again of another one's entries.
@Suite struct ReplayTests {
  /// The entries of a small ledger: a gift, and its reversal.
  private func entries(_ fixture: LedgerFixture) throws -> [SealedEntry] {
    try fixture.write { journal in
      _ = try journal.record(
        .contributions,
        Form(["donor": "NOR", "amount": "500000 NOK", "on": "2002-06-28", "memo": "One"]))
    }
    try fixture.write { journal in
      _ = try journal.record(
        .reversals, Form(["number": "CTB-2002-0001", "reason": "Twice", "on": "2002-07-01"]))
    }
    var entries: [SealedEntry] = []
    try fixture.ledger().read { books in try books.sealedEntries { entries.append($0) } }
    return entries
  }

  /// What comes of entries, and whether a file is there then.
  private func outcome(_ entries: [SealedEntry], keep: Bool = true) throws -> String {
    try withTemporaryFolder { folder in
      let path = folder + "/copy.sqlite"
      do {
        let head = try Ledger.replay(into: path, keep: keep) { replay in
          for entry in entries { try replay.append(entry) }
          return ChainHead(entries: Int64(entries.count), hash: entries.last?.hash ?? "")
        }
        guard keep else { return (try? Ledger(opening: path)) == nil ? "\(head.hash)" : "left" }
        let copy = try Ledger(opening: path).verify()
        #expect(copy.isOK && copy.head == head, "\(copy.findings)")
        return head.hash
      } catch let error as LedgerError {
        #expect((try? Ledger(opening: path)) == nil, "a file is left")
        return error.rule
      }
    }
  }

  /// The entries with one changed, and every hash from there as if it had been recorded so.
  private func forged(
    _ entries: [SealedEntry], _ place: Int, _ change: ([Fact]) -> [Fact]
  ) -> [SealedEntry] {
    var hash = [UInt8](repeating: 0, count: 32)
    return entries.enumerated().map { index, entry in
      let facts = index == place ? change(entry.facts) : entry.facts
      hash = chained(hash, ([entry.stamp] + facts).canonicalBytes)
      return SealedEntry(stamp: entry.stamp, facts: facts, hash: hexadecimal(hash))
    }
  }

  /// The facts with a field of every row of a table set anew.
  private func setting(
    _ table: String, _ name: String, _ value: @escaping (Fact) -> Fact.Value
  ) -> ([Fact]) -> [Fact] {
    { facts in
      facts.map { fact in
        guard fact.table == table else { return fact }
        var changed = Fact(table)
        for field in fact.fields {
          changed.set(field.name, field.name == name ? value(fact) : field.value)
        }
        return changed
      }
    }
  }

  @Test func `it has the same hashes, whatever the order of columns and tables`() throws {
    try LedgerFixture.run { fixture in
      let entries = try entries(fixture)
      let head = try fixture.head.hash
      #expect(try outcome(entries) == head)
      let shuffled = entries.map { entry in
        SealedEntry(
          stamp: entry.stamp.reversed,
          facts: entry.facts.filter { $0.table == "posting" }.map(\.reversed)
            + entry.facts.filter { $0.table != "posting" }.map(\.reversed),
          hash: entry.hash)
      }
      #expect(try outcome(shuffled) == head)
      #expect(try outcome(entries, keep: false) == head)
    }
  }

  @Test func `what is not what was exported is refused, and nothing is left`() throws {
    try LedgerFixture.run { fixture in
      let entries = try entries(fixture)
      let gift = entries.count - 2
      let dearer = setting("posting", "usd") { .integer(($0.integer("usd") ?? 0) * 2) }
      var changed = entries
      changed[gift] = SealedEntry(
        stamp: entries[gift].stamp, facts: dearer(entries[gift].facts), hash: entries[gift].hash)
      #expect(try outcome(changed) == "entry-hash-differs")
      #expect(try outcome(Array(entries.dropFirst())) == "entry-out-of-place")
      #expect(try outcome(entries + [entries[gift]]) == "entry-out-of-place")
      #expect(try outcome(entries + entries) == "entry-out-of-place")
      #expect(try outcome([]) == "head-differs")
      #expect(
        try outcome(entries.map { SealedEntry(stamp: $0.stamp, facts: [], hash: $0.hash) })
          == "row-unknown")
    }
  }

  @Test func `forged with the right hashes it meets the ledger's guards and verify`() throws {
    try LedgerFixture.run { fixture in
      let entries = try entries(fixture)
      let gift = entries.count - 2
      #expect(try outcome(forged(entries, gift) { $0 }) == fixture.head.hash)
      let forgeries: [(([Fact]) -> [Fact], String)] = [
        (setting("posting", "account") { _ in .integer(1) }, "entry-refused"),
        (setting("posting", "line") { _ in .integer(1) }, "entry-refused"),
        (setting("posting", "date") { _ in .text("2002-06-29") }, "entry-refused"),
        (setting("posting", "usd") { _ in .integer(1) }, "entry-refused"),
        (setting("posting", "amount") { _ in .integer(.min) }, "entry-refused"),
        (setting("contribution", "currency") { _ in .text("XXQ") }, "entry-refused"),
        (setting("contribution", "donor") { _ in .integer(9999) }, "entry-refused"),
        (setting("contribution", "usd") { _ in .integer(7) }, "entries-do-not-verify"),
        (setting("contribution", "amount") { _ in .text("7") }, "row-unknown"),
        (setting("contribution", "usd") { _ in .integer(.max) }, "sum-too-large"),
        (setting("entry", "kind") { _ in .text("gift") }, "row-unknown"),
        (setting("entry", "kind") { _ in .text("refund") }, "row-unknown"),
        (setting("entry", "memo") { _ in .text("a\u{0}b") }, "entries-do-not-verify"),
        (setting("entry", "serial") { _ in .integer(2) }, "entry-refused"),
        ({ $0 + [Fact("other")] }, "row-unknown"),
        ({ $0.filter { $0.table != "posting" } }, "entry-refused"),
        ({ $0.filter { $0.table != "contribution" } }, "row-unknown"),
      ]
      for (place, forgery) in forgeries.enumerated() {
        let forged = forged(entries, gift, forgery.0)
        #expect(forged.last?.hash != entries.last?.hash, "forgery \(place) changes nothing")
        #expect(try outcome(forged) == forgery.1, "forgery \(place)")
      }
    }
  }

  @Test func `a ledger that holds an entry is left alone`() throws {
    try LedgerFixture.run { fixture in
      let entries = try entries(fixture)
      let head = try fixture.head
      let error = #expect(throws: LedgerError.self) {
        try Ledger.replay(into: fixture.path, keep: true) { replay in
          for entry in entries { try replay.append(entry) }
          return head
        }
      }
      #expect(error?.rule == "ledger-not-empty")
      #expect(try fixture.head == head)
    }
  }
}

extension Fact {
  /// The same fields from last to first.
  fileprivate var reversed: Fact {
    var fact = Fact(table)
    for field in fields.reversed() { fact.set(field.name, field.value) }
    return fact
  }
}
