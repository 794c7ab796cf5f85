import Foundation
import TestSupport
import Testing

/// Files that people and programs break, each planned and then imported, with its one outcome: what
/// stands in the ledger afterwards, read by plain SQL, or the rules with their lines and columns.
@Suite struct HostileCSVTests {
  /// A ledger with three donors and rates of three currencies.
  private static func ledger(in folder: String) throws {
    for arguments in [
      ["init"], ["add", "donor", "NOR", "Norway", "--kind", "state"],
      ["add", "donor", "FRA", "France", "--kind", "state"],
      ["import", "rates", "rates.csv"],
    ] {
      if arguments == ["import", "rates", "rates.csv"] {
        try write(
          Array(
            """
            currency,effective,units-per-usd
            NOK,2002-06-01,8
            JPY,2002-06-01,120
            KWD,2002-06-01,0.3

            """.utf8), "rates.csv", folder)
      }
      #expect(try Program.run(arguments, in: folder).status == 0)
    }
    try write(Array(Self.mapping.utf8), "west.map", folder)
    try write(Array("encoding = \"windows-1252\"\n".utf8), "ansi.map", folder)
  }

  private static let mapping = """
    decimal = ","
    date = "DD/MM/YYYY"
    separator = ";"

    """

  private static func write(_ bytes: [UInt8], _ name: String, _ folder: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// What a file did, as text: `NOR 100 USD 2002-06-28 memo` for what is recorded, in minor units;
  /// `rule@line:column` for what is refused.
  private static func outcome(_ file: HostileFile, in folder: String) throws -> [String] {
    let ledger = folder + "/case.sqlite"
    try? FileManager.default.removeItem(atPath: ledger)
    try FileManager.default.copyItem(atPath: folder + "/fund.sqlite", toPath: ledger)
    try write(file.bytes, "file.csv", folder)
    let command =
      ["import", "csv", "contributions", "file.csv", "--ledger", "case.sqlite", "--format", "json"]
      + file.flags
    let before = try Data(contentsOf: URL(fileURLWithPath: ledger))
    let plan = try Program.run(command + ["--plan"], in: folder)
    #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before, "\(file.name)")
    let done = try Program.run(command, in: folder)
    #expect(plan.status == done.status, "\(file.name)")
    #expect(try refused(plan) == refused(done), "\(file.name)")
    if done.status == 0 { return try recorded(in: folder) }
    #expect(done.status == 65, "\(file.name): \(done.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before, "\(file.name)")
    return try refused(done)
  }

  private static func refused(_ outcome: Outcome) throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let faults = (object as? [String: Any])?["refused"] as? [[String: Any]] ?? []
    return faults.map { "\($0["rule"] ?? "")@\($0["line"] ?? ""):\($0["column"] ?? "")" }
  }

  private static func recorded(in folder: String) throws -> [String] {
    let sql = """
      SELECT donor.code || ' ' || amount || ' ' || currency || ' ' || date
        || coalesce(' ' || memo, '') FROM contribution JOIN entry ON seq = contribution.entry
      JOIN donor ON donor.entry = contribution.donor ORDER BY seq
      """
    return try ChildProcess(
      "/bin/sh", ["-c", "sqlite3 case.sqlite \"$SQL\""], in: folder,
      environment: Program.cleanEnvironment.merging(["SQL": sql]) { $1 }
    ).wait().output.split(separator: "\n").map(String.init)
  }

  @Test func `each has its one outcome`() throws {
    try withTemporaryFolder { folder in
      try Self.ledger(in: folder)
      var names: Set<String> = []
      for file in HostileFile.all {
        #expect(names.insert(file.name).inserted, "\(file.name) stands twice")
        #expect(try Self.outcome(file, in: folder) == file.outcome, "\(file.name)")
      }
      #expect(names.count >= 150)
    }
  }

  /// The same file in other clothes, or with more in it, records what is not there yet.
  @Test func `what comes again is known`() throws {
    try withTemporaryFolder { folder in
      try Self.ledger(in: folder)
      let header = "donor,amount,currency,on,reference\n"
      let first = "NOR,1,USD,2002-06-28,A\nNOR,2,USD,2002-06-29,\nNOR,2,USD,2002-06-29,\n"
      let steps: [(String, [String], String)] = [
        (header + first, [], "3 recorded in batch 5, 0 already recorded"),
        (header + first, [], "0 recorded, 3 already recorded"),
        ("\u{FEFF}" + header + first, [], "0 recorded, 3 already recorded"),
        (
          header + first.split(separator: "\n").reversed().joined(separator: "\n"), [],
          "0 recorded, 3 already recorded"
        ),
        (
          (header + first).replacing(",", with: ";"), ["--spreadsheet"],
          "0 recorded, 3 already recorded"
        ),
        (
          header + first + "NOR,2,USD,2002-06-29,\n", [],
          "1 recorded in batch 6, 3 already recorded"
        ),
      ]
      for (text, flags, said) in steps {
        try Self.write(Array(text.utf8), "again.csv", folder)
        let run = try Program.run(
          ["import", "csv", "contributions", "again.csv"] + flags, in: folder)
        #expect(run.output == "contributions: \(said)\n", "\(text)\(run.errors)")
      }
    }
  }

  /// The seconds of computing and the most memory that an import takes, as the system counts them.
  private static func cost(
    _ arguments: [String], in folder: String
  ) throws -> (status: Int32, seconds: Double, mebibytes: Double, errors: String) {
    let script = """
      import os, sys
      pid = os.fork()
      if pid == 0: os.execv(sys.argv[1], sys.argv[1:])
      _, status, usage = os.wait4(pid, 0)
      print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
      """
    let run = try ChildProcess(
      "/usr/bin/env", ["python3", "-c", script, Program.path] + arguments, in: folder,
      environment: Program.cleanEnvironment
    ).wait()
    let words = run.output.split(separator: "\n").last?.split(separator: " ") ?? []
    let figures = words.compactMap { Double($0) }
    try #require(figures.count == 3, "\(run.output) \(run.errors)")
    return (Int32(figures[0]), figures[1], figures[2], run.errors)
  }

  /// Two seconds of the program as it is given away; one that is not optimised computes slower.
  private static let most = Program.path.contains("/release/") ? 2.0 : 20

  private static let header = "donor,amount,currency,on\n"

  /// What is large, and by which rule it is refused.
  private static let large: [(name: String, rule: String, bytes: @Sendable () -> [UInt8])] = [
    (
      "a million quotes", "unbalanced-quote",
      { text(header + String(repeating: "\"", count: 1_000_001)) }
    ),
    (
      "a million columns", "too-many-fields",
      { text(header + String(repeating: "x,", count: 1_000_000)) }
    ),
    (
      "a million headings", "too-many-fields",
      { text(String(repeating: "x,", count: 1_000_000) + "\nx") }
    ),
    (
      "a million rows of nonsense", "at least 1000 faults",
      { text(header + String(repeating: "NOR,x,USD,2002-06-28\n", count: 1_000_000)) }
    ),
    (
      "a million short rows", "short-row",
      { text(header + String(repeating: "NOR,1\n", count: 1_000_000)) }
    ),
    (
      "a field of 64 MiB", "field-too-long",
      { text(header + "NOR," + String(repeating: "1", count: 64 << 20) + ",USD,2002-06-28\n") }
    ),
    (
      "a quoted field of 64 MiB", "field-too-long",
      { text(header + "NOR,\"" + String(repeating: "1", count: 64 << 20) + "\",USD,2002-06-28\n") }
    ),
    ("a heading of 64 MiB", "field-too-long", { text(String(repeating: "d", count: 64 << 20)) }),
    (
      "a row of a thousand long fields", "long-row",
      { text(header + String(repeating: String(repeating: "y", count: 60_000) + ",", count: 999)) }
    ),
    (
      "8 MiB of blank lines", "header-only",
      { text(header + String(repeating: "\n", count: 8 << 20)) }
    ),
  ]

  private static func text(_ string: String) -> [UInt8] { Array(string.utf8) }

  @Test func `what is large is refused in two seconds and 256 MiB`() throws {
    try withTemporaryFolder { folder in
      try Self.ledger(in: folder)
      for file in Self.large {
        try Self.write(file.bytes(), "large.csv", folder)
        let run = try Self.cost(["import", "csv", "contributions", "large.csv"], in: folder)
        #expect(run.status == 65, "\(file.name): \(run.errors.prefix(300))")
        #expect(run.errors.contains(file.rule), "\(file.name): \(run.errors.prefix(300))")
        #expect(run.seconds < Self.most, "\(file.name): \(run.seconds) s")
        #expect(run.mebibytes < 256, "\(file.name): \(run.mebibytes) MiB")
      }
    }
  }

  @Test func `a file of two gibibytes is refused before it is read`() throws {
    try withTemporaryFolder { folder in
      try Self.ledger(in: folder)
      let path = folder + "/sparse.csv"
      try Self.write([], "sparse.csv", folder)
      try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 1 << 31 + 1)
      let run = try Self.cost(["import", "csv", "contributions", "sparse.csv"], in: folder)
      #expect(run.status == 65)
      #expect(run.errors.contains("[file-too-large]"))
      #expect(run.seconds < Self.most && run.mebibytes < 256, "\(run)")
    }
  }
}
