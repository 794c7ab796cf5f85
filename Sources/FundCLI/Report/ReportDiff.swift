import ArgumentParser
import FundDomain
import FundReports
import FundStorage
import Plain

struct ReportDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What moved in a report between two states of knowledge, and by which entries.",
    discussion: """
      Any report, with its own arguments, as known at A and at B; with one \
      --known-at, as known then and now. Says nothing and ends with 0 where nothing moved, else with 1.
      The report is asked once for each entry that may have moved it: thousands take their time.

      Example:
        cpcjf report diff biennium 2002-2003 --by donor --known-at 2003-06-30 --known-at 2003-12-31
        cpcjf report diff trial-balance --known-at 812 --known-at 840
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The report's name and its arguments.", valueName: "report"))
  var report: [String]
  @Option(
    help: ArgumentHelp(
      "What had been recorded by the end of a day, or up to an entry; once or twice.",
      valueName: "date|entry"))
  var knownAt: [String] = []
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...2).contains(knownAt.count) else {
      throw ValidationError("Say between what: --known-at A --known-at B.")
    }
  }

  func run() throws {
    let make = try asked()
    let ledger = try ledger.open()
    let from = try ledger.entry(knownAt: knownAt[0])
    let to =
      try knownAt.count == 2
      ? ledger.entry(knownAt: knownAt[1]) : ledger.read { try $0.head.entries }
    guard from <= to else {
      throw LedgerError(
        rule: "known-at-backwards", "\(knownAt[0]) is later than \(knownAt[1])",
        hint: "give the earlier first", field: "known-at")
    }
    let showsProgress = Terminal.isTerminal && !output.quiet
    let difference = try ledger.read(knownAt: to) { books in
      try DifferenceReport(
        books, report.joined(separator: " "), after: from,
        progress: { if showsProgress { Terminal.tell("\r\($0) of \($1) entries") } },
        report: make)
    }
    if showsProgress { Terminal.tell("\r\u{1b}[K") }
    if difference.isSame, output.chosen == .text {
      try output.write("")
    } else {
      try output.write(difference)
    }
    guard difference.isSame else {
      try Terminal.output.flush()
      throw AlreadyTold(status: 1)
    }
  }

  /// What the report's own command would read and write.
  private func asked() throws -> (any Books) throws -> Sheet {
    var command = try Cpcjf.parseAsRoot(["report"] + report)
    var made: ((any Books) throws -> Sheet)?
    ReadingOptions.taker = { made = $0 }
    defer { ReadingOptions.taker = nil }
    if !(command is ReportDiff) { try command.run() }
    guard let made else { throw LedgerError.notComparable }
    return made
  }
}

extension LedgerError {
  /// What has no table has no rows and columns to compare.
  static var notComparable: LedgerError {
    LedgerError(
      rule: "report-not-comparable", "that report is no table of rows to compare",
      hint: "cpcjf list entries shows what was recorded since")
  }
}
