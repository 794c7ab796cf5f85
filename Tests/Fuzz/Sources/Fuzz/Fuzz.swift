import FundDomain
import FundInterchange
import FundStorage
import Glibc

/// What libFuzzer calls for every input: nothing may trap, and what is read must be written back
/// the same. `$CPCJF_FUZZ` names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

private let targets: [String: ([UInt8]) -> Void] = [
  "money": money, "dates": dates, "codes": codes, "csv": csv, "json": json, "iati": iati,
  "entries": Laboratory.entries, "database": Laboratory.database,
]

private let target: ([UInt8]) -> Void = {
  let name = getenv("CPCJF_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = targets[name] else {
    print("CPCJF_FUZZ is one of \(targets.keys.sorted().joined(separator: ", "))")
    exit(64)
  }
  return target
}()

private func money(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  if let money = try? Money(text) {
    guard let again = try? Money("\(money)"), again == money else {
      fatalError("\(money) does not read as itself")
    }
    guard let plain = try? Money(decimal: money.decimal, money.currency), plain == money else {
      fatalError("\(money.decimal) does not read as itself")
    }
    if let rate = try? ExchangeRate("8.9") { _ = try? rate.dollars(for: money) }
  }
  if let rate = try? ExchangeRate(text) {
    _ = try? rate.dollars(for: Money(minorUnits: 1_000_000_000_000_000, Currency("NOK")))
  }
}

private func dates(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  if let date = try? CalendarDate(text) {
    guard "\(date)" == text else { fatalError("\(text) reads as \(date)") }
    _ = (date.next, Biennium(of: date))
  }
  if let period = try? Period(text, today: CalendarDate("2003-06-30")) {
    guard let again = try? Period("\(period)"), again == period else {
      fatalError("\(period) does not read as itself")
    }
  }
}

private func codes(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  if let number = DocumentNumber(text), "\(number)" != text {
    fatalError("\(text) reads as \(number)")
  }
  if let earmark = Earmark(kept: text) {
    guard Earmark(kept: "\(earmark)") == earmark else {
      fatalError("\(earmark) does not read as itself")
    }
  }
  _ = try? Country(text)
  _ = try? Theme(text)
  _ = try? Currency(text)
  for scheme in RegionScheme.allCases { _ = try? Region(text, in: scheme) }
}

private func csv(_ bytes: [UInt8]) {
  // The first byte says which kind, the others are the file.
  let kinds = DocumentKind.allCases.filter { !$0.columns.isEmpty }
  let kind = kinds[Int(bytes.first ?? 0) % kinds.count]
  var file = ColumnFile(kind, Array(bytes.dropFirst()), ignoreColumns: true)
  var rows = 0
  try? file.rows { row in
    rows += 1
    for column in kind.columns { _ = try? row.form.text(column) }
    _ = try? row.form.money("amount")
  }
  let lines = bytes.count { $0 == 10 || $0 == 13 }
  guard rows <= lines else { fatalError("\(rows) rows in \(lines) lines") }
}

private func json(_ bytes: [UInt8]) {
  withFile(bytes) { descriptor in
    _ = try LedgerFile(descriptor: descriptor).entries { _ in }
  }
}

private func iati(_ bytes: [UInt8]) {
  withFile(bytes) { descriptor in
    var file = IATIFile(descriptor: descriptor)
    try file.activities { _ in }
  }
}

/// Hands over an open file in memory that holds the bytes; a file may be refused.
private func withFile(_ bytes: [UInt8], _ body: (Int32) throws -> Void) {
  let descriptor = memfd_create("fuzz", 0)
  defer { close(descriptor) }
  _ = write(descriptor, bytes, bytes.count)
  lseek(descriptor, 0, SEEK_SET)
  try? body(descriptor)
}
