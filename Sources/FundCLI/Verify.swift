import ArgumentParser
import FundDomain
import FundStorage
import Plain

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the file, the schema, every entry and the chain; name what is wrong.",
    discussion: """
      Ends with 65 where something is wrong.

      Example:
        cpcjf verify --ledger fund.sqlite
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.requireWords()
    let showsProgress = Terminal.isTerminal && !output.quiet
    let verification = try ledger.open().verify { done, all in
      if showsProgress { Terminal.tell("\r\(done) of \(all) entries") }
    }
    if showsProgress { Terminal.tell("\r\u{1b}[K") }
    try output.write(output.chosen == .json ? json(verification) : text(verification))
    guard verification.isOK else {
      try Terminal.output.flush()
      throw AlreadyTold(status: 65)
    }
  }

  private func json(_ verification: Verification) -> String {
    JSON.object([
      ("schema", "cpcjf/1"), ("verify", verification.isOK ? "ok" : "damaged"),
      ("entries", .integer(verification.head.entries)),
      ("head", .string(verification.head.hash)),
      (
        "findings",
        .array(
          verification.findings.map {
            .object([
              ("invariant", .string($0.invariant)), ("message", .string(printable($0.message))),
            ])
          })
      ),
    ]).text() + "\n"
  }

  private func text(_ verification: Verification) -> String {
    let head = "\(verification.head.entries) entries, head \(verification.head.hash)\n"
    if verification.isOK { return "ok: \(head)" }
    let findings = verification.findings.map { "\($0.invariant): \(legible($0.message))\n" }
    return "damaged: \(head)" + findings.joined()
  }
}

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
