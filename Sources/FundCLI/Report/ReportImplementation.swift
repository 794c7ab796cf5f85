import ArgumentParser
import FundDomain
import FundReports

struct ReportImplementation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "implementation",
    abstract: "The annex to the Secretary-General's report: every report, as one document.",
    discussion: """
      Every report of a period that answers a paragraph of resolution 56/123, with contents, what \
      must be known to read it, and at its end what it stands on. Of the biennium so far where no \
      period is given.

      It names the entry up to which it knows the ledger: asked for again with --known-at and that \
      entry, it is the same to the last character, whatever was recorded later.

      Example:
        cpcjf report implementation --session 57 -p 2002-2003 -o report.html
        cpcjf report implementation --session 57 -p 2002-2003 --known-at 4091 -o report.xlsx
      """)

  @Option(
    help: ArgumentHelp(
      "The session of the General Assembly to which it is submitted.", valueName: "number"))
  var session: Int
  @Option(help: ArgumentHelp("Who prepared it.", valueName: "name")) var preparedBy: String?
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    guard session > 0 else {
      throw ValidationError("Sessions are counted from 1: there is no session \(session).")
    }
  }

  func run() throws {
    let span = try reading.biennium(period)
    let today = try Clock.today()
    guard reading.asAt != nil || span.to <= today else {
      throw LedgerError(
        rule: "period-not-over", "the period \(span) is not over on \(today)",
        hint: "say as at which day: --as-at \(today)", field: "as-at")
    }
    try reading.write { books in
      try .implementation(
        books, session: session, in: span, regions: regions.regions, preparedBy: preparedBy)
    }
  }
}
