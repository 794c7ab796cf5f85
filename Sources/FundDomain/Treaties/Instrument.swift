/// A convention or protocol whose ratification the resolution urges (resolution 56/123,
/// paragraph 16), with its own rule for entry into force.
public struct Instrument: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// UNTOC, TIP, SOM, FIREARMS or UNCAC: published names, which do not change.
  public let code: String
  public let title: String
  /// The day on which the General Assembly adopted it.
  public let adopted: CalendarDate
  /// How many instruments of ratification, acceptance, approval or accession it needs.
  public let needed: Int
  /// It enters into force on this day after the last of those was deposited: the ninetieth.
  public let days: Int
  /// The code of the Convention that it is a Protocol to, before which it is not in force.
  private let conventionCode: String?
  private let otherNames: [String]

  /// Reads an instrument by its code, title or usual name.
  ///
  /// - Throws: `unknown-instrument`, with the nearest.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    let wanted = searchKey(text)
    guard
      let instrument = Instrument.all.first(where: { instrument in
        instrument.names.contains { searchKey($0) == wanted }
      })
    else {
      throw LedgerError(
        rule: "unknown-instrument", "there is no instrument '\(text)'",
        hint: didYouMean(nearest(to: String(text), among: Instrument.all.flatMap(\.names)))
          ?? "there are \(Instrument.all.map(\.code).joined(separator: ", "))",
        field: "instrument")
    }
    self = instrument
  }

  /// - Precondition: the row's date and numbers can be read.
  private init(_ row: TableRow) {
    guard let adopted = row.date(2), let needed = Int(row[3]), let days = Int(row[4]) else {
      preconditionFailure("the row of \(row[0]) cannot be read")
    }
    (code, title) = (row[0], row[1])
    (self.adopted, self.needed, self.days) = (adopted, needed, days)
    conventionCode = row.text(5)
    otherNames = row.list(6)
  }

  /// The Convention that it is a Protocol to.
  public var convention: Instrument? {
    conventionCode.flatMap { code in Instrument.all.first { $0.code == code } }
  }

  public var description: String { code }

  private var names: [String] { [code, title] + otherNames }

  public static func < (left: Instrument, right: Instrument) -> Bool { left.order < right.order }

  private var order: Int { Instrument.all.firstIndex(of: self) ?? 0 }

  /// Every instrument, a Convention before its Protocols.
  public static let all = TableRow.rows(of: table).map(Instrument.init)

  // Resolutions 55/25 of 15 November 2000, 55/255 of 31 May 2001, 58/4 of 31 October 2003; entry
  // into force: UNTOC article 38, TIP 17, SOM 22, FIREARMS 18, UNCAC 68.
  //
  // code | title | adopted | instruments needed | on which day after | Protocol to | other names
  private static let table = """
    UNTOC|United Nations Convention against Transnational Organized Crime|2000-11-15|40|90||Palermo Convention
    TIP|Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children|2000-11-15|40|90|UNTOC|Trafficking Protocol;Trafficking in Persons Protocol
    SOM|Protocol against the Smuggling of Migrants by Land, Sea and Air|2000-11-15|40|90|UNTOC|Smuggling Protocol;Smuggling of Migrants Protocol
    FIREARMS|Protocol against the Illicit Manufacturing of and Trafficking in Firearms, Their Parts and Components and Ammunition|2001-05-31|40|90|UNTOC|Firearms Protocol
    UNCAC|United Nations Convention against Corruption|2003-10-31|30|90||
    """
}
