import ArgumentParser
import FundDomain
import Glibc
import Plain

struct Cpcjf: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cpcjf",
    abstract: "The ledger of the Crime Prevention and Criminal Justice Fund.",
    discussion: """
      Records what donors pledge and pay and what projects get, and prints what a biennium adds \
      up to, to the cent.

      A first session:
        cpcjf init --title "Crime Prevention and Criminal Justice Fund"
        cpcjf add donor NOR Norway --kind state --country NOR
        cpcjf record contribution --donor NOR --amount "250000 USD" --on 2002-06-28
        cpcjf report biennium 2002-2003

      cpcjf help TOPIC explains \(Topic.names).
      cpcjf --generate-completion-script bash (zsh, fish) completes commands and your own codes.
      """,
    version: version,
    subcommands: [
      Init.self, Add.self, Change.self, Commit.self, Record.self, Reverse.self, Undo.self,
      Close.self, Reopen.self,
      List.self, Show.self, ReportCommand.self, Import.self, Verify.self, Backup.self,
    ])
}

@main
enum Main {
  static func main() {
    // A reader that goes away is an error of writing, told as any other.
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    let arguments = Array(CommandLine.arguments.dropFirst())
    Terminal.wantsJSON = asksForJSON(arguments)
    do {
      try requireFilled(arguments)
      if arguments == ["--version"] {
        try Terminal.output.write(Cpcjf.version + "\n")
      } else if arguments.count == 2, arguments[0] == "help", let topic = Topic(arguments[1]) {
        try Terminal.output.write(topic.text + "\n")
      } else {
        var command = try Cpcjf.parseAsRoot(arguments)
        try command.run()
      }
      try Terminal.output.flush()
    } catch {
      exit(Failure(error).tell())
    }
  }

  /// What is given blank, as from a shell's variable that is not set, is neither a value nor left
  /// out: `--earmark ""` would silently make a gift one for general purposes.
  ///
  /// - Throws: `field-blank`.
  private static func requireFilled(_ arguments: [String]) throws {
    // The shell asks for completions with the words as they stand.
    guard arguments.first?.hasPrefix("---") != true else { return }
    for (place, argument) in arguments.enumerated() {
      let option = argument.hasPrefix("--") ? argument.firstIndex(of: "=") : nil
      let value = option.map { argument[argument.index(after: $0)...] } ?? argument[...]
      guard trimmed(value).isEmpty else { continue }
      let before = place > 0 && arguments[place - 1].hasPrefix("-") ? arguments[place - 1] : nil
      let name = option.map { String(argument[..<$0]) } ?? before
      throw LedgerError(
        rule: "field-blank", "\(name ?? "argument \(place + 1)") is given, and blank",
        hint: "leave it out where nothing is meant; is a variable of the shell not set?")
    }
  }

  /// Whether the answer is to be JSON, known before the arguments are read: they may be what is
  /// wrong.
  private static func asksForJSON(_ arguments: [String]) -> Bool {
    zip(arguments, arguments.dropFirst()).contains { option, value in
      option == "--format" && value == "json"
        || ["-o", "--output"].contains(option) && value.hasSuffix(".json")
    } || arguments.contains("--format=json")
  }
}
