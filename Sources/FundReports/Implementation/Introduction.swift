import FundDomain
import Plain

/// What must be known to read the annex: on what basis its figures are, at which rates, what they
/// leave out, and where each paragraph of the resolution is answered.
struct Introduction: Report {
  /// When a sub-fund's pledges count as income, on the first and the last day.
  struct Recognition {
    let subFund: SubFund
    let first, last: RecognitionPolicy
  }

  /// A currency in which something was recorded in the period.
  struct CurrencyRates {
    let currency: Currency
    /// Units per US dollar on the first and the last day; nil where none was in force.
    let first, last: Rate?
    /// How many rates took effect in the period.
    let count: Int
  }

  let period: Period
  let recognition: [Recognition]
  let rates: [CurrencyRates]
  let sources: [String]
  let answers: [(paragraph: Paragraph, chapters: [Int])]
  let excluded: [String]

  init(
    _ books: any Books, in period: Period, _ chapters: [Booklet.Part], excluded: [String]
  ) throws {
    self.period = period
    self.excluded = excluded
    recognition = try books.subFunds(on: period.to).map { subFund in
      Recognition(
        subFund: subFund,
        first: try books.subFund(subFund.id, on: period.from).policy(on: period.from),
        last: subFund.policy(on: period.to))
    }
    let used = try Self.currencies(books, period)
    let known = try used.map { currency in
      (currency, try books.rates(of: currency, in: Period(from: .first, to: period.to)))
    }
    rates = known.map { currency, rates in
      // Of a currency that ended, what is published later is no rate.
      func isLiving(_ day: CalendarDate) -> Bool { currency.ended.map { day <= $0 } ?? true }
      func rate(on day: CalendarDate) -> Rate? {
        isLiving(day) ? rates.last { $0.effective <= day } : nil
      }
      return CurrencyRates(
        currency: currency, first: rate(on: period.from), last: rate(on: period.to),
        count: rates.count { period.contains($0.effective) && isLiving($0.effective) })
    }
    let inForce = known.flatMap { _, rates in
      [rates.last { $0.effective <= period.from }].compactMap(\.self)
        + rates.filter { period.contains($0.effective) }
    }
    sources = Set(inForce.compactMap(\.source)).sorted()
    answers = Paragraph.all.map { paragraph in
      let places = chapters.indices.filter { chapters[$0].paragraphs.contains(paragraph) }
      return (paragraph, places.map { $0 + 1 })
    }
  }

  /// The currencies, other than the dollar, of what was recorded in the period.
  private static func currencies(_ books: any Books, _ period: Period) throws -> [Currency] {
    let standing: [Account] = [.cash, .pledgesReceivable, .obligations, .deferredIncome]
    let totals = try books.totals(TotalsQuery(standing, by: [.currency], in: period))
    return Set(totals.compactMap(\.currency)).subtracting([.usd]).sorted()
  }
}
