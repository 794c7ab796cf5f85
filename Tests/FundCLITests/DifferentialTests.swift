import TestSupport
import Testing

/// Ten thousand commands beside the accounting's executable model; `Tests/run --long` gives a
/// million.
@Suite struct DifferentialTests {
  private static let hasPython =
    (try? ChildProcess(
      "/usr/bin/env", ["python3", "--version"], in: "/", environment: Program.cleanEnvironment
    ).wait().status) == 0

  @Test(.needsSharedFolder, .enabled(if: hasPython, "python3 is not installed"))
  func `ten thousand commands are answered as the model answers them`() throws {
    var environment = Program.cleanEnvironment
    environment["CPCJF_PROGRAM"] = Program.path
    environment["CPCJF_SHARED"] = sharedFolder()
    let walks = try ChildProcess(
      "/usr/bin/env",
      [
        "python3", checkoutFolder + "/Tests/Differential/long", "--commands", "10000", "--seed",
        "2002",
      ],
      in: "/", environment: environment)
    let outcome = try walks.wait(timeout: .seconds(900))
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("the program and the model agree"))
  }
}
