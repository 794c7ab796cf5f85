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
  }

  /// What came of the file.
  private struct Result {
    var rows: [RowResult] = []
    var warnings: [String] = []
  }

  func run() throws {
    try options.output.requireNoDatabase()
    let bytes = try InputFile.bytes(of: file)
    let ledger = try options.ledger.open()
    let batch = try options.recorder.batch("import \(kind.rawValue)", source: options.source)
    let today = try Clock.today()
    var faults = ImportFaults(file: file)
    var result = Result()
    let before = try ledger.read { try $0.head }
    do {
      try ledger.write(batch, keep: options.isKept) { books in
        var journal = Journal(
          books, source: batch.source, today: today, allowFuture: options.allowFuture,
          isImport: true)
        try record(bytes, &journal, &result, &faults)
        guard faults.isEmpty else { throw faults }
      }
    } catch is ImportFaults {
      try tell(result, faults: faults, head: before)
      throw faults
    }
    Terminal.warn(Array(result.warnings.prefix(20)), quiet: options.output.quiet)
    if result.warnings.count > 20 {
      Terminal.warn(["\(result.warnings.count - 20) more warnings"], quiet: options.output.quiet)
    }
    let after = options.isKept ? try ledger.read { try $0.head } : before
    do {
      try tell(result, faults: faults, head: after)
      try Terminal.output.flush()
    } catch let error as OutputError {
      let new = result.rows.count { $0.isNew }
      throw options.isKept && new > 0 ? Unsaid(cause: error, recorded: "all of \(file)") : error
    }
  }

  private func record(
    _ bytes: [UInt8], _ journal: inout Journal, _ result: inout Result,
    _ faults: inout ImportFaults
  ) throws {
    let showsProgress = Terminal.isTerminal && !options.output.quiet
    try rows(bytes, &faults, journal) { row, form in
      let outcome = try journal.record(kind, form)
      result.rows.append(
        RowResult(line: row, name: outcome.name, isNew: !outcome.alreadyRecorded))
      result.warnings += outcome.warnings.map { "line \(row): \($0)" }
      if result.rows.count % 5000 == 0, showsProgress {
        Terminal.tell("\r\(result.rows.count) rows")
      }
    }
    if result.rows.count >= 5000, showsProgress { Terminal.tell("\r\u{1b}[K") }
  }

  /// Gives every row as a form; what is wrong with it joins the faults and the next row follows.
  private func rows(
    _ bytes: [UInt8], _ faults: inout ImportFaults, _ journal: Journal,
    _ each: (Int, Form) throws -> Void
  ) throws {
    var csv = CSVFile(
      bytes: bytes, known: kind.columns, required: kind.required,
      ignoreColumns: options.ignoreColumns)
    let columns = Dictionary(
      uniqueKeysWithValues: kind.columns.map { ($0, csv.column($0)) })
    try csv.rows { row in
      let form = Form { columns[$0].flatMap { $0 }.flatMap { row[$0]?.text } }
      do {
        try each(row.line, form)
      } catch let error as LedgerError {
        for fault in journal.faults(of: kind, form, refusedFor: error) {
          let column = fault.field.flatMap { columns[$0] ?? nil }.flatMap { row.place(of: $0) }
          faults.add(line: row.line, column: column ?? 1, fault)
        }
      }
    }
    faults.add(csv.faults)
  }

  private func tell(_ result: Result, faults: ImportFaults, head: ChainHead) throws {
    let isRefused = !faults.isEmpty
    let new = isRefused ? 0 : result.rows.count(where: \.isNew)
    let old = isRefused ? 0 : result.rows.count - new
    guard options.output.chosen != .json else {
      let plan: [(String, JSON)] =
        options.plan ? [("rows", ImportPlan(result.rows, faults).json)] : []
      return try options.output.write(
        JSON.object(
          [
            ("schema", "cpcjf/1"), ("import", .string(kind.rawValue)),
            ("recorded", .integer(Int64(new))), ("alreadyRecorded", .integer(Int64(old))),
          ] + plan + [("refused", faults.json), ("head", .string(head.hash))]
        ).text() + "\n")
    }
    if options.plan { try options.output.write(ImportPlan(result.rows, faults).text) }
    guard !isRefused else { return }
    let kept = options.isKept ? "" : " (not kept)"
    let batch = new == 0 || !options.isKept ? "" : try " in batch \(batchNumber())"
    try options.output.write(
      "\(kind.rawValue): \(new) recorded\(batch), \(old) already recorded\(kept)\n")
  }

  private func batchNumber() throws -> Int64 {
    try options.ledger.open().read { try $0.newestBatch }
  }
}
