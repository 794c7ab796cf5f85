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
      List.self, Show.self, ReportCommand.self, Import.self, Export.self, Verify.self,
      CheckpointCommand.self, Backup.self, Restore.self,
      StatusCommand.self, CheckCommand.self, Get.self, Due.self,
    ])
}

@main
enum Main {
  static func main() {
    // A reader that goes away is an error of writing, told as any other.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    Terminal.wantsJSON = asksForJSON(arguments)
    do {
      try requireUTF8()
      try requireFilled(arguments)
      if arguments == ["--version"] {
        try Terminal.output.write(Cpcjf.version + "\n")
      } else if arguments.count == 2, arguments[0] == "help", let topic = Topic(arguments[1]) {
        try Terminal.output.write(topic.text + "\n")
      } else {
        var command = try parsed(arguments)
        try command.run()
      }
      try Terminal.output.flush()
    } catch {
      exit(Failure(error).tell())
    }
  }

  /// Arguments that are no UTF-8 would be kept with U+FFFD in the place of what is not.
  ///
  /// - Throws: `text-unclean`.
  private static func requireUTF8() throws {
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[place] else { continue }
      guard String(validatingCString: argument) == nil else { continue }
      throw LedgerError(
        rule: "text-unclean", "argument \(place) is not UTF-8: \(String(cString: argument))",
        hint: "set the terminal to UTF-8")
    }
  }

  /// The command that the arguments ask for. Only when they ask for none are words looked at that
  /// might be misspelt: it takes longer than the parsing.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.first == "help" { try requireCommand(arguments) }
    do { return try Cpcjf.parseAsRoot(arguments) } catch {
      try requireCommand(arguments)
      throw error
    }
  }

  /// The words that begin an answer must be commands, or topics after `help`.
  ///
  /// - Throws: `unknown-command` or `unknown-topic`, with the nearest.
  private static func requireCommand(_ arguments: [String]) throws {
    let isHelp = arguments.first == "help"
    var command: any ParsableCommand.Type = Cpcjf.self
    var path = ["cpcjf"]
    for word in arguments.dropFirst(isHelp ? 1 : 0) {
      let parts = command.configuration.subcommands
      if word.hasPrefix("-") || word == "help" || parts.isEmpty { return }
      if let part = parts.first(where: { $0._commandName == word }) {
        command = part
        path.append(word)
        continue
      }
      let isTopic = isHelp && path.count == 1
      if isTopic, Topic(word) != nil { return }
      let names = parts.map { $0._commandName } + (isTopic ? Topic.all : [])
      throw LedgerError(
        rule: isTopic ? "unknown-topic" : "unknown-command",
        isTopic
          ? "there is no topic or command '\(word)'"
          : "there is no command '\((path + [word]).joined(separator: " "))'",
        hint: didYouMean(nearest(to: word, among: names))
          ?? "there are \(names.joined(separator: ", "))")
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
