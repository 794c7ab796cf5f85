import FundDomain
import FundInterchange
import FundStorage
import Plain

/// One import: a file is one batch; every fault of it is told at once, each with its line and
/// column, and then nothing is recorded.
struct ImportRun {
  let kind: DocumentKind
  let file: String
  let options: ImportOptions

  init(_ kind: DocumentKind, _ file: String, _ options: ImportOptions) {
    self.kind = kind
    self.file = file
    self.options = options
  }

  /// What came of a row that was not refused.
  struct RowResult {
    let line: Int
    let name: String
    let isNew: Bool
    /// What was reversed because it takes its place.
    let replaced: [String]
  }

  /// What came of the file.
  struct Result {
    var rows: [RowResult] = []
    var warnings: [String] = []
    var faults: ImportFaults
    var totals: ControlTotals
    /// The number of the batch, if anything is new.
    var batch: Int64?
    /// What the file's figures are, and what was made of them.
    var direction: String?
  }

  /// After so many faults nobody needs to know more of the file.
  private static let mostFaults = 1000
  private struct TooManyFaults: Error {}

  func run(_ open: ([UInt8]) throws -> any FormFile) throws {
    try options.output.requireWords()
    try options.output.requireNoDatabase()
    var result = Result(
      faults: ImportFaults(file: file), totals: try options.controlTotals(kind))
    let contents = try open(InputFile.bytes(of: file))
    result.direction = contents.direction
    let ledger = try options.ledger.open()
    let batch = try options.recorder.batch("import \(kind.rawValue)", source: options.source)
    let today = try Clock.today()
    let before = try ledger.read { try $0.head }
    do {
      try ledger.write(batch, keep: options.isKept) { books in
        var journal = Journal(
          books, source: batch.source, today: today, allowFuture: options.allowFuture,
          isImport: true, replaces: options.replace)
        try record(contents, &journal, &result)
        guard result.faults.isEmpty else { throw result.faults }
        if result.rows.contains(where: \.isNew) { result.batch = try books.newestBatch + 1 }
      }
    } catch is ImportFaults {
      try ImportAnswer(kind, options, result, head: before).tell()
      throw result.faults
    }
    Terminal.warn(Array(result.warnings.prefix(20)), quiet: options.output.quiet)
    if result.warnings.count > 20 {
      Terminal.warn(["\(result.warnings.count - 20) more warnings"], quiet: options.output.quiet)
    }
    let after = options.isKept ? try ledger.read { try $0.head } : before
    let isRecorded = options.isKept && result.rows.contains { $0.isNew }
    try telling(recorded: isRecorded ? "all of \(file)" : nil) {
      try ImportAnswer(kind, options, result, head: after).tell()
    }
  }

  /// Records every row; what is wrong with one joins the faults and the next follows.
  private func record(
    _ contents: any FormFile, _ journal: inout Journal, _ result: inout Result
  ) throws {
    var contents = contents
    let showsProgress = Terminal.isTerminal && !options.output.quiet
    do {
      try contents.rows { row in
        result.totals.add(row.form)
        do {
          if let first = row.unread.first { throw first }
          try record(row, &journal, &result)
        } catch let error as LedgerError {
          refuse(row, error, journal, &result.faults)
          if result.faults.count >= Self.mostFaults { throw TooManyFaults() }
        }
        if result.rows.count % 5000 == 0, showsProgress {
          Terminal.tell("\r\(result.rows.count) rows")
        }
      }
    } catch is TooManyFaults { result.faults.isCutShort = true }
    if result.rows.count >= 5000, showsProgress { Terminal.tell("\r\u{1b}[K") }
    result.faults.add(contents.faults)
    guard result.faults.isEmpty else { return }
    for difference in result.totals.differences {
      result.faults.add(line: 1, column: 1, difference)
    }
  }

  private func record(_ row: FormRow, _ journal: inout Journal, _ result: inout Result) throws {
    let outcome = try journal.record(kind, row.form)
    result.rows.append(
      RowResult(
        line: row.line, name: outcome.name, isNew: !outcome.alreadyRecorded,
        replaced: outcome.replaced))
    result.warnings += outcome.warnings.map { "line \(row.line): \($0)" }
  }

  /// Tells everything that is wrong with a row.
  private func refuse(
    _ row: FormRow, _ error: LedgerError, _ journal: Journal, _ faults: inout ImportFaults
  ) {
    let unread = Set(row.unread.compactMap(\.field))
    let others = journal.faults(of: kind, row.form, refusedFor: error).filter { fault in
      fault.field.map { !unread.contains($0) } ?? true
    }
    for fault in row.unread + others {
      faults.add(line: row.line, column: fault.field.flatMap(row.place) ?? 1, fault)
    }
  }
}
