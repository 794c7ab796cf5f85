/// Money moved from one sub-fund to another, or the settlement of what one owes the other.
public struct Transfer: Hashable, Sendable {
  public var from: EntryNumber
  public var to: EntryNumber
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
  /// The contribution that is moved, with the donor's document.
  public var contribution: EntryNumber?
  public var paper: String?
  /// It pays what is owed between the two, and is no transfer of balances.
  public var settles: Bool
}

extension Transfer {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let from = try journal.subFund(named: "from", form)
    let to = try journal.subFund(named: "to", form)
    guard from.id != to.id else {
      throw LedgerError(
        rule: "transfer-to-itself", "\(from.code) cannot transfer to itself", field: "to")
    }
    let settles = try form.isYes("settle")
    let amount = try (settles ? form.dollars("amount") : form.money("amount")).positive()
    let worth = try journal.value(amount, on: date)
    let money = try journal.contribution(form, on: date)
    if let money, money.subFund != from.id {
      throw LedgerError(
        rule: "contribution-of-another-sub-fund",
        "\(money.number) was not given to \(from.code)", field: "contribution")
    }
    let transfer = Transfer(
      from: from.id, to: to.id, amount: amount, usd: worth.usd, rate: worth.rate,
      contribution: money?.entry, paper: try form.text("document"), settles: settles)
    return Draft(
      document: .transfer(transfer), date: date, warnings: worth.warnings,
      check: {
        settles
          ? try journal.requireOwed(transfer, from, to)
          : try journal.requireTransferable(transfer, from, money, on: date)
      },
      post: { _ in transfer.postings(money) })
  }

  private func postings(_ money: ContributionStanding?) -> [Posting] {
    let other: Account = settles ? .interFund : .transfers
    let source = money.flatMap { $0.isEarmarked ? $0.entry : nil }
    let out = Posting(other, from, amount, usd: usd, donor: money?.donor, source: source)
    var paid = out.mirrored
    paid.account = .cash
    let cash = Posting(.cash, to, amount, usd: usd)
    var received = cash.mirrored
    received.account = other
    return [out, paid, cash, received]
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("transfer", of: entry)
    record.set("from_fund", from)
    record.set("to_fund", to)
    record.set(amount, usd: usd, rate: rate)
    record.set("contribution", contribution)
    record.set("paper", paper)
    record.set("settles", settles ? 1 : 0)
    return record
  }
}

extension Journal {
  func subFund(named field: String, _ form: Form) throws -> SubFund {
    let name = try form.required(field)
    do { return try books.subFund(name) } catch let error as LedgerError { throw error.at(field) }
  }

  /// Rules 3 and 10: out of SP or CA only with the contribution and the donor's document, and no
  /// more than is available.
  fileprivate func requireTransferable(
    _ transfer: Transfer, _ from: SubFund, _ money: ContributionStanding?, on date: CalendarDate
  ) throws {
    let isTied = from.code == "SP" || from.code == "CA"
    guard !isTied || (money != nil && transfer.paper != nil) else {
      throw LedgerError(
        rule: "transfer-without-consent",
        "money leaves \(from.code) only by its donor's consent",
        hint: "name the --contribution and the donor's --document", field: "contribution")
    }
    try requireAvailable(
      transfer.usd, of: money.flatMap { $0.isEarmarked ? $0 : nil }, in: from, on: date)
  }

  /// A settlement pays no more than its payer owes, and its receiver is owed.
  fileprivate func requireOwed(_ transfer: Transfer, _ from: SubFund, _ to: SubFund) throws {
    func claim(_ id: EntryNumber) throws -> Int64 {
      try books.totals(TotalsQuery([.interFund], in: .always)).filter { $0.subFund == id }
        .reduce(0) { $0 + $1.usd }
    }
    let owed = try min(-claim(from.id), claim(to.id))
    guard transfer.usd > owed else { return }
    throw LedgerError(
      rule: "settlement-exceeds-debt",
      "\(Money.usd(transfer.usd)) is more than the \(Money.usd(max(owed, 0))) that \(from.code) owes and "
        + "\(to.code) is owed", field: "amount")
  }
}
