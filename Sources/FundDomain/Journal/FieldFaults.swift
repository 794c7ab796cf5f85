extension Journal {
  /// Everything that is wrong with a form that was refused: each field by itself, and what it was
  /// refused for.
  ///
  /// A reader stops at the first fault; who mends a file wants to know them all at once.
  public func faults(of kind: DocumentKind, _ form: Form, refusedFor first: LedgerError)
    -> [LedgerError]
  {
    var found: [LedgerError] = []
    for field in kind.columns {
      do { try check(field, of: kind, form) } catch let error as LedgerError {
        let isOther = error.field.map(kind.columns.contains) ?? false
        let error = isOther ? error : error.at(field)
        if !found.contains(error) { found.append(error) }
      } catch {}
    }
    let fields = Set(found.compactMap(\.field))
    // What an amount is in a currency that is wrong nobody can say.
    let isOfNoCurrency = first.field == "amount" && fields.contains("currency")
    let isTold = first.field.map(fields.contains) ?? false
    return isTold || isOfNoCurrency ? found : found + [first]
  }

  /// Reads one field alone; what takes others to judge is left to the reader of the whole.
  private func check(_ field: String, of kind: DocumentKind, _ form: Form) throws {
    guard let text = try form.text(field) else {
      if kind.required.contains(field) { _ = try form.required(field) }
      return
    }
    switch field {
    case _ where ColumnContent(of: field) == .date: _ = try form.date(field)
    case "currency": _ = try Currency(text)
    case "amount": try checkAmount(text, form)
    case "units-per-usd": _ = try form.rate()
    case "support-rate": _ = try form.perCent(field)
    case "announced": _ = try form.isYes(field)
    case "country", "requested-by": _ = try form.country(field)
    case "donor": _ = try donor(form)
    case "earmark": _ = try earmark(form)
    case "sub-fund": _ = try books.subFund(text)
    case "programme": _ = try books.programme(text)
    case "project": _ = try books.project(text)
    case "mandates": _ = try form.list(field).map(books.mandate)
    case "requests": _ = try form.list(field).map { try books.request($0, source: source) }
    case "markers": _ = try form.markers()
    case "pledge": _ = try books.pledge(text, source: source)
    case "contribution": _ = try books.contribution(text, source: source)
    case "obligation": _ = try books.spending(text, source: source)
    case "from": _ = try money(form)
    case "class": _ = try form.objectClass()
    case "status": _ = try form.word(field, ProjectStatus.self)
    case "kind" where kind == .donors: _ = try form.word(field, DonorKind.self)
    case "kind": _ = try form.word(field, Contribution.Kind.self)
    case "themes" where kind == .requests: _ = try form.requestedThemes()
    case "themes": _ = try form.themes()
    case "countries", "scope": _ = try form.beneficiaries()
    case "budget": _ = try form.budget(instead: [])
    case "gender": _ = try form.gender()
    case "instrument": _ = try Instrument(text)
    case "consent_type": _ = try form.word(field, ConsentKind.self)
    default: break
    }
  }

  private func checkAmount(_ text: String, _ form: Form) throws {
    let currency = try form.text("currency").flatMap { try? Currency($0) }
    if let currency { _ = try Money(decimal: text, currency).positive() }
    guard PlainDecimal(text) == nil else { return }
    _ = try Money(decimal: text, .usd)
  }
}
