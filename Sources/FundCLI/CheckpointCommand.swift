import ArgumentParser
import FundDomain
import FundStorage
import Glibc
import Plain

struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign how far the ledger has come; verify --since proves later that it extends this.",
    discussion: """
      Keep what it writes where nobody who works on the ledger can change it: with the auditor, \
      or printed. The key is an Ed25519 key in a PEM file, outside the ledger's folder; where \
      there is none, one is made.

      Example:
        cpcjf checkpoint -o /media/auditor/checkpoint-2003-12-31.txt
      """)

  @Option(
    help: ArgumentHelp(
      "The key (else $CPCJF_KEY, else ~/.config/cpcjf/checkpoint-key.pem).", valueName: "file"),
    completion: .file())
  var key: String?

  @OptionGroup var place: Destination
  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let ledger = try ledger.open()
    let key = try SigningKey(at: keyPath(), awayFrom: ledger)
    if key.isNew {
      Terminal.tell(
        "note: made the key \(key.path); whoever verifies should know its public half:\n"
          + "  \(key.publicKey)\n")
    }
    try place.write(Array(ledger.checkpoint(signedBy: key, at: Clock.now()).text.utf8))
  }

  private func keyPath() throws -> String {
    if let path = key ?? Terminal.environment("CPCJF_KEY") { return path }
    guard let home = Terminal.environment("HOME") else {
      throw LedgerError(
        rule: "field-missing", "the key is missing, and there is no $HOME to look for one in",
        hint: "name it with --key FILE", field: "key")
    }
    for folder in ["\(home)/.config", "\(home)/.config/cpcjf"] { mkdir(folder, 0o700) }
    return "\(home)/.config/cpcjf/checkpoint-key.pem"
  }
}
