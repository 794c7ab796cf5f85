import FoundationEssentials
import FundDomain
import FundInterchange
import FundStorage
import Glibc
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

  /// What came of a row.
  struct RowResult {
    let line: Int
    let name: String
    let isNew: Bool
  }

  func run() throws {
    let recording = options.recording
    try recording.output.requireNoDatabase()
    let bytes = try RegularFile.bytes(of: file)
    let ledger = try recording.ledger.open()
    let batch = try recording.recorder.batch(
      "import \(kind.rawValue)", source: recording.source == "manual" ? "csv" : recording.source)
    let today = try Clock.today()
    var faults = ImportFaults(file: file)
    var results: [RowResult] = []
    var warnings: [String] = []
    var head = try ledger.read { try $0.head }
    do {
      (results, warnings, head) = try ledger.write(batch, keep: !options.plan && !recording.dryRun)
      {
        books in
        var results: [RowResult] = []
        var warnings: [String] = []
        var journal = Journal(
          books, source: batch.source, today: today, allowFuture: options.allowFuture,
          isImport: true)
        try rows(bytes, &faults) { row, form in
          let outcome = try journal.record(kind, form)
          results.append(
            RowResult(line: row, name: outcome.name, isNew: !outcome.alreadyRecorded))
          warnings += outcome.warnings.map { "line \(row): \($0)" }
          if results.count % 5000 == 0, Terminal.isTerminal, !recording.output.quiet {
            Terminal.tell("\r\(results.count) rows")
          }
        }
        if results.count >= 5000, Terminal.isTerminal { Terminal.tell("\r\u{1b}[K") }
        guard faults.isEmpty else { throw faults }
        return (results, warnings, try books.head)
      }
    } catch is ImportFaults {
      try tell(results: [], faults: faults, head: head)
      throw faults
    }
    Terminal.warn(Array(warnings.prefix(20)), quiet: recording.output.quiet)
    if warnings.count > 20 {
      Terminal.warn(["\(warnings.count - 20) more warnings"], quiet: recording.output.quiet)
    }
    let kept = !options.plan && !recording.dryRun
    let after = kept ? try ledger.read { try $0.head } : head
    do {
      try tell(results: results, faults: faults, head: after)
      try Terminal.output.flush()
    } catch let error as OutputError {
      let new = results.count { $0.isNew }
      throw kept && new > 0 ? Unsaid(cause: error, recorded: "all of \(file)") : error
    }
  }

  /// Gives every row as a form; what is wrong with it joins the faults and the next row follows.
  private func rows(
    _ bytes: [UInt8], _ faults: inout ImportFaults, _ each: (Int, Form) throws -> Void
  ) throws {
    var csv = CSVFile(
      bytes: bytes, known: kind.columns, required: kind.required,
      ignoreColumns: options.ignoreColumns)
    let columns = Dictionary(
      uniqueKeysWithValues: kind.columns.map { ($0, csv.column($0)) })
    try csv.rows { row in
      do {
        try each(row.line, Form { columns[$0].flatMap { $0 }.flatMap { row[$0]?.text } })
      } catch let error as LedgerError {
        let column = error.field.flatMap { columns[$0] ?? nil }.flatMap(row.column) ?? 1
        faults.add(line: row.line, column: column, error)
      }
    }
    faults.add(csv.faults)
  }

  private func tell(results: [RowResult], faults: ImportFaults, head: ChainHead) throws {
    let output = options.recording.output
    let new = results.filter(\.isNew)
    guard output.chosen != .json else {
      return try output.write(
        JSON.object([
          ("schema", "cpcjf/1"), ("import", .string(kind.rawValue)),
          ("recorded", .integer(Int64(new.count))),
          ("alreadyRecorded", .integer(Int64(results.count - new.count))),
          ("refused", faults.json), ("head", .string(head.hash)),
        ]).text() + "\n")
    }
    guard faults.isEmpty else { return }
    if options.plan {
      let lines = results.map {
        "line \($0.line): \($0.isNew ? "new, \($0.name)" : "already recorded, as \($0.name)")\n"
      }
      try output.write(lines.joined())
    }
    let kept = options.plan || options.recording.dryRun ? " (not kept)" : ""
    let batch = new.isEmpty || !kept.isEmpty ? "" : try " in batch \(batchNumber())"
    try output.write(
      "\(kind.rawValue): \(new.count) recorded\(batch), \(results.count - new.count) already recorded\(kept)\n"
    )
  }

  private func batchNumber() throws -> Int64 {
    try options.recording.ledger.open().read { try $0.newestBatch }
  }
}

/// Reads a regular file whole; anything else (a FIFO, a device) is refused.
enum RegularFile {
  static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let isMissing = errno == ENOENT
      throw LedgerError(
        rule: isMissing ? "no-file" : "file-unreadable",
        "\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw LedgerError(rule: "no-file", "\(path) is not a regular file")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw LedgerError(
          rule: "file-unreadable", "\(path) cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { break }
      filled += count
    }
    return Array(bytes.prefix(filled))
  }
}
