import TestSupport
import Testing

/// A few ledgers added up again by hledger, ledger, beancount and plain SQL, and copied through
/// JSON; `Tests/run --long` takes two hundred random ones.
@Suite struct PeersTests {
  private static let hasPython =
    (try? ChildProcess(
      "/usr/bin/env", ["python3", "--version"], in: "/", environment: Program.cleanEnvironment
    ).wait().status) == 0

  private func compare(_ arguments: [String]) throws -> Outcome {
    var environment = Program.cleanEnvironment
    environment["CPCJF_PROGRAM"] = Program.path
    environment["CPCJF_SHARED"] = sharedFolder()
    let outcome = try ChildProcess(
      "/usr/bin/env", ["python3", checkoutFolder + "/Tests/Peers/long"] + arguments, in: "/",
      environment: environment
    ).wait(timeout: .seconds(600))
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    // What is not installed is named.
    for line in outcome.output.split(separator: "\n") where line.hasPrefix("skipped:") {
      print(line)
    }
    return outcome
  }

  @Test(.needsSharedFolder, .enabled(if: hasPython, "python3 is not installed"))
  func `random ledgers are to other programs what they are to us`() throws {
    let outcome = try compare(["--ledgers", "3", "--seed", "2002"])
    #expect(outcome.output.contains("3 ledgers with"))
  }

  @Test(.enabled(if: hasPython, "python3 is not installed"), arguments: samples)
  func `a sample is to other programs what it is to us`(_ sample: String) throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger(sample, in: folder)
      let outcome = try compare(["--ledger", ledger.path])
      #expect(outcome.output.contains("all agree"))
    }
  }

  private static let samples = ["2002-2003", "unodc-2013-2024"]
}
