import FundDomain

/// A figure of a published table of rates, where it stands.
struct Figure {
  let text: String
  let line: Int
  let column: Int
}

/// A rate as its publisher states it, and what is made of it.
struct PublishedRate {
  let currency: Figure
  let effective: Figure
  /// Units per dollar as a plain decimal; what is wrong with the figures where there is none.
  let units: Result<String, LedgerError>
  let figure: Figure
  let source: String

  /// The rate as a form to be recorded.
  var row: FormRow {
    var texts = [
      "currency": currency.text, "effective": PublishedRate.date(effective.text), "source": source,
    ]
    var unread: [LedgerError] = []
    switch units {
    case .success(let text): texts["units-per-usd"] = text
    case .failure(let error): unread = [error.at("units-per-usd")]
    }
    let places = [
      "currency": currency.column, "effective": effective.column, "units-per-usd": figure.column,
    ]
    return FormRow(line: figure.line, form: Form(texts), unread: unread) { places[$0] }
  }

  /// A published date: ISO 8601, or with the month's name as `1 Nov 2002`.
  static func date(_ text: String) -> String {
    for form in dates {
      if let date = form?.read(trimmed(text)) { return date.description }
    }
    return text
  }

  private static let dates = [
    DateForm(pattern: "D MMM YYYY"), DateForm(pattern: "D-MMM-YYYY"), DateForm(pattern: "D.M.YYYY"),
  ]

  /// Whether a cell says that there is no rate.
  static func isNone(_ text: String) -> Bool {
    ["", ".", "-", "ND", "N/A", "NA"].contains(trimmed(text).uppercased())
  }
}

/// What a day's rates per euro say of rates per dollar.
struct EuroDay {
  let day: Figure
  let publisher: String
  /// US dollars per euro.
  let dollars: Figure

  /// The rates of a day whose figures are units per euro, the dollars among them; and those of the
  /// currencies that were units of the euro.
  func rates(units: [(currency: String, figure: Figure)]) -> [PublishedRate] {
    let others = units.map { currency, figure in
      rate(
        currency, figure,
        source: "\(publisher): \(figure.text) \(currency) and \(dollars.text) USD per EUR"
      ) { dollars throws(LedgerError) in
        try .crossing(try ExchangeRate(trimmed(figure.text)), dollars: dollars)
      }
    }
    return [euro] + others + fixed(without: Set(units.map(\.currency)))
  }

  /// The euro itself.
  var euro: PublishedRate {
    rate("EUR", dollars, source: "\(publisher): \(dollars.text) USD per EUR") {
      dollars throws(LedgerError) in try .crossing(.one, dollars: dollars)
    }
  }

  /// The currencies that were units of the euro that day, without those that have figures.
  func fixed(without said: Set<String>) -> [PublishedRate] {
    guard let date = try? CalendarDate(PublishedRate.date(day.text)) else { return [] }
    return Currency.fixedToEuro(on: date).filter { !said.contains($0.code) }.compactMap {
      currency in
      guard let fixed = currency.fixedRate else { return nil }
      return rate(
        currency.code, dollars,
        source: "fixed at \(fixed) \(currency) per EUR; \(publisher): \(dollars.text) USD per EUR"
      ) { dollars throws(LedgerError) in try fixed.crossed(dollars: dollars) }
    }
  }

  private func rate(
    _ currency: String, _ figure: Figure, source: String,
    _ crossed: (ExchangeRate) throws(LedgerError) -> ExchangeRate
  ) -> PublishedRate {
    let units: Result<String, LedgerError>
    do throws(LedgerError) {
      units = .success(try crossed(try ExchangeRate(trimmed(dollars.text))).description)
    } catch { units = .failure(error) }
    return PublishedRate(
      currency: Figure(text: currency, line: figure.line, column: figure.column), effective: day,
      units: units, figure: figure, source: source)
  }
}
