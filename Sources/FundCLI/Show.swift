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

  /// The version that holds on the day that was asked for, else the newest.
  private func version(
    _ id: EntryNumber, _ kind: String, _ books: any Books
  ) throws -> EntryNumber {
    try reading.asAt == nil
      ? books.newestVersion(of: id, kind: kind)
      : books.version(of: id, kind: kind, on: reading.day())
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
      case "project": return try version(books.project(name).id, kind, books)
      case "donor": return try version(books.donor(name).id, kind, books)
      case "programme": return try version(books.programme(name).id, kind, books)
      case "mandate": return try version(books.mandate(name).id, kind, books)
      default: return try version(books.subFund(name).id, kind, books)
      }
    }
    throw LedgerError(
      rule: "unknown-name", "nothing in the ledger is called '\(what)'",
      hint: "cpcjf list projects and cpcjf list donors show what there is")
  }
}
