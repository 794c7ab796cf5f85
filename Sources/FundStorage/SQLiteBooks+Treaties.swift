import FundDomain
import GRDB

extension SQLiteBooks {
  func treatyActs(
    to instrument: Instrument?, of participant: Participant?
  ) throws -> [TreatyAct] {
    var conditions = [living("treaty_act.entry")]
    var arguments: [String] = []
    if let instrument {
      conditions.append("instrument = ?")
      arguments.append(instrument.code)
    }
    switch participant {
    case .state(let country):
      conditions.append("country = ?")
      arguments.append(country.code)
    case .organization(let organization):
      conditions.append("country IS NULL AND organization = ?")
      arguments.append(organization.code)
    case nil: break
    }
    let sql = """
      SELECT * FROM treaty_act WHERE \(conditions.joined(separator: " AND ")) ORDER BY entry
      """
    return try rows(sql, StatementArguments(arguments)).map { try treatyAct($0) }
  }

  private func treatyAct(_ row: Row) throws -> TreatyAct {
    let participant: Participant =
      if let country = row["country"] as String? {
        .state(try Country(country))
      } else {
        .organization(try kept(RegionalOrganization(row["organization"] as String)))
      }
    return TreatyAct(
      instrument: try Instrument(row["instrument"] as String), participant: participant,
      signature: date(row["signature_date"]).map {
        TreatyAct.Signature(date: $0, note: row["signature_note"])
      },
      consent: try date(row["consent_date"]).map {
        TreatyAct.Consent(date: $0, kind: try kept(ConsentKind(rawValue: row["consent_type"])))
      },
      source: row["source"])
  }
}
