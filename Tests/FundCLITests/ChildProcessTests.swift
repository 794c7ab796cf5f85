import Foundation
import TestSupport
import Testing

/// Processes that tests start, with plain shell commands.
struct ChildProcessTests {
  @Test func `a lot of output on both sides is read whole`() throws {
    let shell = try start("yes out | head -c 3000000; yes err | head -c 3000000 >&2")
    let outcome = try shell.wait()
    #expect(outcome.status == 0)
    #expect(outcome.outputData.count == 3_000_000)
    #expect(outcome.errorsData.count == 3_000_000)
  }

  @Test func `input arrives byte for byte`() throws {
    let bytes = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
    #expect(try start("cat", input: bytes).wait().outputData == bytes)
    #expect(try start("cat").wait().outputData.isEmpty)
  }

  @Test func `a killed process says by which signal`() throws {
    let shell = try start("echo begun; sleep 60")
    while shell.outputSoFar != "begun\n" { usleep(1_000) }
    #expect(shell.isRunning)
    shell.send(SIGTERM)
    let outcome = try shell.wait()
    #expect(outcome.signal == SIGTERM)
    #expect(outcome.status == 128 + SIGTERM)
    #expect(!shell.isRunning)
  }

  @Test func `what does not end in time is killed`() throws {
    let shell = try start("sleep 60")
    #expect(throws: ProcessFailure.self) { try shell.wait(timeout: .milliseconds(50)) }
    #expect(!shell.isRunning)
  }

  @Test func `many run at once`() throws {
    let shells = try (0..<50).map { try start("read -r line; echo \($0) $line", input: "in\n") }
    for (number, shell) in shells.enumerated() {
      #expect(try shell.wait().output == "\(number) in\n")
    }
  }

  @Test func `a missing program or folder is an error`() {
    #expect(throws: ProcessFailure.self) {
      try ChildProcess("/no/such/program", [], in: "/", environment: [:])
    }
    #expect(throws: ProcessFailure.self) {
      try ChildProcess("/bin/sh", [], in: "/no/such/folder", environment: [:])
    }
  }

  private func start(_ script: String, input: String) throws -> ChildProcess {
    try start(script, input: Data(input.utf8))
  }

  private func start(_ script: String, input: Data? = nil) throws -> ChildProcess {
    try ChildProcess(
      "/bin/sh", ["-c", script], in: "/", environment: Program.cleanEnvironment, input: input)
  }
}
