public import FundDomain

extension Quantity {
  /// What a sub-fund with its parts, or the whole Fund, has: assets less liabilities, which is the
  /// closing balance of its statement.
  public static func balance(
    _ books: any Books, of subFund: SubFund?, asAt: CalendarDate
  ) throws -> Quantity {
    let cents = try books.sum(
      accounts([.assets, .liabilities, .clearing]), of: subFund, upTo: asAt)
    return try Quantity("balance", .money(.usd(cents)), books, asAt: asAt)
  }

  /// The total income of a period; of one donor, its contributions and what they earned, without
  /// the programme support that their spending bore.
  public static func income(
    _ books: any Books, of subFund: SubFund?, donor: EntryNumber?, in period: Period
  ) throws -> Quantity {
    let income = accounts([.income]).filter { donor == nil || $0 != .programmeSupportIncome }
    let cents = try books.sum(income, of: subFund, donor: donor, in: period)
    return try Quantity("income", .money(.usd(-cents)), books, in: period, asAt: period.to)
  }

  /// The total expenditure of a period, programme support included, of all or of one project.
  public static func expenditure(
    _ books: any Books, of subFund: SubFund?, project: EntryNumber?, in period: Period
  ) throws -> Quantity {
    let cents = try books.sum(
      accounts([.expenditure]), of: subFund, project: project, in: period)
    return try Quantity("expenditure", .money(.usd(cents)), books, in: period, asAt: period.to)
  }

  /// What is allotted and not obligated.
  public static func unobligated(
    _ books: any Books, of subFund: SubFund?, project: EntryNumber?, asAt: CalendarDate
  ) throws -> Quantity {
    let cents = try books.sum([.budgetUnobligated], of: subFund, project: project, upTo: asAt)
    return try Quantity("unobligated", .money(.usd(cents)), books, asAt: asAt)
  }

  /// What is obligated and not paid.
  public static func unliquidated(
    _ books: any Books, of subFund: SubFund?, project: EntryNumber?, asAt: CalendarDate
  ) throws -> Quantity {
    let cents = try books.sum([.obligations], of: subFund, project: project, upTo: asAt)
    return try Quantity("unliquidated", .money(.usd(-cents)), books, asAt: asAt)
  }

  /// Expenditure with its support cost as a share of what was allotted, to date; of a period, as a
  /// share of what was unobligated when it began and allotted in it. What came back is taken off
  /// in the period in which it did, so that the periods add up to what is spent to date: where more
  /// came back than was spent, the rate is below zero.
  ///
  /// - Throws: `nothing-allotted`.
  public static func deliveryRate(
    _ books: any Books, of project: Project?, in named: Period?, asAt: CalendarDate
  ) throws -> Quantity {
    let period = named ?? Period(from: .first, to: asAt)
    let spent = try books.sum([.budgetSpent], project: project?.id, in: period)
    var allotted = try -books.sum([.budgetIssued], project: project?.id, in: period)
    if let before = period.before {
      allotted += try books.sum([.budgetUnobligated], project: project?.id, in: before)
    }
    guard allotted > 0 else {
      throw LedgerError(
        rule: "nothing-allotted",
        "nothing is allotted to \(project?.code ?? "any project") \(named.map { "in \($0)" } ?? "by \(asAt)"), "
          + "so that there is no rate of delivery", hint: "cpcjf list allotments shows what is")
    }
    let tenths = Percentage.tenths(of: spent, in: allotted)
    return try Quantity(
      "delivery-rate", .perCent(tenths: tenths), books, in: named, asAt: period.to)
  }

  /// What donors, or one donor, still owe on committed pledges, in dollars at the rates of the
  /// pledges' days.
  public static func outstanding(
    _ books: any Books, of donor: EntryNumber?, asAt: CalendarDate
  ) throws -> Quantity {
    var cents: Int64 = 0
    try books.pledges(of: donor, upTo: asAt, asAt: asAt) { standing in
      if let day = standing.committedOn, day <= asAt {
        cents += standing.worth(on: asAt).outstanding
      }
    }
    return try Quantity("outstanding", .money(.usd(cents)), books, asAt: asAt)
  }

  /// What is outstanding on one pledge, in its currency.
  ///
  /// - Throws: `unknown-pledge` for one that did not stand on the day.
  public static func outstanding(
    _ books: any Books, onPledge name: String, asAt: CalendarDate
  ) throws -> Quantity {
    let named = try books.pledge(name, source: "manual")
    var found: Money?
    try books.pledges(of: named.pledge.donor, upTo: asAt, asAt: asAt) { standing in
      if standing.entry == named.entry { found = standing.outstanding }
    }
    guard let found else {
      throw LedgerError(
        rule: "unknown-pledge",
        named.isReversed
          ? "\(named.number) was reversed" : "\(named.number) is of \(named.date), after \(asAt)",
        field: "pledge")
    }
    return try Quantity("outstanding", .money(found), books, asAt: asAt)
  }

  private static func accounts(_ sections: Set<Account.Section>) -> [Account] {
    Account.allCases.filter { sections.contains($0.section) }
  }
}

extension Books {
  fileprivate func sum(
    _ accounts: [Account], of subFund: SubFund? = nil, project: EntryNumber? = nil,
    upTo day: CalendarDate
  ) throws -> Int64 {
    try sum(accounts, of: subFund, project: project, in: Period(from: .first, to: day))
  }

  /// US cents, debits positive; of a sub-fund with its parts.
  fileprivate func sum(
    _ accounts: [Account], of subFund: SubFund? = nil, donor: EntryNumber? = nil,
    project: EntryNumber? = nil, in period: Period
  ) throws -> Int64 {
    var query = TotalsQuery(accounts, in: period)
    if donor != nil { query.by.insert(.donor) }
    if project != nil { query.by.insert(.project) }
    let totals = try totals(query).filter {
      (donor == nil || $0.donor == donor) && (project == nil || $0.project == project)
    }
    guard let subFund else { return totals.reduce(0) { $0 + $1.usd } }
    let own = Dictionary(totals.map { ($0.subFund, $0.usd) }, uniquingKeysWith: +)
    return SubFundTree(try subFunds(on: period.to)).consolidated(own)[subFund.id] ?? 0
  }
}
