/// Who takes part in a treaty: a State, or a regional economic organization.
public enum Participant: Hashable, Sendable {
  /// A State as it is called today: what Yugoslavia did is Serbia's, which goes on with it.
  case state(Country)
  case organization(RegionalOrganization)

  /// Finds a participant by any usual name, a former State by the days on which it acted too.
  ///
  /// - Parameter days: when it acted; at least one.
  /// - Throws: `unknown-participant` with the nearest, `participant-no-state`, `state-ended`,
  ///   `state-not-begun`.
  init(_ text: String, acting days: [CalendarDate]) throws(LedgerError) {
    if let organization = RegionalOrganization(text) {
      self = .organization(organization)
      return
    }
    let latest = days.max() ?? .last
    guard let country = try? Country(text, on: latest) else { throw .unknownParticipant(text) }
    guard country.isState else {
      throw LedgerError(
        rule: "participant-no-state",
        "\(country.name) is no State that takes part in treaties by itself", field: "participant")
    }
    try reading("participant") { () throws(LedgerError) in try country.requireLife(on: days) }
    self = .state(country.today)
  }

  /// A country's or organization's code.
  public var code: String {
    switch self {
    case .state(let country): country.code
    case .organization(let organization): organization.code
    }
  }

  /// The participant under the name and code of a day.
  public func named(on day: CalendarDate) -> (code: String, name: String) {
    switch self {
    case .state(let country):
      let then = country.named(on: day) ?? country
      return (then.code, then.name)
    case .organization(let organization): return (organization.code, organization.name)
    }
  }

  public var isState: Bool {
    if case .state = self { true } else { false }
  }
}

extension LedgerError {
  fileprivate static func unknownParticipant(_ text: String) -> LedgerError {
    let names =
      Country.all.flatMap { [$0.code, $0.name] + $0.otherNames }
      + RegionalOrganization.all.flatMap { [$0.code] + $0.names }
    return LedgerError(
      rule: "unknown-participant",
      "there is no State or regional economic organization '\(text)'",
      hint: didYouMean(nearest(to: text, among: names))
        ?? "cpcjf list countries shows the States", field: "participant")
  }
}

/// A regional economic organization, which may be party to a treaty beside its member States.
public struct RegionalOrganization: Hashable, Sendable {
  public let code: String
  public let name: String
  let otherNames: [String]

  /// Finds an organization by its code or any usual name.
  public init?(_ text: some StringProtocol) {
    let wanted = searchKey(text)
    guard
      let found = RegionalOrganization.all.first(where: { organization in
        ([organization.code] + organization.names).contains { searchKey($0) == wanted }
      })
    else { return nil }
    self = found
  }

  private init(_ row: TableRow) {
    (code, name) = (row[0], row[1])
    otherNames = row.list(2)
  }

  var names: [String] { [name] + otherNames }

  /// Every organization, in the order of the codes.
  public static let all = TableRow.rows(of: table).map(RegionalOrganization.init)

  // The European Union has acceded to all five instruments; the others may.
  //
  // code | name | other names
  private static let table = """
    ASEAN|Association of Southeast Asian Nations|
    CAN|Andean Community|Comunidad Andina
    CARICOM|Caribbean Community|
    COMESA|Common Market for Eastern and Southern Africa|
    EAC|East African Community|
    EAEU|Eurasian Economic Union|EEU
    ECCAS|Economic Community of Central African States|CEEAC
    ECOWAS|Economic Community of West African States|CEDEAO
    EU|European Union|European Community;European Communities;European Economic Community
    GCC|Gulf Cooperation Council|Cooperation Council for the Arab States of the Gulf
    MERCOSUR|Southern Common Market|Mercado Común del Sur
    SADC|Southern African Development Community|
    SICA|Central American Integration System|
    """
}
