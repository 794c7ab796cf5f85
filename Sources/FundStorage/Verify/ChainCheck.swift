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
    let rows = try ChainRows(database)
    let words = FindingWords(database)
    var hash = [UInt8](repeating: 0, count: 32)
    var isBroken = false
    while let link = try rows.next() {
      for fact in link.said where !fact.table.hasPrefix("closing") {
        // What a closing seals are balances, worth what was recorded.
        checkWorth(fact, ("amount", "currency", "usd", "rate"), words, database, &verification)
        checkWorth(
          fact, ("sold", "sold_currency", "sold_usd", "sold_rate"), words, database,
          &verification)
      }
      for fact in link.said { checkText(fact, words, &verification) }
      if chained(hash, link.bytes) != link.hash && !isBroken {
        isBroken = true
        let name = words.name(of: link.sequence)
        verification.find(
          "E1",
          "the chain breaks at \(name), entry \(link.sequence): it, or one of its rows, is not "
            + "what was recorded")
      }
      hash = link.hash
      verification.head = ChainHead(entries: link.sequence, hash: hexadecimal(hash))
      if link.sequence % 10_000 == 0 { progress(link.sequence, all) }
    }
    for (table, entry) in try rows.strays() {
      verification.find(
        "E1", "a row of \(table) belongs to no entry that it could be of (entry \(entry))")
    }
  }

  /// M7: text that no command would have taken.
  private static func checkText(
    _ fact: Fact, _ words: FindingWords, _ verification: inout Verification
  ) {
    for case (let column, .text(let text)) in fact.fields
    where text.utf8.count > 4096 || uncleanScalar(in: text) != nil {
      verification.find(
        "M7",
        "the \(column) of \(words.name(of: fact.integer("entry") ?? 0)) is too long, or holds "
          + "what does not print")
    }
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
