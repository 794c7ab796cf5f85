import FoundationEssentials
import FundDomain
import GRDB

/// The chain of hashes, computed again from every row that is not derived; and each amount's
/// worth in US dollars from its rate.
enum ChainCheck {
  static func run(
    _ database: Database, _ verification: inout Verification,
    _ progress: (EntryNumber, EntryNumber) -> Void
  ) throws {
    let all = try EntryNumber.fetchOne(database, sql: "SELECT max(seq) FROM entry") ?? 0
    let batches = try RowStream(database, "batch", order: "id", key: "id")
    let postings = try RowStream(database, "posting", order: "entry, line", key: "entry")
    var tables: [String: RowStream] = [:]
    for table in FactTables.all {
      tables[table] = try RowStream(
        database, table, order: FactTables.order(of: table), key: "entry")
    }
    let words = FindingWords(database)
    var hash = [UInt8](repeating: 0, count: 32)
    var stamp = Fact("batch")
    var batch: Int64 = 0
    var isBroken = false
    let entries = try Row.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY seq")
    while let row = try entries.next() {
      // A damaged row may hold anything: only facts are read, which take what there is.
      let own = Fact("entry", row)
      let sequence = own.integer("seq") ?? 0
      if own.integer("batch") ?? 0 != batch {
        batch = own.integer("batch") ?? 0
        stamp = try batches.facts(of: batch).first.map(Self.stamp) ?? Fact("batch")
      }
      var form = CanonicalForm()
      form.append(stamp)
      form.append(own)
      for table in FactTables.byKind[own.text("kind") ?? ""] ?? [] {
        for fact in try tables[table]!.facts(of: sequence) {
          form.append(fact)
          // What a closing seals are balances, worth what was recorded.
          if fact.table.hasPrefix("closing") { continue }
          checkWorth(fact, ("amount", "currency", "usd", "rate"), words, database, &verification)
          checkWorth(
            fact, ("sold", "sold_currency", "sold_usd", "sold_rate"), words, database,
            &verification)
        }
      }
      for fact in try postings.facts(of: sequence) { form.append(fact) }
      let kept = Data.fromDatabaseValue(row["hash"] as DatabaseValue).map(Array.init) ?? []
      if chained(hash, form.bytes) != kept && !isBroken {
        isBroken = true
        let name = words.name(of: sequence)
        verification.find(
          "E1",
          "the chain breaks at \(name), entry \(sequence): it, or one of its rows, is not what "
            + "was recorded")
      }
      hash = kept
      verification.head = ChainHead(entries: sequence, hash: hexadecimal(kept))
      if sequence % 10_000 == 0 { progress(sequence, all) }
    }
    for stream in Array(tables.values) + [postings] {
      for fact in try stream.strays() {
        verification.find(
          "E1",
          "a row of \(stream.table) belongs to no entry that it could be of "
            + "(entry \(fact.integer("entry") ?? 0))")
      }
    }
  }

  private static func stamp(_ batch: Fact) -> Fact {
    Entry.stamp(
      of: Batch(
        act: batch.text("command") ?? "", recorder: batch.text("recorder") ?? "",
        recordedAt: batch.text("recorded_at") ?? "", source: ""))
  }

  /// M4: what a document says it is worth is its amount at the rate that it names, its own
  /// currency's or the successor's.
  private static func checkWorth(
    _ fact: Fact, _ columns: (amount: String, currency: String, usd: String, rate: String),
    _ words: FindingWords, _ database: Database, _ verification: inout Verification
  ) {
    guard let amount = fact.integer(columns.amount), let usd = fact.integer(columns.usd),
      let currency = fact.text(columns.currency).flatMap({ try? Currency($0) })
    else { return }
    var (rate, living) = (ExchangeRate.one, currency)
    if let entry = fact.integer(columns.rate) {
      let sql = "SELECT currency, digits, decimals FROM rate WHERE entry = ?"
      let row = (try? database.cachedStatement(sql: sql)).flatMap {
        try? Row.fetchOne($0, arguments: [entry])
      }
      let kept = row.map { Fact("rate", $0) }
      if let digits = kept?.integer("digits"), let decimals = kept?.integer("decimals"),
        digits > 0, (0...12).contains(decimals)
      {
        rate = ExchangeRate(digits: digits, decimals: Int(decimals))
        living = kept?.text("currency").flatMap { try? Currency($0) } ?? currency
      }
    }
    let money = Money(minorUnits: amount, currency)
    var worth = try? rate.dollars(for: money)
    if living != currency, living == currency.successor {
      worth = .usd(money.worth(at: rate, of: living))
    }
    if worth?.minorUnits != usd {
      verification.find(
        "M4",
        "\(words.name(of: fact.integer("entry") ?? 0)) is worth "
          + "\(worth.map { "\($0)" } ?? "nothing"), not \(Money.usd(usd))")
    }
  }
}

/// The rows of a table in the order of their entries, taken as the entries go by.
final class RowStream {
  let table: String
  private let key: String
  private let cursor: RowCursor
  private var waiting: Fact?
  private var passed: [Fact] = []

  init(_ database: Database, _ table: String, order: String, key: String) throws {
    self.table = table
    self.key = key
    cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY \(order)")
    waiting = try cursor.next().map { Fact(table, $0) }
  }

  func facts(of entry: EntryNumber) throws -> [Fact] {
    var facts: [Fact] = []
    while let fact = waiting, let at = fact.integer(key), at <= entry {
      if at == entry { facts.append(fact) } else if passed.count < 10 { passed.append(fact) }
      waiting = try cursor.next().map { Fact(table, $0) }
    }
    return facts
  }

  /// What no entry asked for.
  func strays() throws -> [Fact] {
    if let waiting { passed.append(waiting) }
    return passed
  }
}
