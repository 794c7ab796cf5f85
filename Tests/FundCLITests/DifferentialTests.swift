import TestSupport
import Testing

/// A few random walks beside the accounting's executable model; `Tests/run --long` takes many.
@Suite struct DifferentialTests {
  private static let hasPython =
    (try? ChildProcess(
      "/usr/bin/env", ["python3", "--version"], in: "/", environment: Program.cleanEnvironment
    ).wait().status) == 0

  @Test(.needsSharedFolder, .enabled(if: hasPython, "python3 is not installed"))
  func `every balance is the model's after every step`() throws {
    var environment = Program.cleanEnvironment
    environment["CPCJF_PROGRAM"] = Program.path
    environment["CPCJF_SHARED"] = sharedFolder()
    let walks = try ChildProcess(
      "/usr/bin/env", ["python3", checkoutFolder + "/Tests/Differential/long", "4", "25", "2002"],
      in: "/", environment: environment)
    let outcome = try walks.wait(timeout: .seconds(300))
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("every balance is the model's"))
  }
}
