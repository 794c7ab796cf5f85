import FundDomain

extension Check {
  static let ofPledges = [
    Check(
      "instalments-not-whole", .basic,
      "The instalments of a pledge do not add up to it."
    ) { look in
      try look.pledges().compactMap { standing in
        let pledge = standing.pledge
        let sum = pledge.instalments.reduce(0) { $0 + $1.amount }
        guard !pledge.instalments.isEmpty, sum != pledge.amount.minorUnits else { return nil }
        return Finding(
          "\(standing.number)",
          "its instalments add up to \(Money(minorUnits: sum, pledge.amount.currency)), not to "
            + "\(pledge.amount)")
      }
    },
    Check(
      "pledge-without-document", .strict,
      "A pledge is committed, and no exchange of letters, note or agreement is named."
    ) { look in
      try look.pledges().filter { !$0.pledge.announced && $0.pledge.paper == nil }.map {
        Finding(
          "\($0.number)",
          "\(try look.donor($0.pledge.donor)) committed \($0.pledge.amount), and no document says so"
        )
      }
    },
    Check(
      "pledge-overdue", .advisory, "An instalment is overdue by more than 30 days."
    ) { look in
      try look.committedPledges().compactMap { standing in
        let late = standing.unpaid.filter { look.day.days(since: $0.due) > overdueDays }
        guard let oldest = late.first else { return nil }
        let sum = late.reduce(0) { $0 + $1.amount }
        return Finding(
          "\(standing.number)",
          "\(Money(minorUnits: sum, standing.pledge.amount.currency)) of "
            + "\(try look.donor(standing.pledge.donor)) is overdue, the oldest part since "
            + "\(oldest.due), \(look.day.days(since: oldest.due)) days")
      }
    },
    Check("instalment-due", .advisory, "An instalment is due within 60 days.") { look in
      let last = look.day.adding(days: dueDays)
      return try look.committedPledges().flatMap { standing in
        try standing.unpaid.filter { look.day <= $0.due && $0.due <= last }.map {
          Finding(
            "\(standing.number)",
            "\(Money(minorUnits: $0.amount, standing.pledge.amount.currency)) of "
              + "\(try look.donor(standing.pledge.donor)) is due on \($0.due)")
        }
      }
    },
    Check(
      "use-by-near", .advisory,
      "Money is left of what a donor wants used within the next 90 days, or wanted used before."
    ) { look in
      let last = look.day.adding(days: useByDays)
      let near = try look.pledges().filter { $0.pledge.useBy.map { $0 <= last } ?? false }
      let unspent = near.isEmpty ? [:] : try look.unspentByPledge()
      return try near.compactMap { standing in
        guard let day = standing.pledge.useBy, let cents = unspent[standing.entry], cents > 0
        else { return nil }
        return Finding(
          "\(standing.number)",
          "\(Money.usd(cents)) of \(try look.donor(standing.pledge.donor)) is unspent and "
            + (day < look.day ? "was to be used by \(day)" : "to be used by \(day)"))
      }
    },
  ]

  /// A part of a pledge that is later than this is chased.
  static let overdueDays = 30
  /// So early a part of a pledge is announced.
  static let dueDays = 60
  /// So early money is looked after that must be used by a day.
  static let useByDays = 90
}
