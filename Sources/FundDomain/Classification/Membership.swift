extension Country {
  /// The days on which it was a Member of the United Nations by its name of today or of then; nil
  /// of who never was one. Who was one before 1990 is taken to have been one always.
  public var membership: Period? {
    if let days = Country.former[code] {
      return Period(from: days.from ?? .first, to: days.to)
    }
    guard isMemberState else { return nil }
    return Period(from: Country.admissions[code] ?? from ?? .first, to: .last)
  }

  /// The Members of some day of a period, in the order of the codes; one that changed its name
  /// within it stands there once, by the last.
  public static func members(in period: Period) -> [Country] {
    let members = all.filter { $0.membership.map(period.overlaps) ?? false }
    return members.filter { country in
      country.continuation.map { !members.contains($0) } ?? true
    }
  }

  /// The State that goes on with its membership under another name.
  private var continuation: Country? {
    Country.continued[code].flatMap { try? Country($0) }
  }

  /// The Member among some that it is, or that goes on with its membership.
  public func member(among members: Set<Country>) -> Country? {
    members.contains(self) ? self : continuation?.member(among: members)
  }

  /// Who goes on with whose membership; those that fell apart (CSK) or joined another (DDR, YMD)
  /// are gone on with by nobody.
  private static let continued = [
    "BUR": "MMR", "SCG": "SRB", "SUN": "RUS", "YUG": "SCG", "ZAR": "COD",
  ]

  /// Members that are no more, or no more by that name. Yugoslavia is one Member until 2003, as
  /// the list of Members had it: the Federal Republic was admitted on 1 November 2000.
  private static let former: [String: (from: CalendarDate?, to: CalendarDate)] = {
    var former: [String: (from: CalendarDate?, to: CalendarDate)] = [:]
    for code in ["BUR", "CSK", "DDR", "SCG", "SUN", "YMD", "YUG", "ZAR"] {
      guard let country = try? Country(code), let until = country.until else { continue }
      former[code] = (country.from, until)
    }
    return former
  }()

  /// Days of admission since 1990 of those that go on with nobody's membership: United Nations,
  /// "Growth in United Nations membership", and press release ORG/1469 of 3 July 2006.
  private static let admissions: [String: CalendarDate] = {
    let days = """
      1990-04-23 NAM
      1990-09-18 LIE
      1991-09-17 PRK EST LVA LTU MHL FSM KOR
      1992-03-02 ARM AZE KAZ KGZ MDA SMR TJK TKM UZB
      1992-05-22 BIH HRV SVN
      1992-07-31 GEO
      1993-01-19 CZE SVK
      1993-04-08 MKD
      1993-05-28 ERI MCO
      1993-07-28 AND
      1994-12-15 PLW
      1999-09-14 KIR NRU TON
      2000-09-05 TUV
      2002-09-10 CHE
      2002-09-27 TLS
      2006-06-28 MNE
      2011-07-14 SSD
      """
    var admissions: [String: CalendarDate] = [
      // The names under which others' memberships go on.
      "MMR": .after("BUR"), "RUS": .after("SUN"),
    ].compactMapValues { $0 }
    for line in days.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let day = try? CalendarDate(words[0]) else { continue }
      for code in words.dropFirst() { admissions[String(code)] = day }
    }
    return admissions
  }()
}

extension CalendarDate {
  /// The day after a country's last.
  fileprivate static func after(_ code: String) -> CalendarDate? {
    (try? Country(code))?.until?.next
  }
}

extension Period {
  /// Whether some day lies in both.
  public func overlaps(_ other: Period) -> Bool { from <= other.to && other.from <= to }
}
