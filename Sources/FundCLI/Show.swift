import ArgumentParser
import FundDomain
import FundReports

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one document, donor or project, whole, with its postings.",
    discussion: """
      Example:
        cpcjf show CTB-2002-0001
        cpcjf show EGY/R31
      """)

  @Argument(
    help: "A document's number, or the code of a donor, project, programme, mandate or sub-fund.")
  var what: String
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.day()
    try reading.write { books in
      try DocumentView(books, entry: try entry(books), asAt: day)
    }
  }

  private func entry(_ books: any Books) throws -> EntryNumber {
    if let number = DocumentNumber(what) { return try books.entry(number).sequence }
    let kinds = ["project", "donor", "programme", "mandate", "sub_fund"]
    // What is named whole is meant, before any that only begins so.
    let whole = try kinds.filter { try !books.bearers(of: what, kind: $0).isEmpty }
    for kind in whole.isEmpty ? kinds : whole {
      let name = try Beginning(what).of(kind, books)
      guard try !books.bearers(of: name, kind: kind).isEmpty else { continue }
      switch kind {
      case "project": return try books.newestVersion(of: books.project(name).id, kind: kind)
      case "donor": return try books.newestVersion(of: books.donor(name).id, kind: kind)
      case "programme": return try books.newestVersion(of: books.programme(name).id, kind: kind)
      case "mandate": return try books.newestVersion(of: books.mandate(name).id, kind: kind)
      default: return try books.newestVersion(of: books.subFund(name).id, kind: kind)
      }
    }
    throw LedgerError(
      rule: "unknown-name", "nothing in the ledger is called '\(what)'",
      hint: "cpcjf list projects and cpcjf list donors show what there is")
  }
}
