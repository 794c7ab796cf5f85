/// What a document has charged to one allotment so far, worked out from its postings.
struct Charge {
  let allotment: EntryNumber
  /// In the document's currency and in US cents, support cost apart.
  var units: Int64 = 0
  var usd: Int64 = 0
  /// The programme support that it bears.
  var support: Int64 = 0
  /// Of both, what the biennium of a day has charged.
  var usdNow: Int64 = 0
  var supportNow: Int64 = 0
  /// What is not yet paid of an obligation, in its currency and in US cents.
  var unliquidated: Int64 = 0
  var unliquidatedUSD: Int64 = 0

  init(allotment: EntryNumber) { self.allotment = allotment }

  /// What was paid, in the document's currency.
  var paid: Int64 { units - unliquidated }
}

extension [DatedPosting] {
  /// The charges of a document in a currency, in the order in which its allotments were first
  /// charged.
  func charges(in currency: Currency, now date: CalendarDate) -> [Charge] {
    let biennium = Biennium(of: date)
    var charges: [Charge] = []
    for line in self {
      guard let allotment = line.posting.allotment else { continue }
      if !charges.contains(where: { $0.allotment == allotment }) {
        charges.append(Charge(allotment: allotment))
      }
      let place = charges.firstIndex { $0.allotment == allotment }!
      charges[place].add(
        line.posting, in: currency, isNow: Biennium(of: line.date) >= biennium)
    }
    if currency == .usd {
      for place in charges.indices { charges[place].units = charges[place].usd }
    }
    return charges
  }
}

extension Charge {
  /// Adds a line: `budget:spent` is charge and support together, `assets:inter-fund` the support
  /// owed. What an opening obligation was issued and not opened with is the support that it bore.
  mutating func add(_ line: Posting, in currency: Currency, isNow: Bool) {
    let units = line.amount.currency == currency ? line.amount.minorUnits : 0
    switch line.account {
    case .budgetSpent: usd += line.usd
    case .interFund: bear(-line.usd)
    case .budgetIssued: bear(-line.usd)
    case .opening:
      bear(-line.usd)
      self.units += units
    case .obligations:
      unliquidated -= line.amount.minorUnits
      unliquidatedUSD -= line.usd
    case .programmeSupport: if isNow { supportNow += line.usd }
    case .savings, .priorPeriod: self.units += units
    case let account where account.section == .expenditure:
      self.units += units
      if isNow { usdNow += line.usd }
    default: break
    }
  }

  private mutating func bear(_ cents: Int64) {
    support += cents
    usd -= cents
  }
}

/// The programme support on some expenditure, half to even to the cent.
func support(on cents: Int64, at rate: Millionths) -> Int64 {
  Int64(halfEven(Int128(cents) * Int128(rate), 1_000_000))
}

extension Money {
  /// The US cents that the least unit of an amount is worth, rounded up; one at the least.
  func leastUnit(worth usd: Int64) -> Int64 { max(1, (usd - 1) / minorUnits + 1) }
}

extension AllotmentStanding {
  /// The most that can be charged with the support that it adds to its document.
  func fits(on charge: Charge) -> Int64 {
    guard left > 0 else { return 0 }
    var most = Int64(Int128(left) * 1_000_000 / Int128(1_000_000 + allotment.support)) + 2
    while most > 0, most + added(most, to: charge) > left { most -= 1 }
    return max(most, 0)
  }

  /// The support that a further charge adds to its document.
  func added(_ cents: Int64, to charge: Charge) -> Int64 {
    support(on: charge.usd + cents, at: allotment.support) - charge.support
  }
}

extension Journal {
  /// The allotments of a project that an amount is charged to, with the part of each: the one that
  /// is named, else the project's, money kept apart before pools, oldest first. No part is worth
  /// less than the least unit of the amount's currency.
  ///
  /// - Throws: `over-allotments` (rule 4) with what is left and where.
  func split(
    _ spending: Spending, charged: [Charge], on date: CalendarDate
  ) throws -> [(allotment: AllotmentStanding, charge: Charge, usd: Int64)] {
    let usd = spending.worth.usd
    let unit = spending.amount.leastUnit(worth: usd)
    var rest = usd
    var parts: [(allotment: AllotmentStanding, charge: Charge, usd: Int64)] = []
    for allotment in try allotments(spending, on: date) where rest > 0 {
      let charge =
        charged.first { $0.allotment == allotment.entry } ?? Charge(allotment: allotment.entry)
      var part = min(rest, allotment.fits(on: charge))
      if part < rest { part = min(part, rest - unit) }
      guard part >= min(unit, rest) else { continue }
      parts.append((allotment, charge, part))
      rest -= part
    }
    guard rest > 0 else { return parts }
    throw LedgerError(
      rule: "over-allotments",
      "\(Money.usd(usd)) with its programme support is more than is "
        + (spending.allotment == nil
          ? "allotted to \(spending.project.code)" : "left of the allotment that is named")
        + ": \(try whereAuthorityWent(of: spending))",
      hint: "\(Money.usd(usd - rest)) fits; "
        + (spending.allotment == nil
          ? "allot more with cpcjf record allotment"
          : "cpcjf change allotment increases it, and another obligation may name another"),
      field: "amount")
  }

  /// What is left of the allotment named, else of a project's, and where the rest went, in words.
  private func whereAuthorityWent(of spending: Spending) throws -> String {
    let few = 3
    let places = try books.whereAuthorityWent(
      of: spending.project.id, allotment: spending.allotment, limit: few
    ).map { place in
      let spent = place.spent.map { "\(Money.usd($0.usd)) on \($0.document)" }
      return "\(place.allotment) has \(Money.usd(place.left)) left"
        + (spent.isEmpty ? "" : " (\(spent.joined(separator: ", ")))")
    }
    guard !places.isEmpty else { return "it has no allotment" }
    return (places.count < few ? "" : "of its newest allotments, ") + places.joined(separator: "; ")
  }

  /// The postings that charge an amount to allotments against cash or obligations: expenditure,
  /// its programme support, and the authority that it spends.
  func charge(
    _ amount: Money, against other: Account, class account: Account,
    to parts: [(allotment: AllotmentStanding, charge: Charge, usd: Int64)],
    of document: EntryNumber
  ) throws -> [Posting] {
    let units = apportion(amount.minorUnits, over: parts.map(\.usd))
    var lines: [Posting] = []
    for (part, units) in zip(parts, units) {
      let money = Money(minorUnits: units, amount.currency)
      let added = part.allotment.added(part.usd, to: part.charge)
      lines.append(part.allotment.line(account, money, part.usd, of: document))
      lines.append(
        other == .cash
          ? part.allotment.cash(-money, -part.usd, of: document)
          : part.allotment.line(other, -money, -part.usd, of: document))
      lines += try support(added, on: part.allotment, of: document)
      lines += part.allotment.authority(part.usd + added, of: document)
    }
    return lines
  }

  /// Programme support from the allotment's sub-fund to PSC; below zero it goes back, as
  /// expenditure and income not had, or as savings in both.
  func support(
    _ cents: Int64, on allotment: AllotmentStanding, of document: EntryNumber,
    asSavings: Bool = false
  ) throws -> [Posting] {
    guard cents != 0 else { return [] }
    let earner = try books.subFund("PSC").id
    func earned(_ account: Account, _ cents: Int64) -> Posting {
      var line = allotment.line(account, cents, of: document)
      (line.subFund, line.allotment, line.source) = (earner, nil, nil)
      return line
    }
    return [
      allotment.line(asSavings ? .savings : .programmeSupport, cents, of: document),
      allotment.line(.interFund, -cents, of: document),
      earned(.interFund, cents), earned(asSavings ? .savings : .programmeSupportIncome, -cents),
    ]
  }

  /// Some of what a document charged to an allotment comes back, at the value at which it was
  /// charged: this biennium's charge is reduced first, the rest is savings; its support follows.
  ///
  /// - Returns: that value, in US cents, and the postings.
  func giveBack(
    _ units: Int64, of charge: Charge, on allotment: AllotmentStanding, class account: Account,
    _ currency: Currency, document: EntryNumber
  ) throws -> (usd: Int64, lines: [Posting]) {
    let share =
      units == charge.units ? charge.usd : proportion(of: charge.usd, units, in: charge.units)
    let now = max(0, min(share, charge.usdNow))
    let unitsNow = now == share ? units : proportion(of: units, now, in: share)
    var lines: [Posting] = []
    func back(_ account: Account, _ units: Int64, _ cents: Int64) {
      guard units != 0 || cents != 0 else { return }
      lines.append(
        allotment.line(account, Money(minorUnits: -units, currency), -cents, of: document))
    }
    back(account, unitsNow, now)
    back(.savings, units - unitsNow, share - now)
    let stays = FundDomain.support(on: charge.usd - share, at: allotment.allotment.support)
    let support = max(0, min(charge.support - stays, charge.support))
    let supportNow = min(support, max(0, charge.supportNow))
    lines += try self.support(-supportNow, on: allotment, of: document)
    lines += try self.support(supportNow - support, on: allotment, of: document, asSavings: true)
    lines += allotment.authority(-(share + support), of: document)
    return (share, lines)
  }
}

extension AllotmentStanding {
  /// Authority that is spent; below zero it returns.
  fileprivate func authority(_ cents: Int64, of document: EntryNumber) -> [Posting] {
    cents == 0
      ? []
      : [
        line(.budgetSpent, cents, of: document), line(.budgetUnobligated, -cents, of: document),
      ]
  }
}
