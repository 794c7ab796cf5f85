import ArgumentParser
import FundDomain
import FundReports
import Plain

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for what is wrong in the books, or wants somebody's eye.",
    discussion: """
      Asks the basic and the advisory checks, with --strict the strict ones too, or those that are \
      named. Says nothing and ends with 0 where all is fine; else each finding, and 1.

      Example:
        cpcjf check
        cpcjf check pledge-overdue instalment-due --as-at 2003-12-31
        cpcjf check --list
      """)

  @Argument(
    help: "The checks to ask, by name.", completion: .list(Check.all.map(\.name)))
  var names: [String] = []
  @Flag(help: "Ask the strict checks too.") var strict = false
  @Flag(help: "List the checks, each with its kind.") var list = false
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    if list {
      let list = CheckList()
      return reading.output.chosen == .text
        ? try reading.output.write(list.lines) : try reading.output.write(list)
    }
    let checks =
      names.isEmpty ? Check.usual(strictToo: strict) : try names.map { try Check.named($0) }
    let day = try reading.day()
    let report = try reading.read { try CheckReport($0, checks, asAt: day) }
    if reading.output.chosen == .text {
      try reading.output.write(report.lines)
    } else {
      try reading.output.write(report)
    }
    guard report.isFine else {
      try Terminal.output.flush()
      throw AlreadyTold(status: 1)
    }
  }
}
