/// What another fund gives to a project of this one (resolution 56/123, paragraphs 9 and 13): a
/// memorandum, which moves no money of this Fund's.
public struct CoFunding: Hashable, Sendable {
  public var project: EntryNumber
  /// The other fund, as the paper calls it.
  public var fund: String
  public var amount: Money
  /// Its worth on its day, in US cents, and the entry of the rate that says so.
  public var usd: Int64
  public var rate: EntryNumber?
  /// The agreement or letter.
  public var paper: String?

  public init(
    project: EntryNumber, fund: String, amount: Money, usd: Int64, rate: EntryNumber? = nil,
    paper: String? = nil
  ) {
    self.project = project
    self.fund = fund
    self.amount = amount
    self.usd = usd
    self.rate = rate
    self.paper = paper
  }
}

extension CoFunding {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let project = try journal.books.project(try form.required("project"))
    let fund = try form.required("fund")
    try journal.requireOther(fund)
    let amount = try form.money("amount").positive()
    let valued = try journal.value(amount, on: date)
    let funding = CoFunding(
      project: project.id, fund: fund, amount: amount, usd: valued.usd, rate: valued.rate,
      paper: try form.text("document"))
    return Draft(document: .coFunding(funding), date: date, warnings: valued.warnings)
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("co_funding", of: entry)
    record.set("project", project)
    record.set("fund", fund)
    record.set(amount, usd: usd, rate: rate)
    record.set("paper", paper)
    return record
  }
}

extension Journal {
  /// Co-funding is other funds' money.
  ///
  /// - Throws: `co-funding-own` for this Fund and its sub-funds.
  fileprivate func requireOther(_ fund: String) throws {
    let own = try books.bearers(of: fund, kind: "sub_fund").first
    let isFund = try nameKey(fund) == nameKey(books.fund.title)
    guard own != nil || isFund else { return }
    throw LedgerError(
      rule: "co-funding-own",
      "'\(fund)' is \(own.map { "the sub-fund \($0.code)" } ?? "this Fund itself"): "
        + "co-funding is another fund's money",
      hint: "this Fund's own money is given to a project by cpcjf record allotment", field: "fund")
  }
}
