/// A State's request for assistance (resolution 56/123, paragraphs 3 and 15): a memorandum, which
/// projects meet.
public struct AssistanceRequest: Hashable, Sendable {
  /// The State that asked, as it was called on the day.
  public var country: Country
  public var themes: [Theme]
  /// The note verbale or letter that asks.
  public var paper: String

  public init(country: Country, themes: [Theme], paper: String) {
    self.country = country
    self.themes = themes
    self.paper = paper
  }
}

/// A request as it is recorded.
public struct RequestStanding: Sendable {
  public let entry: EntryNumber
  public let number: DocumentNumber
  public let date: CalendarDate
  public let request: AssistanceRequest

  public init(
    entry: EntryNumber, number: DocumentNumber, date: CalendarDate, request: AssistanceRequest
  ) {
    self.entry = entry
    self.number = number
    self.date = date
    self.request = request
  }
}

extension AssistanceRequest {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let name = try form.required("state")
    let country = try reading("state") { () throws(LedgerError) in
      try Country(requesting: name, on: date)
    }
    guard let themes = try form.requestedThemes() else {
      throw LedgerError(
        rule: "field-missing", "the request of \(country.name) has no theme",
        hint: "give --theme, or 'unclassified' where it says none", field: "themes")
    }
    let request = AssistanceRequest(
      country: country, themes: themes, paper: try form.required("document"))
    return Draft(document: .request(request), date: date)
  }

  func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("request", of: entry)
    record.set("country", country.code)
    record.set("paper", paper)
    return [record]
      + themes.enumerated().map { line, theme in
        var record = Fact("request_theme", of: entry, line: line + 1)
        record.set("theme", theme.code)
        return record
      }
  }
}

extension Country {
  /// The State that asks for assistance on a day, as it was called then.
  ///
  /// - Throws: `unknown-country` with the nearest, `requester-no-state`, `state-ended`,
  ///   `state-not-begun`.
  fileprivate init(requesting text: String, on day: CalendarDate) throws(LedgerError) {
    let country = try Country(text, on: day)
    guard country.isState else {
      throw LedgerError(
        rule: "requester-no-state", "\(country.name) is no State",
        hint: "assistance is given to States at their request: name the State that asks")
    }
    try country.requireLife(on: [day])
    self = country.named(on: day) ?? country
  }
}

extension Form {
  /// What a request is about: themes without shares.
  func requestedThemes() throws(LedgerError) -> [Theme]? {
    let items = try list("themes")
    guard !items.isEmpty else { return nil }
    return try reading("themes") { () throws(LedgerError) in
      var themes: [Theme] = []
      for item in items {
        let theme = try Theme(item)
        guard !themes.contains(theme) else {
          throw LedgerError(
            rule: "named-twice", "\(theme) stands twice among the themes")
        }
        themes.append(theme)
      }
      return themes
    }
  }
}
