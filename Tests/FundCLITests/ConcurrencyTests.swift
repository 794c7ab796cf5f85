import Foundation
import TestSupport
import Testing

/// Real processes on one real file.
@Suite(.serialized) struct ConcurrencyTests {
  private func run(_ arguments: [String], in folder: String) throws -> String {
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  private func newLedger(in folder: String) throws {
    _ = try run(["init"], in: folder)
    _ = try run(["add", "donor", "NOR", "Norway", "--kind", "state"], in: folder)
  }

  @Test func `a hundred processes record at once: a hundred entries, no gap, none refused`() throws
  {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      let gift = ["record", "contribution", "--donor", "NOR", "--on", "2002-06-28", "--amount"]
      let children = try (1...100).map { number in
        try Program.start(gift + ["\(number) USD"], in: folder)
      }
      var numbers: Set<String> = []
      for child in children {
        let outcome = try child.wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
        numbers.insert(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      let wanted = (1...100).map {
        "CTB-2002-" + String(repeating: "0", count: 4 - "\($0)".count) + "\($0)"
      }
      #expect(numbers == Set(wanted))
      #expect(try run(["verify"], in: folder).hasPrefix("ok: 106 entries"))
      let report = try run(
        ["report", "biennium", "2002-2003", "--by", "donor", "--format", "csv"], in: folder)
      #expect(report.contains("NOR,Norway,0.00,5050.00,5050.00"))
    }
  }

  @Test func `a process killed while importing leaves all of the file or none of it`() throws {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      var lines = ["donor,amount,currency,on,reference"]
      lines += (1...20_000).map { "NOR,\($0),USD,2002-06-28,R-\($0)" }
      try lines.joined(separator: "\n").write(
        toFile: folder + "/gifts.csv", atomically: false, encoding: .utf8)
      let csv = ["import", "csv", "contributions", "gifts.csv"]
      for delay in [0.02, 0.2, 0.5, 0.9, 1.4] {
        let child = try Program.start(csv, in: folder)
        Thread.sleep(forTimeInterval: delay)
        child.send(SIGKILL)
        _ = try child.wait()
        let verified = try run(["verify"], in: folder)
        #expect(
          verified.hasPrefix("ok: 6 entries") || verified.hasPrefix("ok: 20006 entries"),
          "\(verified)")
      }
      _ = try run(csv, in: folder)
      #expect(try run(["verify"], in: folder).hasPrefix("ok: 20006 entries"))
      #expect(try run(csv, in: folder) == "contributions: 0 recorded, 20000 already recorded\n")
    }
  }

  @Test func `a backup taken while others write verifies, and is a beginning of the ledger`() throws
  {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      let gift = [
        "record", "contribution", "--donor", "NOR", "--amount", "1 USD", "--on", "2002-06-28",
      ]
      let children = try (1...20).map { _ in try Program.start(gift, in: folder) }
      _ = try run(["backup", "copy.sqlite"], in: folder)
      for child in children { #expect(try child.wait().status == 0) }
      #expect(try run(["verify", "--ledger", "copy.sqlite"], in: folder).hasPrefix("ok: "))
      #expect(try run(["verify"], in: folder).hasPrefix("ok: 26 entries"))
    }
  }

  @Test func `what cannot be written to is told, and nothing is recorded`() throws {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      for arguments in [
        ["list", "donors"], ["report", "biennium", "2002-2003"], ["report", "pledges"],
        ["report", "trial-balance"], ["verify"], ["show", "NOR"], ["--help"], ["help", "rates"],
        ["import", "csv", "donors", "--template"], ["list", "countries", "--format", "json"],
      ] {
        let shell = try ChildProcess(
          "/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/full", Program.path] + arguments,
          in: folder, environment: Program.cleanEnvironment)
        let outcome = try shell.wait()
        #expect(outcome.status == 74, "\(arguments)")
        #expect(outcome.errors.contains("writing to standard output failed"), "\(arguments)")
      }
    }
  }

  @Test func `a standard output that is closed is told, whatever file is open in its place`() throws
  {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      for arguments in [
        ["list", "donors"], ["export", "json"], ["export", "hledger"], ["--help"],
      ] {
        let shell = try ChildProcess(
          "/bin/sh", ["-c", "exec \"$0\" \"$@\" >&-", Program.path] + arguments,
          in: folder, environment: Program.cleanEnvironment)
        let outcome = try shell.wait()
        #expect(outcome.status == 74, "\(arguments)")
        #expect(outcome.errors.contains("writing to standard output failed"), "\(arguments)")
      }
    }
  }

  @Test func `a limit on the size of files is told, and nothing is recorded`() throws {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      let gift = ["record", "contribution", "--donor", "NOR", "--amount", "1 USD"]
      let limited = try ChildProcess(
        "/bin/sh", ["-c", "ulimit -f 1; exec \"$0\" \"$@\"", Program.path] + gift,
        in: folder, environment: Program.cleanEnvironment)
      let outcome = try limited.wait()
      #expect(outcome.status == 74, "\(outcome.errors)")
      #expect(outcome.errors.contains("[ledger-input-output]"))
      #expect(try run(["verify"], in: folder).hasPrefix("ok: 6 entries"))
    }
  }

  /// The file may not grow: the entry cannot be committed, and nothing is said to have been.
  @Test func `nothing is answered that was not committed`() throws {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      let before = try run(["verify"], in: folder)
      let gift = [
        "record", "contribution", "--donor", "NOR", "--amount", "1 USD", "--on", "2002-06-28",
        "--memo", String(repeating: "so ", count: 1_300) + "on",
      ]
      let size = try FileManager.default.attributesOfItem(atPath: folder + "/fund.sqlite")[.size]
      let blocks = (size as? Int ?? 0) / 512
      let script = "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\""
      let outcome = try ChildProcess(
        "/bin/sh", ["-c", script, Program.path] + gift, in: folder,
        environment: Program.cleanEnvironment
      ).wait()
      #expect(outcome.status != 0)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("[ledger-input-output]"), "\(outcome.errors)")
      #expect(try run(["verify"], in: folder) == before)
    }
  }

  /// As root everything may be written: then another user tries.
  @Test func `a ledger that may only be read is read, and not written`() throws {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      let file = folder + "/fund.sqlite"
      chmod(folder, 0o755)
      chmod(file, 0o444)
      let isRoot = geteuid() == 0
      func tryAs(_ arguments: [String]) throws -> Outcome {
        let other = ["setpriv", "--reuid=65534", "--clear-groups", Program.path]
        let command = (isRoot ? other : [Program.path]) + arguments + ["--ledger", file]
        return try ChildProcess(
          "/usr/bin/env", command, in: "/", environment: Program.cleanEnvironment
        ).wait()
      }
      let gift = ["record", "contribution", "--donor", "NOR", "--amount", "1 USD"]
      let refused = try tryAs(gift)
      #expect(refused.status == 77)
      #expect(refused.errors.contains("[ledger-read-only]"))
      let read = try tryAs(["list", "donors", "--format", "csv"])
      #expect(read.status == 0, "\(read.errors)")
      #expect(read.output.contains("NOR"))
      #expect(try run(["verify"], in: folder).hasPrefix("ok: 6 entries"))
      chmod(file, 0o000)
      #expect(try tryAs(["list", "donors"]).status == 77)
      chmod(file, 0o600)
    }
  }

  @Test func `completions offer the open ledger's own codes`() throws {
    try withTemporaryFolder { folder in
      try newLedger(in: folder)
      for shell in ["bash", "zsh", "fish"] {
        let script = try run(["--generate-completion-script", shell], in: folder)
        #expect(script.contains("cpcjf") && script.contains("contribution"))
      }
      let bash = try run(["--generate-completion-script", "bash"], in: folder)
      try bash.write(toFile: folder + "/complete.sh", atomically: false, encoding: .utf8)
      let session = """
        PATH="$(dirname "$0"):$PATH"; . ./complete.sh
        COMP_WORDS=(cpcjf record contribution --donor N); COMP_CWORD=4; COMP_TYPE=9
        COMP_LINE="cpcjf record contribution --donor N"; COMP_POINT=35
        cur=N prev=--donor _cpcjf cpcjf N --donor; echo "${COMPREPLY[@]}"
        """
      let outcome = try ChildProcess(
        "/bin/bash", ["-c", session, Program.path], in: folder,
        environment: Program.cleanEnvironment
      ).wait()
      #expect(outcome.output.contains("NOR"), "\(outcome.output) \(outcome.errors)")
    }
  }
}
