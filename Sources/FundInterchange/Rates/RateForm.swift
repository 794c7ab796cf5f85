import FundDomain

/// The forms in which rates of exchange are published, each told by the names of its columns.
enum RateForm: Equatable {
  /// The Treasury of the United Nations: operational rates, units per dollar.
  case unitedNations(currency: Int, effective: Int, rate: Int)
  /// The European Central Bank: a column for each currency, units per euro.
  case centralBank(date: Int, currencies: [Int: String])
  /// The Federal Reserve's release H.10 as it names its series: a line for each rate …
  case series(date: Int, series: Int, quotation: Int?, value: Int)
  /// … or a column for each series.
  case seriesColumns(date: Int, series: [Int: String])
  /// The averages of H.10 by country, all of them units per dollar.
  case countries(date: Int, country: Int, rate: Int)
  /// The rates at which currencies became the euro, which are part of the program.
  case fixed(units: Int)

  /// The form that a line of names is the header of; nil where it is none.
  init?(header names: [String]) {
    func place(_ wanted: [String]) -> Int? {
      wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    if let place = place(["units_per_eur", "units per eur"]) {
      self = .fixed(units: place)
      return
    }
    if let effective = place(Self.effectiveDates), let currency = place(Self.codes),
      let rate = place(Self.rates), names.allSatisfy(Self.isOfTreasury)
    {
      self = .unitedNations(currency: currency, effective: effective, rate: rate)
      return
    }
    guard let date = place(["date", "observation_date"]) else { return nil }
    if let series = place(["series"]), let value = place(["value"]) {
      self = .series(date: date, series: series, quotation: place(["quotation"]), value: value)
      return
    }
    let columns = names.enumerated().filter { $0.offset != date && !$0.element.isEmpty }
    if !columns.isEmpty, columns.allSatisfy({ Series($0.element) != nil }) {
      self = .seriesColumns(
        date: date,
        series: Dictionary(uniqueKeysWithValues: columns.map { ($0.offset, $0.element) }))
      return
    }
    if columns.contains(where: { $0.element == "usd" }),
      columns.allSatisfy({ (try? Currency($0.element)) != nil })
    {
      self = .centralBank(
        date: date,
        currencies: Dictionary(
          uniqueKeysWithValues: columns.map { ($0.offset, $0.element.uppercased()) }))
      return
    }
    guard let rate = place(Self.rates), let country = place(["country"]), names.count == 3 else {
      return nil
    }
    self = .countries(date: date, country: country, rate: rate)
  }

  /// Nothing else tells the Treasury's table: a rate of an unknown direction is none.
  private static func isOfTreasury(_ name: String) -> Bool {
    let others = ["", "country", "country name", "currency name", "f_country_name", "f_curr_name"]
    return (effectiveDates + rates + codes + others).contains(name)
  }

  private static let effectiveDates = [
    "effective date", "eff_date", "eff date", "rate_date", "date effective",
  ]
  private static let rates = [
    "rate", "exchange rate", "operational rate", "operational rate of exchange",
    "rate of exchange", "un operational rate", "value",
  ]
  private static let codes = [
    "abbreviation", "currency code", "f_curr_code", "code", "iso code", "iso", "currency",
  ]

  /// What the figures are, and what is made of them.
  var direction: String {
    let crossing =
      "rounded half to even to \(ExchangeRate.crossedDigits) significant digits"
    return switch self {
    case .unitedNations:
      "United Nations operational rates: units per US dollar, as published"
    case .centralBank:
      "European Central Bank: units per euro, crossed through the day's US dollars per euro, the "
        + "euro inverted, \(crossing)"
    case .series, .seriesColumns:
      "Federal Reserve H.10: units per US dollar as published; those in US dollars per unit "
        + "inverted, \(crossing)"
    case .countries:
      "Federal Reserve H.10, averages: units per US dollar as published, each in force from the "
        + "first day of its period; Venezuela's, of several bolívars, are left out"
    case .fixed: "Fixed rates: units per euro"
    }
  }
}

/// A series of the release H.10, as DEXNOUS: kroner per dollar, or DEXUSEU: dollars per euro.
struct Series {
  let currency: String
  /// Whether it states dollars per unit.
  let isInverted: Bool

  init?(_ name: String) {
    let letters = Array(name.uppercased())
    guard letters.count == 7, letters.starts(with: "DEX") else { return nil }
    let (first, second) = (String(letters[3...4]), String(letters[5...6]))
    isInverted = first == "US"
    guard first == "US" || second == "US",
      let currency = Self.currencies[isInverted ? second : first]
    else { return nil }
    self.currency = currency
  }

  /// What the Federal Reserve calls the countries.
  private static let currencies = [
    "AL": "AUD", "AU": "ATS", "BE": "BEF", "BZ": "BRL", "CA": "CAD", "CH": "CNY", "DN": "DKK",
    "EU": "EUR", "FN": "FIM", "FR": "FRF", "GE": "DEM", "GR": "GRD", "HK": "HKD", "IN": "INR",
    "IR": "IEP", "IT": "ITL", "JP": "JPY", "KO": "KRW", "MA": "MYR", "MX": "MXN", "NE": "NLG",
    "NO": "NOK", "NZ": "NZD", "PO": "PTE", "SD": "SEK", "SF": "ZAR", "SI": "SGD", "SL": "LKR",
    "SP": "ESP", "SZ": "CHF", "TA": "TWD", "TH": "THB", "UK": "GBP",
  ]

  /// The currency of a country in the averages; nil of Venezuela, whose figures of 1995 count
  /// bolívars of 2008 and whose later ones were redenominated within a month.
  static func currency(of country: String) -> String? {
    countries[country].flatMap { currencies[$0] }
  }

  private static let countries = [
    "Australia": "AL", "Austria": "AU", "Belgium": "BE", "Brazil": "BZ", "Canada": "CA",
    "China": "CH", "Denmark": "DN", "Euro": "EU", "Finland": "FN", "France": "FR", "Germany": "GE",
    "Greece": "GR", "Hong Kong": "HK", "India": "IN", "Ireland": "IR", "Italy": "IT",
    "Japan": "JP", "South Korea": "KO", "Malaysia": "MA", "Mexico": "MX", "Netherlands": "NE",
    "Norway": "NO", "New Zealand": "NZ", "Portugal": "PO", "Sweden": "SD", "South Africa": "SF",
    "Singapore": "SI", "Sri Lanka": "SL", "Spain": "SP", "Switzerland": "SZ", "Taiwan": "TA",
    "Thailand": "TH", "United Kingdom": "UK",
  ]
}
