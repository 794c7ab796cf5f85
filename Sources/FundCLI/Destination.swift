import ArgumentParser
import FundDomain
import Glibc
import Plain

/// Where an answer is written: a file, or standard output.
struct Destination: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to a file, whose name says the format; - is standard output.",
    completion: .file())
  var destination: String?

  /// The file that the answer is written to; nil for standard output.
  var output: String? { destination == "-" ? nil : destination }

  /// What the file's name ends in: after the last point of its last part, where there is one.
  var ending: String? {
    guard let name = output?.split(separator: "/").last, let point = name.lastIndex(of: "."),
      point > name.startIndex
    else { return nil }
    return name[name.index(after: point)...].lowercased()
  }

  /// A database is no place for an answer: it might be the ledger.
  ///
  /// - Throws: `output-is-database`.
  func requireNoDatabase() throws {
    var status = stat()
    // Who writes to a pipe is not waited for.
    guard let output, stat(output, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = fopen(output, "r")
    else { return }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 16)
    guard fread(&head, 1, 16, file) == 16, head.starts(with: "SQLite format 3".utf8) else { return }
    throw LedgerError(
      rule: "output-is-database",
      "\(output) is a database, perhaps a ledger: it is not written over",
      hint: "name another file with -o")
  }

  /// Writes what comes piece by piece, all of it or none.
  func stream(_ body: (_ whole: Output) throws -> Void) throws {
    try requireNoDatabase()
    let whole = try output.map { try Output.file(at: $0) } ?? Output.spool()
    do { try body(whole) } catch {
      whole.discard()
      throw error
    }
    if output == nil { try whole.pour(into: Terminal.output) } else { try whole.commit() }
  }

  func write(_ answer: [UInt8]) throws {
    try requireNoDatabase()
    guard let output else { return try Terminal.output.write(answer) }
    let file = try Output.file(at: output)
    try file.write(answer)
    try file.commit()
  }
}
