import FundDomain

/// A table of rates of exchange as a bank or treasury publishes it, recognised by its columns. Each
/// rate becomes units per US dollar; what it was made of stands in its source.
public struct RateTable: FormFile {
  private let form: RateForm
  private var scanner: CSVScanner
  public private(set) var faults: [FileFault] = []

  /// A header stands within the first lines: some tables have a title over it.
  private static let mostTitles = 20

  /// Nil where the file is in none of these forms.
  public init?(_ bytes: [UInt8]) {
    guard let bytes = try? TextEncoding.utf8(bytes, nil) else { return nil }
    for separator in Dialect.separators {
      var scanner = CSVScanner(bytes, separator: separator)
      for _ in 0..<Self.mostTitles {
        guard let row = try? scanner.next() else { break }
        if let form = RateForm(header: row.fields.map { headingKey($0.text) }) {
          (self.form, self.scanner) = (form, scanner)
          if case .fixed(let place) = form { faults = [Self.fixedFault(row.fields[place])] }
          return
        }
      }
    }
    return nil
  }

  private static func fixedFault(_ field: CSVField) -> FileFault {
    FileFault(
      line: field.line, column: field.column, rule: "rates-fixed",
      message: "these are the rates at which currencies became the euro, which are known",
      hint: "import a table with the euro's own rates: those of its units follow from them")
  }

  /// What the figures are, and what is made of them.
  public var direction: String? { form.direction }

  public mutating func rows(_ each: (FormRow) throws -> Void) throws {
    guard faults.isEmpty else { return }
    let table = self
    try scanner.rows(passingBlank: true, &faults) { row in
      for rate in table.rates(row) { try each(rate.row) }
      return nil
    }
  }

  /// The rates that a row states.
  private func rates(_ row: CSVRow) -> [PublishedRate] {
    func figure(_ place: Int) -> Figure {
      guard place < row.fields.count else {
        return Figure(text: "", line: row.line, column: row.fields.last?.column ?? 1)
      }
      let field = row.fields[place]
      return Figure(text: trimmed(field.text), line: field.line, column: field.column)
    }
    switch form {
    case .unitedNations(let currency, let effective, let rate):
      // The table has a line for every country, those that use the dollar too.
      if figure(currency).text == "USD", (try? ExchangeRate(figure(rate).text))?.isOne == true {
        return []
      }
      return [
        PublishedRate(
          currency: figure(currency), effective: figure(effective),
          units: .success(figure(rate).text), figure: figure(rate),
          source: "United Nations operational rate of exchange")
      ]
    case .centralBank(let date, let currencies):
      return perEuro(figure(date), currencies, figure)
    case .series(let date, let series, let quotation, let value):
      return rate(
        of: figure(series), said: quotation.map(figure)?.text, day: figure(date), figure(value))
    case .seriesColumns(let date, let series):
      return series.sorted { $0.key < $1.key }.flatMap { place, name in
        let name = Figure(text: name, line: row.line, column: figure(place).column)
        return rate(of: name, said: nil, day: figure(date), figure(place))
      }
    case .countries(let date, let country, let rate):
      return average(of: figure(country), day: figure(date), figure(rate))
    case .fixed: return []
    }
  }

  private func perEuro(
    _ day: Figure, _ currencies: [Int: String], _ figure: (Int) -> Figure
  ) -> [PublishedRate] {
    var dollars: Figure?
    var units: [(currency: String, figure: Figure)] = []
    for (place, currency) in currencies.sorted(by: { $0.key < $1.key }) {
      let figure = figure(place)
      if PublishedRate.isNone(figure.text) { continue }
      if currency == "USD" { dollars = figure } else { units.append((currency, figure)) }
    }
    guard let dollars else {
      return units.map { currency, figure in
        PublishedRate(
          currency: Figure(text: currency, line: figure.line, column: figure.column),
          effective: day,
          units: .failure(
            LedgerError(
              rule: "rate-not-crossed",
              "the day has no US dollars per euro through which \(currency) could be crossed")),
          figure: figure, source: "European Central Bank")
      }
    }
    return EuroDay(day: day, publisher: "European Central Bank", dollars: dollars)
      .rates(units: units)
  }

  /// The rate of a series of the Federal Reserve, in the direction that its name says.
  private func rate(
    of name: Figure, said: String?, day: Figure, _ value: Figure
  ) -> [PublishedRate] {
    if PublishedRate.isNone(value.text) { return [] }
    let publisher = "Federal Reserve H.10 \(name.text.uppercased())"
    func wrong(_ rule: String, _ message: String, of currency: String? = nil) -> [PublishedRate] {
      [
        PublishedRate(
          currency: Figure(text: currency ?? name.text, line: name.line, column: name.column),
          effective: day, units: .failure(LedgerError(rule: rule, message)),
          figure: value, source: publisher)
      ]
    }
    guard let series = Series(name.text) else {
      return wrong("rate-series-unknown", "'\(name.text)' is no series of exchange rates of H.10")
    }
    let expected = series.isInverted ? "USD per LCU" : "LCU per USD"
    if let said, !said.isEmpty, said != expected {
      return wrong(
        "rate-direction", "\(name.text) is \(expected), and the file says it is \(said)",
        of: series.currency)
    }
    let currency = Figure(text: series.currency, line: name.line, column: name.column)
    guard series.isInverted else {
      return [
        PublishedRate(
          currency: currency, effective: day, units: .success(value.text), figure: value,
          source: publisher)
      ]
    }
    let euro = EuroDay(day: day, publisher: publisher, dollars: value)
    if series.currency == "EUR" { return [euro.euro] + euro.fixed(without: []) }
    let units = Result { () throws(LedgerError) in
      try ExchangeRate.crossing(.one, dollars: try ExchangeRate(value.text)).description
    }
    return [
      PublishedRate(
        currency: currency, effective: day, units: units, figure: value,
        source: "\(publisher): \(value.text) USD per \(series.currency)")
    ]
  }

  /// An average by country; nothing of one whose currency is not sure.
  private func average(of country: Figure, day: Figure, _ value: Figure) -> [PublishedRate] {
    if PublishedRate.isNone(value.text) || country.text == "Venezuela" { return [] }
    let currency = Series.currency(of: country.text) ?? country.text
    return [
      PublishedRate(
        currency: Figure(text: currency, line: country.line, column: country.column),
        effective: day, units: .success(value.text), figure: value,
        source: "Federal Reserve H.10, average, \(country.text)")
    ]
  }
}
