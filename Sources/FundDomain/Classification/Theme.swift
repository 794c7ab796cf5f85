/// What a project is about: juvenile justice, corruption, trafficking in persons …
/// (resolution 56/123, paragraphs 3 to 7, 16 and 19).
public struct Theme: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let code: String
  public let title: String
  /// Purpose codes of the OECD DAC's Creditor Reporting System, the first the nearest.
  public let purposeCodes: [String]
  /// The instrument that it serves: UNTOC, TIP, SOM, FIREARMS, UNCAC, terrorism, vienna-plans
  /// (the plans of action of the Vienna Declaration), other.
  public let instrument: String
  /// Whether it counts as the priority that the Convention and its Protocols have, for the
  /// balance that the preamble asks for.
  public let countsAsConvention: Bool

  /// Reads a theme by its code or title.
  ///
  /// - Throws: `unknown-theme`, with the nearest.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    if let theme = Theme.byCode[String(text)] {
      self = theme
      return
    }
    let wanted = nameKey(text)
    guard
      let theme = Theme.all.first(where: {
        nameKey($0.code) == wanted || nameKey($0.title) == wanted
      })
    else {
      throw LedgerError(
        rule: "unknown-theme", "there is no theme '\(text)'",
        hint: didYouMean(
          nearest(to: String(text), among: Theme.all.flatMap { [$0.code, $0.title] }))
          ?? "cpcjf list themes shows them", field: "theme")
    }
    self = theme
  }

  private init(_ row: TableRow) {
    (code, title, instrument) = (row[0], row[1], row[3])
    purposeCodes = row.list(2)
    countsAsConvention = row[4] == "y"
  }

  public var description: String { code }

  public static func < (left: Theme, right: Theme) -> Bool { left.order < right.order }

  private var order: Int { Theme.all.firstIndex { $0.code == code } ?? 0 }

  /// Every theme, in the order of the table.
  public static let all = TableRow.rows(of: table).map(Theme.init)

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  // code | title | purpose codes | instrument | counts as the Convention's priority
  private static let table = """
    juvenile-justice|Juvenile justice|15130;15160|vienna-plans|
    trafficking-in-persons|Trafficking in persons|15160;15180;15190|TIP|y
    smuggling-of-migrants|Smuggling of migrants|15190;15136|SOM|y
    corruption|Corruption|15113|UNCAC|
    organized-crime|Transnational organized crime|15113;15132|UNTOC|y
    terrorism-prevention|Terrorism prevention|15210;15130|terrorism|
    firearms|Firearms|15240|FIREARMS|y
    money-laundering|Money-laundering|15113|UNTOC|y
    criminal-justice-reform|Criminal justice reform|15130;15134|vienna-plans|
    crime-prevention|Crime prevention|15130;16010|vienna-plans|
    victims|Victims and witnesses|15160;15130|vienna-plans|
    treaty-ratification|Ratification of treaties|15130;15131|UNTOC|y
    prison-reform|Prison reform|15137|vienna-plans|
    policing|Policing and law enforcement|15132|other|
    cybercrime|Cybercrime|15130;15132|other|
    research-and-forensics|Research, trend analysis and forensics|15130|other|
    programme-support|Programme support|91010|other|
    unclassified|Unclassified||other|
    """
}
