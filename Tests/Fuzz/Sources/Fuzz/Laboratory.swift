import FundDomain
import FundStorage
import Glibc

/// A real ledger in memory's file system, on which every input starts anew.
enum Laboratory {
  private static let path = "/dev/shm/cpcjf-fuzz-\(getpid()).sqlite"
  private static let today = try! CalendarDate("2004-06-30")

  /// A small ledger with a gift, a pledge, an allotment and spending.
  private static let ledger: Ledger = {
    unlink(path)
    atexit { unlink(Laboratory.path) }
    let ledger = try! Ledger(creating: path)
    let documents: [(DocumentKind, [String: String])] = [
      (.fund, ["title": "Fuzz", "start": "2000-01-01"]),
      (.subFunds, ["code": "GP", "title": "General purpose"]),
      (.subFunds, ["code": "SP", "title": "Special purpose"]),
      (.subFunds, ["code": "PS", "title": "Programme support"]),
      (.donors, ["code": "NOR", "name": "Norway", "kind": "state", "country": "NOR"]),
      (.rates, ["currency": "NOK", "effective": "2002-01-01", "units-per-usd": "8.9"]),
      (
        .projects,
        ["code": "P1", "title": "One", "themes": "corruption", "countries": "EGY"]
      ),
      (.pledges, ["donor": "NOR", "amount": "900 NOK", "on": "2002-01-05", "document": "L"]),
      (
        .contributions,
        ["donor": "NOR", "amount": "500 NOK", "on": "2002-06-28", "pledge": "PLG-2002-0001"]
      ),
      (.contributions, ["donor": "NOR", "amount": "100 USD", "on": "2002-06-29"]),
      (.allotments, ["project": "P1", "amount": "60 USD", "from": "GP", "on": "2002-07-01"]),
      (
        .obligations,
        ["project": "P1", "amount": "30 USD", "class": "staff", "on": "2002-07-02"]
      ),
    ]
    for (kind, fields) in documents {
      try! record(in: ledger, keep: true) { _ = try $0.record(kind, Form(fields)) }
    }
    return ledger
  }()

  private static func record(
    in ledger: Ledger, keep: Bool, _ body: (inout Journal) throws -> Void
  ) throws {
    let batch = Batch(
      act: "fuzz", recorder: "fuzz", recordedAt: "2004-06-30T00:00:00.000000Z", source: "manual")
    try ledger.write(batch, keep: keep) { books in
      var journal = Journal(books, source: batch.source, today: today)
      try body(&journal)
    }
  }

  private static let head = try! ledger.read(knownAt: nil) { try $0.head }

  /// A command's arguments: the first byte says what is recorded, then each line is a field,
  /// `amount=5 USD`. What cannot be recorded is refused in words, never by the schema, and nothing
  /// stays.
  static func entries(_ bytes: [UInt8]) {
    let kinds = DocumentKind.allCases
    let kind = kinds[Int(bytes.first ?? 0) % kinds.count]
    var fields: [String: String] = [:]
    for line in bytes.dropFirst().split(separator: 10) {
      let parts = line.split(separator: UInt8(ascii: "="), maxSplits: 1)
        .map { String(decoding: $0, as: UTF8.self) }
      if parts.count == 2 { fields[parts[0]] = parts[1] }
    }
    do {
      try record(in: ledger, keep: false) { _ = try $0.record(kind, Form(fields)) }
    } catch let error as LedgerError {
      guard !["schema-refused", "storage-failed"].contains(error.rule) else {
        fatalError("\(kind): \(error.rule): \(error.message)")
      }
    } catch { fatalError("\(error)") }
    let after = try? ledger.read(knownAt: nil) { try $0.head }
    guard after == head else { fatalError("something stayed") }
  }

  private static let whole: [UInt8] = {
    _ = ledger
    let file = fopen(path, "r")!
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    fread(&bytes, 1, bytes.count, file)
    return bytes
  }()

  /// The file with some bytes written over: four say where, the fifth what. It is refused, or
  /// what is wrong is named, or nothing is wrong and it holds what it held.
  static func database(_ bytes: [UInt8]) {
    var damaged = whole
    for start in stride(from: 0, to: bytes.count - 4, by: 5) {
      let place = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      damaged[place % damaged.count] = bytes[start + 4]
    }
    let file = path + ".damaged"
    let output = fopen(file, "w")!
    fwrite(damaged, 1, damaged.count, output)
    fclose(output)
    defer { unlink(file) }
    guard let verification = try? Ledger(opening: file).verify() else { return }
    if verification.isOK, verification.head != head { fatalError("another head, and no finding") }
  }
}
