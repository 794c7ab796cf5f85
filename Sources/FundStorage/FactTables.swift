import FundDomain
import GRDB

/// The tables in which the facts of each kind of document stand, in the order in which they are
/// written and hashed.
enum FactTables {
  static let byKind: [String: [String]] = [
    "fund": ["fund"],
    "donor": ["donor", "name"],
    "programme": ["programme", "name"],
    "mandate": ["mandate", "name"],
    "sub_fund": ["sub_fund", "name"],
    "project": [
      "project", "project_theme", "project_country", "project_budget", "project_partner",
      "project_mandate", "project_request", "project_marker", "name",
    ],
    "rate": ["rate"],
    "treaty_act": ["treaty_act"],
    "request": ["request", "request_theme"],
    "co_funding": ["co_funding"],
    "opening": ["opening", "pledge", "instalment", "allotment", "obligation"],
    "pledge": ["pledge", "instalment"],
    "commitment": ["commitment"],
    "contribution": ["contribution"],
    "refund": ["refund"],
    "adjustment": ["adjustment"],
    "allotment": ["allotment"],
    "allotment_change": ["allotment_change"],
    "obligation": ["obligation"],
    "obligation_change": ["obligation_change"],
    "disbursement": ["disbursement"],
    "recovery": ["recovery"],
    "interest": ["cash_act"],
    "other_income": ["cash_act"],
    "charge": ["cash_act"],
    "transfer": ["transfer"],
    "exchange": ["exchange"],
    "revaluation": ["revaluation"],
    "write_off": ["write_off"],
    "pledge_increase": ["pledge_increase"],
    "earmark_change": ["earmark_change"],
    "donor_change": ["donor_change"],
    "closing": ["closing", "closing_balance", "closing_item"],
    "reopening": ["reopening"],
    "falling_due": ["falling_due"],
    "deferred_income": ["deferred_income"],
    "activity_report": ["activity_report", "reported_flow", "flow_withdrawal"],
    "reversal": ["reversal"],
  ]

  /// Every table of facts.
  static let all = Set(byKind.values.joined()).sorted()

  static func order(of table: String) -> String {
    let hasLines = !byKind.values.contains { $0.first == table }
    return hasLines ? "entry, line" : "entry"
  }
}

extension Fact {
  /// A fact from the row that it was kept as: its columns but NULLs and the hash.
  init(_ table: String, _ row: Row) {
    self.init(table)
    for (column, value) in row where column != "hash" {
      switch value.storage {
      case .int64(let number): set(column, number)
      case .string(let text): set(column, text)
      case .null: break
      // STRICT tables hold neither; one that does is not what was hashed.
      case .double(let number): set(column, "\(number)")
      case .blob(let bytes): set(column, hexadecimal(bytes))
      }
    }
  }
}

extension SQLiteBooks {
  func facts(of entry: EntryNumber) throws -> [Fact] {
    guard let own = try row("SELECT * FROM entry WHERE seq = ?", [entry]) else { return [] }
    var facts = [Fact("entry", own)]
    for table in (FactTables.byKind[own["kind"]] ?? []) + ["posting"] {
      let order = table == "posting" ? "line" : FactTables.order(of: table)
      let rows = try rows("SELECT * FROM \(table) WHERE entry = ? ORDER BY \(order)", [entry])
      facts += rows.map { Fact(table, $0) }
    }
    return facts
  }
}
