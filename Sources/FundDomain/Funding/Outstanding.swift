// What of a pledge is still to come, and when it is due.

extension PledgeStanding {
  /// The instalments, or what is left of them, that are neither paid nor written off, oldest
  /// first: what was written off fills the oldest as a payment does, counted as income or not.
  public var unpaid: [Instalment] { remaining(schedule, after: paid + writtenOff) }

  /// The same, each with its part of what is outstanding in US cents: the parts add up to it.
  public var open: [(instalment: Instalment, usd: Int64)] {
    let unpaid = unpaid
    let cents = cumulative(worth.outstanding, over: unpaid.map(\.amount))
    return zip(unpaid, cents).map { ($0, $1) }
  }
}
