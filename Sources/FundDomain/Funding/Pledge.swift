/// A donor's promise: an amount, when its instalments are due, what it is for.
public struct Pledge: Hashable, Sendable {
  public var donor: EntryNumber
  public var subFund: EntryNumber
  public var amount: Money
  /// Its worth on its day, in US cents, and the entry of the rate that says so.
  public var usd: Int64
  public var rate: EntryNumber?
  /// When which part is due; they add up to the amount. Without any, all of it is due on the last
  /// day of the year of the pledge.
  public var instalments: [Instalment]
  /// Announced, or with a condition not yet met: a memorandum until it is committed.
  public var announced: Bool
  public var earmark: Earmark?
  public var condition: String?
  public var useBy: CalendarDate?
  /// The programme support rate that the agreement says, in millionths.
  public var supportRate: Millionths?
  /// The exchange of letters, note verbale or agreement.
  public var paper: String?

  public init(
    donor: EntryNumber, subFund: EntryNumber, amount: Money, usd: Int64,
    rate: EntryNumber? = nil, instalments: [Instalment], announced: Bool,
    earmark: Earmark? = nil, condition: String? = nil, useBy: CalendarDate? = nil,
    supportRate: Millionths? = nil, paper: String? = nil
  ) {
    self.donor = donor
    self.subFund = subFund
    self.amount = amount
    self.usd = usd
    self.rate = rate
    self.instalments = instalments
    self.announced = announced
    self.earmark = earmark
    self.condition = condition
    self.useBy = useBy
    self.supportRate = supportRate
    self.paper = paper
  }

  /// The instalments in the order in which payments fill them: oldest first.
  public func schedule(from date: CalendarDate) -> [Instalment] {
    guard !instalments.isEmpty else {
      return [Instalment(due: .end(of: date.year), amount: amount.minorUnits)]
    }
    return instalments.enumerated().sorted { ($0.1.due, $0.0) < ($1.1.due, $1.0) }.map(\.1)
  }
}

/// A part of a pledge, with the day on which it is due.
public struct Instalment: Hashable, Sendable {
  public let due: CalendarDate
  /// In minor units of the pledge's currency.
  public let amount: Int64

  public init(due: CalendarDate, amount: Int64) {
    self.due = due
    self.amount = amount
  }
}

/// An announced pledge becomes binding, or its condition is met: a later act on the pledge.
public struct Commitment: Hashable, Sendable {
  public var pledge: EntryNumber
  public var paper: String?
}

/// How a pledge stands: figures that the store fetches by index, so that rules stay pure.
public struct PledgeStanding: Sendable {
  public let entry: EntryNumber
  public let number: DocumentNumber
  /// The day of the pledge.
  public let date: CalendarDate
  public let pledge: Pledge
  /// The day on which it was committed, and the entry that did so, its own or a later act's; nil
  /// while it is announced.
  public let committedOn: CalendarDate?
  public let committedBy: EntryNumber?
  public let isReversed: Bool
  /// It was open when the ledger began: all of it was counted then.
  public let isOpening: Bool
  /// What was added to it, paid or written off since, in the order of recording.
  public let changes: [Change]

  /// A later act on its amount, or a payment, in minor units.
  public enum Change: Hashable, Sendable {
    /// With its worth on its day, in US cents.
    case increase(Instalment, usd: Int64)
    case payment(Int64)
    case writeOff(Int64)
  }

  /// What is counted as income and unpaid: the pledge's receivable, in its currency and US cents.
  public let receivable: Int64
  public let receivableUSD: Int64

  public init(
    entry: EntryNumber, number: DocumentNumber, date: CalendarDate, pledge: Pledge,
    committedOn: CalendarDate?, committedBy: EntryNumber?, isReversed: Bool,
    isOpening: Bool = false, changes: [Change], receivable: Int64, receivableUSD: Int64
  ) {
    self.entry = entry
    self.number = number
    self.date = date
    self.pledge = pledge
    self.committedOn = committedOn
    self.committedBy = committedBy
    self.isReversed = isReversed
    self.isOpening = isOpening
    self.changes = changes
    self.receivable = receivable
    self.receivableUSD = receivableUSD
  }

  /// What is pledged now, with what was added; what was written off is no less pledged.
  public var pledged: Money {
    let added = changes.reduce(Int64(0)) { sum, change in
      if case .increase(let instalment, _) = change { sum + instalment.amount } else { sum }
    }
    return Money(minorUnits: pledge.amount.minorUnits + added, pledge.amount.currency)
  }

  /// What has been paid of it, in minor units of its currency.
  public var paid: Int64 {
    changes.reduce(0) { sum, change in
      if case .payment(let units) = change { sum + units } else { sum }
    }
  }

  /// What will not be paid, in minor units.
  public var writtenOff: Int64 {
    changes.reduce(0) { sum, change in
      if case .writeOff(let units) = change { sum + units } else { sum }
    }
  }

  /// What the donor still owes.
  public var outstanding: Money {
    Money(minorUnits: pledged.minorUnits - paid - writtenOff, pledge.amount.currency)
  }

  /// When which part is due, with what was added.
  var schedule: [Instalment] {
    changes.reduce(pledge.schedule(from: date)) { schedule, change in
      guard case .increase(let instalment, _) = change else { return schedule }
      let place = schedule.firstIndex { $0.due > instalment.due } ?? schedule.count
      return Array(schedule[..<place]) + [instalment] + schedule[place...]
    }
  }

  /// The instalments that have neither been counted as income, nor paid, nor written off, oldest
  /// first.
  public var uncounted: [Instalment] {
    remaining(schedule, after: receivable + paid + writtenOff)
  }
}

/// What is left of instalments once an amount has filled the oldest of them.
public func remaining(_ schedule: [Instalment], after filled: Int64) -> [Instalment] {
  var filled = filled
  return schedule.compactMap { instalment in
    let part = min(filled, instalment.amount)
    filled -= part
    let rest = instalment.amount - part
    return rest > 0 ? Instalment(due: instalment.due, amount: rest) : nil
  }
}

/// The first instalments of a schedule, up to an amount.
func first(_ amount: Int64, of schedule: [Instalment]) -> [Instalment] {
  var rest = amount
  return schedule.compactMap { instalment in
    let part = min(rest, instalment.amount)
    rest -= part
    return part > 0 ? Instalment(due: instalment.due, amount: part) : nil
  }
}
