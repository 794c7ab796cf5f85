import ArgumentParser
import FundDomain
import FundStorage
import Plain

struct Reverse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take one document back by a second entry that mirrors it.",
    discussion: """
      Example:
        cpcjf reverse CTB-2002-0001 --reason "Entered twice"
      """)

  @Argument(help: "The document's number.") var number: String
  @Option(parsing: .unconditional, help: "Why.") var reason: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "reverse", .reversals, ["number": number, "reason": reason, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reverse everything that one import recorded.",
    discussion: """
      Example:
        cpcjf undo 12 --reason "The wrong file"
      """)

  @Argument(help: "The batch's number, as the import and list entries say it.") var batch: Int64
  @Option(parsing: .unconditional, help: "Why.") var reason: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.output.requireWords()
    guard recording.corrects == nil else {
      throw ValidationError("What is undone takes the place of nothing: leave --corrects out.")
    }
    var fields = ["reason": reason]
    fields["on"] = day.on
    fields["memo"] = recording.memo
    let ledger = try recording.ledger.open()
    let outcomes = try ledger.write(try recording.batch("undo"), keep: !recording.dryRun) { books in
      var journal = Journal(
        books, source: recording.source, today: try Clock.today(), allowFuture: day.allowFuture)
      return try journal.undo(batch: batch, Form(fields))
    }
    let kept = recording.dryRun ? " (dry run: not kept)" : ""
    let names = "\(outcomes[0].name) to \(outcomes[outcomes.count - 1].name)"
    let text =
      recording.output.chosen == .json
      ? JSON.object([
        ("schema", "cpcjf/1"), ("undo", .integer(batch)),
        ("reversals", .array(outcomes.map { .string($0.name) })),
      ]).text() + "\n" : "\(outcomes.count) reversals, \(names)\(kept)\n"
    try recording.output.write(Array(text.utf8), recorded: recording.dryRun ? nil : names)
  }
}
