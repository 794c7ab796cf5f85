import ArgumentParser
import FundDomain
import FundStorage
import Plain

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the ledger, while others may be writing; the copy is verified.",
    discussion: """
      Example:
        cpcjf backup fund-2003-12-31.sqlite
      """)

  @Argument(help: "The copy's file; it must not exist.", completion: .file()) var file: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.requireWords()
    let head = try ledger.open().backup(to: file)
    if output.chosen == .json {
      let json = JSON.object([
        ("schema", "cpcjf/1"), ("backup", .string(file)), ("entries", .integer(head.entries)),
        ("head", .string(head.hash)),
      ])
      return try output.write(json.text() + "\n")
    }
    try output.write("\(file): \(head.entries) entries, head \(head.hash), verified\n")
  }
}
