import FundDomain
import GRDB

extension SQLiteBooks {
  func whereAuthorityWent(
    of project: EntryNumber, allotment: EntryNumber?, limit: Int
  ) throws -> [(allotment: String, left: Int64, spent: [(document: String, usd: Int64)])] {
    let newest = """
      SELECT entry FROM allotment WHERE project = ? AND \(living("allotment.entry"))
      ORDER BY entry DESC LIMIT ?
      """
    let spent = """
      SELECT document, sum(usd) AS usd FROM posting
      WHERE allotment = ? AND account = ? AND \(known("entry"))
      GROUP BY document HAVING sum(usd) <> 0 ORDER BY 2 DESC LIMIT ?
      """
    let entries: [EntryNumber] =
      try allotment.map { [$0] } ?? rows(newest, [project, limit]).reversed().map { $0["entry"] }
    return try entries.map { entry in
      let standing = try self.allotment(entry, on: .last)
      let documents = try rows(spent, [standing.entry, Account.budgetSpent.number, limit])
        .map { (document: try name(of: $0["document"]), usd: $0["usd"] as Int64) }
      return (standing.number.description, standing.unobligated, documents)
    }
  }
}
