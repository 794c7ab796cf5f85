import ArgumentParser
import FundDomain
import FundReports
import FundStorage

struct Close: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Close a biennium: seal its balances, and refuse what is dated in it.",
    discussion: """
      What is in other currencies is revalued on the last day; the next biennium begins with the \
      instalments and the deferred income that belong there. Bienniums are closed in their order.

      Example:
        cpcjf close 2002-2003
      """)

  @Argument(help: "The biennium, 2002-2003.") var period: String
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let ledger = try recording.ledger.open()
    let form = Form(["period": period, "memo": recording.memo ?? ""])
    let output = recording.output
    let (closing, others, view) = try ledger.write(
      try recording.batch("close"), keep: !recording.dryRun
    ) { books in
      var journal = Journal(books, source: recording.source, today: try Clock.today())
      let (closing, others) = try journal.close(form)
      let view =
        output.chosen == .text
        ? nil : try DocumentView(books, entry: closing.entry, asAt: try Clock.today())
      return (closing, others, try view.map { try output.bytes(of: $0) })
    }
    let line = "\(closing.name)\(recording.dryRun ? " (dry run: not kept)" : "")\n"
    try output.write(view ?? Array(line.utf8), recorded: recording.dryRun ? nil : closing.name)
    if !output.quiet, !others.isEmpty {
      Terminal.tell("with it: \(others.map(\.name).joined(separator: ", "))\n")
    }
  }
}

struct Reopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the biennium that was closed last again.",
    discussion: """
      Its closing is void from then on, and stays in the ledger; close it again when it is right.

      Example:
        cpcjf reopen 2002-2003 --reason "A late invoice of the field office"
      """)

  @Argument(help: "The biennium, 2002-2003.") var period: String
  @Option(parsing: .unconditional, help: "Why.") var reason: String
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record("reopen", .reopenings, ["period": period, "reason": reason])
  }
}
