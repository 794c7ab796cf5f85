import ArgumentParser
import FundDomain
import FundStorage
import Plain

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup in the ledger's place, once the copy is verified.",
    discussion: """
      A ledger that is there is not touched without --replace, and with it is kept beside.

      Example:
        cpcjf restore fund-2003-12-31.sqlite --ledger fund.sqlite
      """)

  @Argument(help: "The backup's file.", completion: .file()) var file: String
  @Flag(help: "Replace the ledger that is there; it is kept as FILE.replaced-1, -2 …")
  var replace = false
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.requireWords()
    let (head, kept) = try Ledger.restore(file, to: ledger.path, replacing: replace)
    if output.chosen == .json {
      let json = JSON.object([
        ("schema", "cpcjf/1"), ("restore", .string(file)), ("ledger", .string(ledger.path)),
        ("kept", kept.map { .string($0) } ?? .null), ("entries", .integer(head.entries)),
        ("head", .string(head.hash)),
      ])
      return try output.write(json.text() + "\n")
    }
    let before = kept.map { "what was there is \($0)\n" } ?? ""
    try output.write(
      "\(ledger.path): \(head.entries) entries, head \(head.hash), verified\n" + before)
  }
}
