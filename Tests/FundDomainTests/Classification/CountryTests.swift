import FundDomain
import Testing

@Suite struct CountryTests {
  /// ISO 3166-1 has 249 entries; ten former countries of ISO 3166-3 stand beside them.
  @Test func `every country of ISO 3166 is there once, with its codes`() throws {
    let living = Country.all.filter { $0.until == nil }
    #expect(living.count == 249)
    #expect(Country.all.count == 259)
    #expect(Set(Country.all.map(\.code)).count == 259)
    #expect(Set(living.map(\.alpha2)).count == 249)
    #expect(Set(living.map(\.m49)).count == 249)
    for country in Country.all {
      #expect(try Country(country.code) == country)
      #expect(country.operationalRegion != nil)
      #expect(country.from == nil || country.until == nil || country.from! < country.until!)
    }
  }

  /// The regional groups of the General Assembly, as the Secretariat counts them.
  @Test(arguments: [
    ("african", 54), ("asia-pacific", 54), ("latin-american-and-caribbean", 33),
    ("western-european-and-other", 29), ("eastern-european", 23),
  ])
  func `the Member States stand in five groups`(group: String, count: Int) {
    let members = Country.all.filter { $0.isMemberState && $0.unGroup?.key == group }
    #expect(members.count == count)
  }

  @Test func `there are 193 Member States`() {
    #expect(Country.all.filter(\.isMemberState).count == 193)
  }

  @Test(arguments: [
    ("Viet Nam", "VNM"), ("Vietnam", "VNM"), ("Bolivia, Plurinational State of", "BOL"),
    ("Türkiye", "TUR"), ("turkey", "TUR"), ("Côte D'Ivoire", "CIV"), ("Lao PDR", "LAO"),
    ("Hong Kong SAR", "HKG"), ("State of Palestine", "PSE"), ("GB", "GBR"), ("826", "GBR"),
    ("The former Yugoslav Republic of Macedonia", "MKD"), ("Libyan Arab Jamahiriya", "LBY"),
    ("Swaziland", "SWZ"), ("YUG", "YUG"), ("USSR", "SUN"), ("Republic of Moldova", "MDA"),
  ])
  func `a country is found by any usual name`(name: String, code: String) throws {
    #expect(try Country(name).code == code)
  }

  @Test func `a code of project numbers is explained`() {
    let error = #expect(throws: LedgerError.self) { try Country("NIR") }
    #expect(error?.hint?.contains("NGA") == true)
  }

  /// The rule of the Office's regions, over M49.
  @Test func `operational regions follow from M49`() throws {
    let exceptions = [
      "ARM": "west-and-central-asia", "AZE": "west-and-central-asia",
      "GEO": "west-and-central-asia", "AFG": "west-and-central-asia",
      "IRN": "west-and-central-asia", "PAK": "west-and-central-asia",
      "TUR": "south-eastern-and-eastern-europe", "CYP": "south-eastern-and-eastern-europe",
    ]
    let subRegions = [
      "202": "africa", "015": "middle-east-and-north-africa",
      "145": "middle-east-and-north-africa", "143": "west-and-central-asia", "034": "south-asia",
      "030": "east-asia-and-pacific", "035": "east-asia-and-pacific",
      "053": "east-asia-and-pacific", "054": "east-asia-and-pacific",
      "057": "east-asia-and-pacific", "061": "east-asia-and-pacific",
      "151": "south-eastern-and-eastern-europe", "419": "latin-america-and-caribbean",
      "021": "other-states", "154": "other-states", "155": "other-states",
    ]
    for country in Country.all where country.until == nil {
      let wanted = exceptions[country.code] ?? subRegions[country.m49SubRegion]
      guard let wanted else { continue }
      #expect(country.operationalRegion?.key == wanted, "\(country.code)")
    }
  }

  @Test func `the least developed are those of their day`() throws {
    let maldives = try Country("MDV").development
    #expect(maldives.isLeastDeveloped(on: try CalendarDate("2010-12-31")))
    #expect(!maldives.isLeastDeveloped(on: try CalendarDate("2011-01-01")))
    let now = try CalendarDate("2025-06-30")
    #expect(Country.all.filter { $0.development.isLeastDeveloped(on: now) }.count == 44)
    #expect(Country.all.filter(\.development.isLandlockedDeveloping).count == 32)
  }
}

@Suite struct RegionTests {
  @Test func `an unknown region names the nearest`() {
    let error = #expect(throws: LedgerError.self) { try Region("afrika", in: .unodc) }
    #expect(error?.rule == "unknown-region")
    #expect(error?.hint?.contains("africa") == true)
  }

  @Test func `every region is found by its key and title`() throws {
    for scheme in RegionScheme.allCases {
      for region in Region.all(scheme) {
        #expect(try Region(region.key, in: scheme) == region)
        #expect(try Region(region.title, in: scheme) == region)
      }
    }
  }
}

@Suite struct ThemeTests {
  @Test func `the codes are those that were published`() throws {
    let codes = [
      "juvenile-justice", "trafficking-in-persons", "smuggling-of-migrants", "corruption",
      "organized-crime", "terrorism-prevention", "firearms", "money-laundering",
      "criminal-justice-reform", "crime-prevention", "victims", "treaty-ratification",
      "prison-reform", "policing", "cybercrime", "research-and-forensics", "programme-support",
      "unclassified",
    ]
    #expect(Theme.all.map(\.code) == codes)
    #expect(try Theme("Juvenile justice").code == "juvenile-justice")
    for theme in Theme.all { #expect(theme.purposeCodes.allSatisfy { $0.utf8.count == 5 }) }
  }
}

@Suite struct SearchKeyTests {
  @Test(arguments: [
    ("FS/NIR/01/R16", "fsnir01r16"), ("JORS21", "jors21"), ("Côte d’Ivoire", "cotedivoire"),
    ("Curaçao", "curacao"), ("São Tomé", "saotome"), ("Łódź", "lodz"), ("e\u{301}", "e"),
    ("日本", "日本"), ("  ", ""),
  ])
  func `a key is letters and digits, without marks`(text: String, key: String) {
    #expect(searchKey(text) == key)
  }

  @Test(arguments: [
    ("FS/NIR/01/R16", "fsnir01r16", true), ("Côte d’Ivoire", "COTE D'IVOIRE", true),
    ("Bolivia (Plurinational State of)", "Bolivia, Plurinational State of", true),
    ("Guinea–Bissau", "guinea bissau", true), ("e\u{301}\u{200D}", "É", true),
    ("+1+1", "=1+1", false), ("A&B", "A B", false), ("AB", "A*B", false), ("A€", "A$", false),
  ])
  func `names that differ in a sign that carries meaning are two`(
    one: String, other: String, same: Bool
  ) {
    #expect((nameKey(one) == nameKey(other)) == same)
    #expect(searchKey(one) == searchKey(other) || !same)
  }

  @Test func `the nearest come first, and none twice`() {
    #expect(
      nearest(to: "coruption", among: ["corruption", "Corruption", "firearms"]) == ["corruption"])
    #expect(nearest(to: "contribs", among: ["donors", "contributions"]) == ["contributions"])
    #expect(nearest(to: "xyz", among: ["corruption", "firearms"]).isEmpty)
    #expect(nearest(to: String(repeating: "a", count: 100_000), among: ["b"]).isEmpty)
    #expect(didYouMean(["A", "B", "C"]) == "did you mean A, B or C?")
    #expect(didYouMean([]) == nil)
  }
}
