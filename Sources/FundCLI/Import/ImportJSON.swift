import ArgumentParser
import FundDomain
import FundInterchange
import FundStorage
import Plain

struct ImportJSON: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "json",
    abstract: "Make a ledger of what export json wrote: the same, hash by hash.",
    discussion: """
      The ledger must not be there yet, or hold no entry. Each entry is sealed again and must lead \
      to the hash that it bears; all of it is verified before it is kept.

      Example:
        cpcjf import json fund.json --ledger copy.sqlite
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["json"]))
  var file: String
  @Flag(help: "Say what would be recorded, and keep nothing.") var plan = false
  @Flag(help: "Check everything, say what would be recorded, and keep nothing.")
  var dryRun = false
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  private var isKept: Bool { !plan && !dryRun }

  func run() throws {
    try output.requireWords()
    try output.requireNoDatabase()
    var faults = ImportFaults(file: file)
    let head: ChainHead
    do {
      head = try InputFile.open(file) { descriptor in
        try Ledger.replay(into: ledger.path, keep: isKept) { replay in
          try LedgerFile(descriptor: descriptor).entries(replay.append)
        }
      }
    } catch {
      guard add(error, to: &faults) else { throw error }
      if output.chosen == .json { try output.write(json(recorded: 0, faults, head: nil)) }
      throw faults
    }
    let answer =
      output.chosen == .json
      ? json(recorded: head.entries, faults, head: head)
      : "json: \(head.entries) entries recorded\(isKept ? "" : " (not kept)"), head \(head.hash)\n"
    try output.write(Array(answer.utf8), recorded: isKept ? "all of \(file)" : nil)
  }

  /// What the file is refused for as a whole, once all its entries were read.
  private static let ofAll: Set = [
    "head-differs", "entry-refused", "entries-do-not-verify", "sum-too-large",
  ]

  /// Counts an error among the file's faults, where it is one.
  private func add(_ error: any Error, to faults: inout ImportFaults) -> Bool {
    if let fault = error as? FileFault {
      faults.add([fault])
    } else if let error = error as? LedgerError, Self.ofAll.contains(error.rule) {
      faults.add(line: 1, column: 1, error)
    } else {
      return false
    }
    return true
  }

  private func json(recorded: Int64, _ faults: ImportFaults, head: ChainHead?) -> String {
    JSON.object([
      ("schema", "cpcjf/1"), ("import", "json"), ("recorded", .integer(recorded)),
      ("alreadyRecorded", .integer(0)), ("refused", faults.json),
      ("head", head.map { .string($0.hash) } ?? .null),
    ]).text() + "\n"
  }
}
