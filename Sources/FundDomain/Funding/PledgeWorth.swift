/// What a pledge is worth at the rate of its day, and at an increase's own, with what became of
/// it; in US cents, and in parts that add up.
///
/// A payment or write-off takes its part of what is then outstanding with it, as it leaves a
/// receivable: where all of a pledge was counted on its day, what is outstanding here is its
/// receivable, to the cent.
public struct PledgeWorth: Hashable, Sendable {
  public var pledged: Int64
  public var collected: Int64 = 0
  public var writtenOff: Int64 = 0
  /// Of what was promised for by the day that was asked for, what was collected, what was written
  /// off and what is still owed.
  public var collectedOfDue: Int64 = 0
  public var writtenOffOfDue: Int64 = 0
  public var owed: Int64 = 0
  /// What is owed since before that day.
  public var overdue: Int64 = 0

  /// What is not pledged is worth nothing.
  public static let nothing = PledgeWorth(pledged: 0)

  /// What was promised for by that day.
  public var due: Int64 { collectedOfDue + writtenOffOfDue + owed }
  public var outstanding: Int64 { pledged - collected - writtenOff }
  /// What was collected and is not due yet.
  public var inAdvance: Int64 { collected - collectedOfDue }
}

extension PledgeStanding {
  /// Its worth as far as it is not a question of days.
  var worth: PledgeWorth {
    var worth = PledgeWorth(pledged: pledge.usd)
    var units = pledge.amount.minorUnits
    func taken(_ part: Int64) -> Int64 {
      defer { units -= part }
      return part < units
        ? proportion(of: worth.outstanding, part, in: units) : worth.outstanding
    }
    for change in changes {
      switch change {
      case .increase(let instalment, let usd):
        units += instalment.amount
        worth.pledged += usd
      case .payment(let part): worth.collected += taken(part)
      case .writeOff(let part): worth.writtenOff += taken(part)
      }
    }
    return worth
  }

  /// Its worth, and of it what is due and overdue on a day. What is due on the very day is not
  /// overdue.
  public func worth(on day: CalendarDate) -> PledgeWorth {
    var worth = worth
    let promised = promised(by: day)
    let met = min(paid, promised)
    let due = open.filter { $0.instalment.due <= day }
    let dueUnits = due.reduce(0) { $0 + $1.instalment.amount }
    worth.owed = due.reduce(0) { $0 + $1.usd }
    worth.overdue = due.filter { $0.instalment.due < day }.reduce(0) { $0 + $1.usd }
    worth.collectedOfDue = proportion(of: worth.collected, met, in: paid)
    worth.writtenOffOfDue = proportion(
      of: worth.writtenOff, promised - met - dueUnits, in: writtenOff)
    return worth
  }

  /// Whether it bound its donor by a day.
  public func isCommitted(by day: CalendarDate) -> Bool { committedOn.map { $0 <= day } ?? false }

  /// What was promised for by a day, in minor units: paid or not.
  private func promised(by day: CalendarDate) -> Int64 {
    let added = changes.compactMap { change in
      if case .increase(let instalment, _) = change { instalment } else { nil }
    }
    return (pledge.schedule(from: date) + added).filter { $0.due <= day }
      .reduce(0) { $0 + $1.amount }
  }
}
