/// A country or territory of ISO 3166-1, or a former one with the dates of its life.
public struct Country: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Its place in the table.
  private let place: Int

  private init(place: Int) { self.place = place }

  /// Reads a whole code (alpha-3, alpha-2, M49), or a name or other usual name.
  ///
  /// - Throws: `unknown-country`, with the nearest.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    guard let place = Entry.byName[nameKey(text)] else {
      throw LedgerError(
        rule: "unknown-country", "there is no country '\(text)'",
        hint: Entry.unofficial(text)
          ?? didYouMean(
            nearest(
              to: String(text), among: Entry.all.flatMap { [$0.code, $0.name] + $0.otherNames })),
        field: "country")
    }
    self.init(place: place)
  }

  /// Every country, former ones too, in the order of the codes.
  public static var all: [Country] { Entry.all.indices.map { Country(place: $0) } }

  public var description: String { code }

  public static func < (left: Country, right: Country) -> Bool { left.place < right.place }

  /// ISO 3166-1 alpha-3, of a former country ISO 3166-3's.
  public var code: String { entry.code }
  public var alpha2: String { entry.alpha2 }
  /// The three digits of M49.
  public var m49: String { entry.m49 }
  public var name: String { entry.name }
  public var otherNames: [String] { entry.otherNames }
  /// Codes that the United Nations used in the numbers of projects: NIR for Nigeria.
  public var unofficialCodes: [String] { entry.unofficialCodes }
  /// The life of a country that began or ended in the Fund's years.
  public var from: CalendarDate? { entry.from }
  public var until: CalendarDate? { entry.until }
  /// One of the 193 Members of the United Nations.
  public var isMemberState: Bool { entry.isMemberState }
  /// The Office's region.
  public var operationalRegion: Region? { entry.operationalRegion }
  public var m49Region: Region? { Region.m49(number: entry.m49Region) }
  /// The three digits of the M49 sub-region; empty where M49 has none.
  public var m49SubRegion: String { entry.m49SubRegion }
  /// The regional group of the General Assembly; nil for who is in none.
  public var unGroup: Region? { entry.unGroup }
  public var development: Development { entry.development }

  private var entry: Entry { Entry.all[place] }

  /// What the table says of a country.
  private struct Entry {
    let code, alpha2, m49, name: String
    let otherNames, unofficialCodes: [String]
    let operationalRegion, unGroup: Region?
    let m49Region, m49SubRegion: String
    let isMemberState: Bool
    let development: Development
    let from, until: CalendarDate?

    init(_ row: TableRow) {
      (code, alpha2, m49, name) = (row[0], row[1], row[2], row[3])
      otherNames = row.list(4)
      unofficialCodes = row.list(5)
      operationalRegion = try? Region(row[6], in: .unodc)
      (m49Region, m49SubRegion) = (row[7], row[8])
      unGroup = row.text(9).flatMap { try? Region($0, in: .unGroups) }
      isMemberState = row[10] == "member"
      development = Development(row)
      (from, until) = (row.date(15), row.date(16))
    }

    static let all = TableRow.rows(of: countryTable).map(Entry.init)

    /// Every name with its place; where a living and a former country share one, the living has it.
    static let byName: [String: Int] = {
      var places: [String: Int] = [:]
      let order = all.indices.sorted {
        (all[$0].until == nil ? 0 : 1, $0) < (all[$1].until == nil ? 0 : 1, $1)
      }
      for key in [\Entry.codes, \Entry.names] {
        for place in order {
          for name in all[place][keyPath: key] {
            let name = nameKey(name)
            if places[name] == nil { places[name] = place }
          }
        }
      }
      return places
    }()

    /// What a code of the United Nations' project numbers stands for.
    static func unofficial(_ text: some StringProtocol) -> String? {
      let code = text.uppercased()
      return all.first { $0.unofficialCodes.contains(code) }.map {
        "\(code) stands for \($0.name) in project numbers; its code is \($0.code)"
      }
    }

    private var codes: [String] { [code, alpha2, m49] }
    private var names: [String] { [name] + otherNames }
  }
}
