import TestSupport
import Testing

/// A little of what the fault laboratory does; `Tests/run --long` does all of it.
@Suite struct FaultTests {
  private static let canRun = ["python3", "cc", "strace"].allSatisfy { tool in
    (try? ChildProcess(
      "/usr/bin/env", [tool, "--version"], in: "/", environment: Program.cleanEnvironment
    ).wait().status) == 0
  }

  /// One harness after another would be the longest of all tests.
  @Test(
    .enabled(if: canRun, "python3, cc or strace is not installed"),
    arguments: [
      "kills", "powercuts", "syscalls", "crowd", "limits", "surroundings", "damage", "tampering",
    ])
  func `nothing is lost, altered or doubled, and nothing goes unnoticed`(harness: String) throws {
    var environment = Program.cleanEnvironment
    environment["CPCJF_PROGRAM"] = Program.path
    let laboratory = try ChildProcess(
      "/usr/bin/env",
      [
        "python3", checkoutFolder + "/Tests/Faults/long", "--share", "0.03", "--jobs", "1",
        "--seed",
        "2002", "--only", harness,
      ],
      in: "/", environment: environment)
    let outcome = try laboratory.wait(timeout: .seconds(1200))
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("the planted fault was caught"))
  }
}
