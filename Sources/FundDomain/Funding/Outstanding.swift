// What of a pledge is still to come, and when it is due.

extension PledgeStanding {
  /// The instalments, or what is left of them, that are neither paid nor written off, oldest
  /// first. What was written off fills the oldest as a payment does, but for what had not been
  /// counted as income, which is taken from the last.
  public var unpaid: [Instalment] {
    let given = writtenOff
    return remaining(schedule, after: paid + given.all - given.uncounted)
  }

  /// What is outstanding, in US cents at the rate of the pledge's day: what was pledged, shared
  /// out over what was paid, written off and is outstanding, so that the three add up.
  public var outstandingUSD: Int64 {
    let whole = pledged.minorUnits
    let usd = proportion(of: pledge.usd, whole, in: pledge.amount.minorUnits)
    let parts = [paid, writtenOff.all, outstanding.minorUnits].map { max($0, 0) }
    return apportion(usd, over: parts)[2]
  }

  /// A part of the pledge in US cents, at the rate of its day.
  public func worth(of units: Int64) -> Int64 {
    proportion(of: pledge.usd, units, in: pledge.amount.minorUnits)
  }
}
