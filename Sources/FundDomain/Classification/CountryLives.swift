extension Country {
  /// Finds a country by a code or name that a former one may have borne before it, as 891 and CS
  /// were: the one that bore it on a day.
  ///
  /// - Throws: `unknown-country`, with the nearest.
  public init(_ text: some StringProtocol, on day: CalendarDate) throws(LedgerError) {
    let country = try Country(text)
    let wanted = searchKey(text)
    self =
      country.lived(on: day)
      ? country
      : Country.all.first { $0.lived(on: day) && $0.isCalled(wanted) } ?? country
  }

  private func isCalled(_ key: String) -> Bool {
    ([code, alpha2, m49, name] + otherNames).contains { searchKey($0) == key }
  }

  private func lived(on day: CalendarDate) -> Bool {
    (from ?? .first) <= day && day <= (until ?? .last)
  }

  /// The same State as it is called today, itself where none goes on with it.
  public var today: Country {
    guard let code = Country.successors[code], let next = try? Country(code) else { return self }
    return next.today
  }

  /// The same State as it was called on a day; nil where it was none then.
  public func named(on day: CalendarDate) -> Country? {
    if lived(on: day) { return self }
    let today = today
    return Country.all.first { $0.lived(on: day) && $0.today == today }
  }

  /// A State acts on days of its life, under the name that it had at the latest.
  ///
  /// - Throws: `state-ended` with the name that it had then, `state-not-begun`.
  func requireLife(on days: [CalendarDate]) throws(LedgerError) {
    if let ended = until, let latest = days.max(), ended < latest {
      throw LedgerError(
        rule: "state-ended", "\(name) ended on \(ended), before \(latest)",
        hint: named(on: latest).map { "name the State as it was called then: \($0.name)" })
    }
    guard let day = days.first(where: { named(on: $0) == nil }) else { return }
    let began = from.map { "began on \($0), after" } ?? "was not there on"
    throw LedgerError(rule: "state-not-begun", "\(name) \(began) \(day)")
  }

  /// Whether it takes part in treaties by itself: a Member of the United Nations, or one of the
  /// States that are none.
  public var isState: Bool {
    today.isMemberState || ["COK", "NIU", "PSE", "VAT"].contains(code)
  }

  /// Which State goes on with the rights and duties of a former one, in the practice of the
  /// Secretary-General as depositary. What fell apart (CSK) or joined another (DDR) has none.
  private static let successors = [
    "BUR": "MMR", "SCG": "SRB", "SUN": "RUS", "YUG": "SCG", "ZAR": "COD",
  ]
}
