import FundDomain
import FundReports
import FundStorage
import Testing

/// A check with a ledger in which it finds nothing, the fault that it is for, and what it then says.
struct CheckCase: Sendable, CustomTestStringConvertible {
  let name: String
  let day: String
  let sound: @Sendable (TestLedger) throws -> Void
  let fault: @Sendable (TestLedger) throws -> Void
  let finds: [String]

  var testDescription: String { name }

  init(
    _ name: String, on day: String, finds: [String],
    sound: @escaping @Sendable (TestLedger) throws -> Void,
    fault: @escaping @Sendable (TestLedger) throws -> Void
  ) {
    self.name = name
    self.day = day
    self.finds = finds
    self.sound = sound
    self.fault = fault
  }

  static let all = ofBooks + ofPledges + ofMoney + ofProjects + ofSpending + ofRates
}

extension TestLedger {
  /// What a check finds on a day, each as `check` prints it after the check's name.
  func findings(of check: String, on day: String) throws -> [String] {
    let day = try CalendarDate(day)
    return try read { books in
      try CheckReport(books, [Check.named(check)], asAt: day)
    }.results.flatMap(\.findings).map { "\($0.key): \($0.message)" }
  }
}

@Suite struct CheckTests {
  @Test(arguments: CheckCase.all)
  func `a check says nothing of a sound ledger, and names its fault`(_ one: CheckCase) throws {
    try TestLedger.run { ledger in
      try one.sound(ledger)
      #expect(try ledger.findings(of: one.name, on: one.day) == [])
      try one.fault(ledger)
      #expect(try ledger.findings(of: one.name, on: one.day) == one.finds)
    }
  }

  @Test func `every check has a case, and a name and sentence of its own`() {
    #expect(CheckCase.all.map(\.name).sorted() == Check.all.map(\.name).sorted())
    #expect(Set(Check.all.map(\.name)).count == Check.all.count)
    #expect(Check.all.allSatisfy { $0.sentence.hasSuffix(".") })
  }

  @Test func `a check that is not there is refused with the nearest`() {
    let error = #expect(throws: LedgerError.self) { try Check.named("pledge-overdeu") }
    #expect(error?.rule == "unknown-check")
    #expect(error?.hint?.contains("pledge-overdue") == true)
  }

  /// 60 per cent of 1,000.00 may be paid from money for corruption; the donor's document lets more.
  @Test func `money over its share of a project's budget passes by the donor's document`() throws {
    try TestLedger.run { ledger in
      try ledger.project(
        "P2", ["themes": "corruption=60;firearms=40", "budget": "2002=1000"])
      try ledger.gift("2000", "2002-06-28")
      try ledger.allot("600", from: "CTB-2002-0001", "2002-07-01", to: "P2")
      let check = "earmark-passed-by-document"
      #expect(try ledger.findings(of: check, on: "2002-12-31") == [])
      try ledger.allot("0.01", from: "CTB-2002-0001", "2002-07-02", to: "P2", document: "Letter")
      #expect(
        try ledger.findings(of: check, on: "2002-12-31") == [
          "ALT-2002-0002: 0.01 USD of CTB-2002-0001 to P2 is part of more than the 600.00 USD that "
            + "theme:corruption may pay, by the document 'Letter'"
        ])
    }
  }

  @Test func `a check looks at the books on its day, and as they were known`() throws {
    try TestLedger.run { ledger in
      try ledger.pledge("2002-01-15", ["due": "2002-06-30=1000"])
      let known = try ledger.read { try $0.head.entries }
      try ledger.pay("PLG-2002-0001", "1000", "2002-09-01")
      let check = "pledge-overdue"
      #expect(try ledger.findings(of: check, on: "2002-08-31").count == 1)
      #expect(try ledger.findings(of: check, on: "2002-09-01").count == 0)
      let before = try Ledger(opening: ledger.path).read(knownAt: known) { books in
        try CheckReport(books, [Check.named(check)], asAt: CalendarDate("2002-09-01"))
      }
      #expect(before.results.flatMap(\.findings).count == 1)
    }
  }

  @Test func `a new ledger is fine on every day that it knows`() throws {
    try TestLedger.run { ledger in
      for day in [CalendarDate.first, try CalendarDate("2002-06-30"), .last] {
        let report = try ledger.read { try CheckReport($0, Check.all, asAt: day) }
        #expect(report.isFine, "\(report.lines)")
        #expect(report.lines == "")
      }
    }
  }

  @Test func `the strict checks are asked only where they are asked for`() {
    #expect(Check.usual(strictToo: false).allSatisfy { $0.kind != .strict })
    #expect(Check.usual(strictToo: true).count == Check.all.count)
    #expect(Check.all.contains { $0.kind == .strict })
  }
}
