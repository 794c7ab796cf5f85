import FundDomain

extension TreatyCountdown {
  /// How the instruments that count grew in number, against the forty that the Convention and its
  /// Protocols need.
  public var charts: [Chart] {
    let deposited = rows.map { row in
      row.parties.filter { $0.place != nil }.compactMap { $0.consent?.date }.sorted()
    }
    guard let first = deposited.compactMap(\.first).min() else { return [] }
    let days = Self.ends(from: first, to: foot.asAt)
    let lines = Chart(
      .line, "Instruments that count, against those needed", in: .count(of: "instruments"),
      series: rows.map(\.instrument.code),
      items: days.map { day in
        Chart.Item(
          day.label, deposited.map { dates in Int64(dates.count { $0 <= day.date }) })
      },
      mark: rows.first.map {
        Chart.Mark("\($0.instrument.code) needs", at: Int64($0.instrument.needed))
      })
    return drawn(lines)
  }

  /// The ends of quarters from one day to another, of years where those are many; the last is the
  /// day itself.
  private static func ends(
    from first: CalendarDate, to last: CalendarDate
  ) -> [(date: CalendarDate, label: String)] {
    let isLong = last.year - first.year > 5
    let step = isLong ? 12 : 3
    var ends: [(date: CalendarDate, label: String)] = []
    var start = CalendarDate(year: first.year, month: 1, day: 1) ?? first
    while start <= last {
      let end = start.adding(months: step).adding(days: -1)
      if end >= first {
        let date = min(end, last)
        ends.append((date, isLong ? "\(date.year)" : "\(date.month)/\(date.year)"))
      }
      start = start.adding(months: step)
    }
    return ends
  }
}
