import ArgumentParser
import FundDomain
import FundStorage
import Plain

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the file, the schema, every entry and the chain; name what is wrong.",
    discussion: """
      Ends with 65 where something is wrong. cpcjf help invariants says what is checked.
      With --since it also proves that the ledger extends the checkpoint: that nothing was cut \
      off, no older copy put back, and nothing written anew since it was signed.

      Example:
        cpcjf verify --since checkpoint-2003-12-31.txt
      """)

  @Option(
    help: ArgumentHelp("A checkpoint that the ledger must extend.", valueName: "checkpoint"),
    completion: .file())
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The public key that the checkpoint must be signed with, as it says.", valueName: "key"))
  var signer: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.requireWords()
    let checkpoint = try since.map {
      try Checkpoint(reading: String(decoding: InputFile.bytes(of: $0), as: UTF8.self))
    }
    if let signer { try requireSigner(signer, of: checkpoint) }
    let showsProgress = Terminal.isTerminal && !output.quiet
    let verification = try ledger.open().verify(since: checkpoint) { done, all in
      if showsProgress { Terminal.tell("\r\(done) of \(all) entries") }
    }
    if showsProgress { Terminal.tell("\r\u{1b}[K") }
    try output.write(
      output.chosen == .json ? json(verification, checkpoint) : text(verification, checkpoint))
    guard verification.isOK else {
      try Terminal.output.flush()
      throw AlreadyTold(status: 65)
    }
  }

  private func requireSigner(_ signer: String, of checkpoint: Checkpoint?) throws {
    guard let checkpoint else {
      throw ValidationError("--signer says who signed the checkpoint that --since names.")
    }
    guard checkpoint.signer == signer else {
      throw LedgerError(
        rule: "checkpoint-of-another-signer",
        "the checkpoint is signed by \(checkpoint.signer), not by \(signer)",
        hint: "ask for the checkpoint where you got the key", field: "signer")
    }
  }

  private func json(_ verification: Verification, _ checkpoint: Checkpoint?) -> String {
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
      ("checked", .array(Verify.checked(checkpoint).map { .string($0.id) })),
      (
        "since",
        checkpoint.map {
          .object([
            ("entries", .integer($0.head.entries)), ("head", .string($0.head.hash)),
            ("time", .string($0.time)), ("signer", .string($0.signer)),
          ])
        } ?? .null
      ),
    ]).text() + "\n"
  }

  private func text(_ verification: Verification, _ checkpoint: Checkpoint?) -> String {
    let head = "\(verification.head.entries) entries, head \(verification.head.hash)\n"
    guard verification.isOK else {
      let findings = verification.findings.map { "\($0.invariant): \(printable($0.message))\n" }
      return "damaged: \(head)" + findings.joined()
    }
    let since = checkpoint.map {
      "extends entry \($0.head.entries), signed at \(printable($0.time)) by \(printable($0.signer))\n"
    }
    let checked = Verify.checked(checkpoint).map(\.id).joined(separator: " ")
    return "ok: \(head)" + (since ?? "") + "checked: \(checked)\n"
  }

  /// What verify computes again, where it is given a checkpoint or not.
  private static func checked(_ checkpoint: Checkpoint?) -> [Invariant] {
    Invariant.all.filter { $0.keepers.contains(.verify) && ($0.id != "E3" || checkpoint != nil) }
  }
}
