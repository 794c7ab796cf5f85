import FundDomain
import FundStorage
import Testing

/// Every rule that refuses: each is broken here, and the ledger is left as it was.
@Suite struct RuleTests {
  private let gift = ["donor": "NOR", "amount": "100 USD", "on": "2002-06-28"]

  private func with(_ fields: [String: String]) -> [String: String] {
    gift.merging(fields) { $1 }
  }

  @Test(arguments: [
    ("unknown-currency", ["amount": "100 XQZ"]), ("unknown-donor", ["donor": "Norwy"]),
    ("unknown-country", ["earmark": "country:Egipt"]),
    ("unknown-project", ["earmark": "project:EGY/R99"]),
    ("unknown-theme", ["earmark": "theme:corruptoin"]),
    ("unknown-programme", ["earmark": "programme:GPAC"]),
    ("unknown-region", ["earmark": "region:afrika"]),
    ("unknown-sub-fund", ["sub-fund": "XY"]), ("earmark-unreadable", ["earmark": "corruption"]),
    ("amount-decimals", ["amount": "100.005 USD"]), ("amount-not-positive", ["amount": "0 USD"]),
    ("amount-not-positive", ["amount": "-5 USD"]),
    ("amount-out-of-range", ["amount": "10000000000000.01 USD"]),
    ("date-unreadable", ["on": "2002-02-30"]), ("date-in-future", ["on": "2027-01-01"]),
    ("date-before-start", ["on": "1999-12-31"]), ("rate-missing", ["amount": "100 CHF"]),
    ("rate-missing", ["amount": "100 EUR", "on": "2001-12-31"]),
    ("currency-ended", ["amount": "100 DEM", "on": "2003-01-15"]),
    ("unknown-word", ["kind": "goods"]), ("per-cent-unreadable", ["support-rate": "101"]),
    ("text-unclean", ["memo": "a\u{1b}[2Jb"]), ("text-unclean", ["channel": "a\u{202e}b"]),
    ("unknown-document", ["pledge": "PLG-2002-0009"]),
    ("settles-without-pledge", ["settles": "5 NOK"]),
    ("for-earlier-biennium", ["for": "2000-2001"]),
    ("period-unreadable", ["for": "2004"]), ("biennium-odd", ["for": "2005-2006"]),
    ("text-unclean", ["memo": "a\u{7F}b"]),
    ("text-unclean", ["memo": "a\u{200B}b"]), ("text-unclean", ["memo": "a\u{FEFF}b"]),
    ("text-unclean", ["memo": "soft\u{AD}hyphen"]), ("text-unclean", ["memo": "a\u{2061}b"]),
    ("text-unclean", ["memo": "a\u{E0041}b"]), ("text-unclean", ["memo": "a\u{FFFD}b"]),
    ("text-unclean", ["memo": "a\u{200D}b"]), ("text-unclean", ["memo": "رضا\u{200C} b"]),
  ])
  func `a contribution that breaks a rule is refused`(rule: String, fields: [String: String]) throws
  {
    try LedgerFixture.run { try $0.refuses(rule, .contributions, with(fields)) }
  }

  @Test func `a name that differs in a sign is another name`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.donors, ["code": "N1", "name": "+1+1", "kind": "private"])
      let error = try fixture.refuses("unknown-donor", .contributions, with(["donor": "=1+1"]))
      #expect(error?.hint == "did you mean +1+1 (N1)?")
      try fixture.refuses("unknown-country", .contributions, with(["earmark": "country:N+OR"]))
      try fixture.refuses("unknown-theme", .contributions, with(["earmark": "theme:corruption?"]))
      try fixture.record(.donors, ["code": "N2", "name": "=1+1", "kind": "private"])
      for (name, code) in [("=1+1", "N2"), (" +1 +1", "N1"), ("nor", "NOR"), ("ÑORWAY", "NOR")] {
        let number = try fixture.record(.contributions, with(["donor": name]))
        try fixture.ledger().read { books in
          let given = try books.contribution(number, source: "manual").donor
          #expect(try books.donor(given ?? 0).code == code, "\(name)")
        }
      }
      // Real codes are written with their signs and without.
      try fixture.record(.contributions, with(["earmark": "project:egy r31"]))
      try fixture.refuses(
        "name-taken", .donors, ["code": "N3", "name": "N-O.R", "kind": "private"])
    }
  }

  @Test func `a fault points at the field in which it stands`() throws {
    try LedgerFixture.run { fixture in
      let rate = ["currency": "EUR", "effective": "2002-02-30", "units-per-usd": "1"]
      #expect(try fixture.refuses("date-unreadable", .rates, rate)?.field == "effective")
      for (rule, field, text) in [
        ("unknown-country", "earmark", "country:Egipt"), ("unknown-currency", "amount", "5 XQZ"),
        ("unknown-currency", "settles", "5 XQZ"),
      ] {
        var fields = with([field: text])
        if field == "settles" {
          fields["pledge"] = try fixture.record(
            .pledges, ["donor": "NOR", "amount": "100 EUR", "on": "2002-06-01"])
        }
        #expect(try fixture.refuses(rule, .contributions, fields)?.field == field)
      }
    }
  }

  @Test func `an unknown name is answered with the nearest`() throws {
    try LedgerFixture.run { fixture in
      let donor = try fixture.refuses("unknown-donor", .contributions, with(["donor": "Norwy"]))
      #expect(donor?.hint?.contains("Norway") == true)
      let theme = try fixture.refuses(
        "unknown-theme", .contributions, with(["earmark": "theme:corruptoin"]))
      #expect(theme?.hint?.contains("corruption") == true)
      let rate = try fixture.refuses(
        "rate-missing", .contributions, with(["amount": "100 EUR", "on": "2001-12-31"]))
      #expect(rate?.message.contains("2002-01-01") == true)
      let ended = try fixture.refuses(
        "currency-ended", .contributions, with(["amount": "100 DEM", "on": "2003-01-15"]))
      #expect(ended?.message.contains("1.95583") == true)
    }
  }

  @Test(arguments: [
    ("pledge-of-another-donor", ["donor": "SWE"]),
    ("pledge-of-another-sub-fund", ["sub-fund": "CA"]),
    ("earmark-of-pledge", ["earmark": "theme:firearms"]),
    ("contribution-exceeds-pledge", ["amount": "100.01 USD"]),
    ("currency-differs-from-pledge", ["amount": "50 EUR"]),
    ("settles-other-currency", ["amount": "50 EUR", "settles": "50 NOK"]),
    ("in-kind-against-pledge", ["kind": "in-kind"]),
    ("dated-before-its-document", ["on": "2002-01-01"]),
    ("for-of-pledge", ["for": "2004-2005"]),
  ])
  func `a payment that does not fit its pledge is refused`(
    rule: String, fields: [String: String]
  ) throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .pledges,
        ["donor": "NOR", "amount": "100 USD", "on": "2002-03-01", "earmark": "theme:corruption"])
      try fixture.refuses(
        rule, .contributions,
        with(["pledge": "PLG-2002-0001", "amount": "100 USD"]).merging(fields) { $1 })
    }
  }

  @Test(arguments: [
    ("instalments-not-whole", ["due": "2002-06-30=50;2003-06-30=49"]),
    ("instalment-before-pledge", ["due": "2002-01-01=100"]),
    ("instalment-unreadable", ["due": "2002-06-30"]),
    ("date-unreadable", ["due": "2002-06-31=100"]),
    ("use-by-before-pledge", ["use-by": "2002-01-01"]),
  ])
  func `a pledge whose instalments are not right is refused`(
    rule: String, fields: [String: String]
  ) throws {
    try LedgerFixture.run { try $0.refuses(rule, .pledges, with(fields)) }
  }

  @Test(arguments: [
    ("shares-not-whole", ["themes": "corruption=60;firearms=39"]),
    ("unknown-theme", ["themes": "coruption"]), ("unknown-country", ["countries": "Atlantis"]),
    ("named-twice", ["countries": "EGY;Egypt"]),
    ("project-ends-before-start", ["start": "2003-01-01", "end": "2002-12-31"]),
    ("scope-and-countries", ["scope": "global"]), ("gender-unreadable", ["gender": "3"]),
    ("budget-unreadable", ["budget": "2002"]), ("year-unreadable", ["budget": "02=5"]),
    ("code-taken", ["code": "EGY/R31"]), ("name-taken", ["aliases": "egyr31"]),
    ("code-unusable", ["code": "A;B"]), ("unknown-word", ["status": "begun"]),
  ])
  func `a project that is not right is refused`(rule: String, fields: [String: String]) throws {
    let project = [
      "code": "LEB/R30", "title": "Lebanon", "themes": "juvenile-justice", "countries": "LBN",
    ]
    try LedgerFixture.run { try $0.refuses(rule, .projects, project.merging(fields) { $1 }) }
  }

  @Test func `names are kept with the joiners that they are spelt with`() throws {
    try LedgerFixture.run { fixture in
      for (code, name) in [
        // Persian, Hindi, and a Malayalam name that ends in a virama and a joiner.
        ("P1", "می\u{200C}خواهم"), ("P2", "क\u{94D}\u{200D}ष"), ("P3", "അവന\u{D4D}\u{200D} മക"),
      ] {
        try fixture.record(.donors, ["code": code, "name": name, "kind": "private"])
        let kept = try fixture.ledger().read { try $0.donor(code).name }
        #expect(kept.unicodeScalars.elementsEqual(name.unicodeScalars))
        // With the joiner and without it is one name.
        let plain = String(
          String.UnicodeScalarView(name.unicodeScalars.filter { $0.value < 0x2000 }))
        try fixture.record(.contributions, with(["donor": plain]))
      }
    }
  }

  @Test func `a biennium's year is answered with the biennium`() throws {
    try LedgerFixture.run { fixture in
      let error = try fixture.refuses("period-unreadable", .contributions, with(["for": "2005"]))
      #expect(error?.hint == "did you mean 2004-2005?")
    }
  }

  @Test(arguments: [
    (
      DocumentKind.contributions, ["earmark": "theme:corruption", "sub-fund": "GP"], "is SP meant?"
    ),
    (.pledges, ["earmark": "theme:corruption", "sub-fund": "GP"], "is SP meant?"),
    (.pledges, [:], "no document is named"),
    (
      .openings, ["earmark": "theme:corruption", "sub-fund": "GP", "on": "1999-12-31"],
      "is SP meant?"
    ),
    (
      .projects,
      [
        "code": "P1", "title": "T", "themes": "firearms", "scope": "global",
        "start": "2003-06-01", "end": "2004-12-31", "budget": "2002=1;2003=2;2005=3",
      ], "has a budget for 2002, 2005, outside its dates from 2003-06-01 to 2004-12-31"
    ),
    (.rates, ["currency": "DEM", "effective": "2004-01-01", "units-per-usd": "2"], "DEM ended on"),
  ])
  func `what is unlikely is recorded with a warning`(
    kind: DocumentKind, fields: [String: String], warning: String
  ) throws {
    try LedgerFixture.run { fixture in
      let outcome = try fixture.write { try $0.record(kind, Form(with(fields))) }
      #expect(outcome.warnings.contains { $0.contains(warning) }, "\(outcome.warnings)")
    }
  }

  @Test func `what is as usual is recorded without a warning`() throws {
    try LedgerFixture.run { fixture in
      for (kind, fields) in [
        (DocumentKind.contributions, with(["earmark": "theme:corruption"])),
        (.pledges, with(["document": "Letter"])), (.pledges, with(["announced": "yes"])),
        (.pledges, with(["condition": "A law is passed"])),
        (.projectChanges, ["code": "EGY/R31", "start": "2003-01-01", "on": "2003-01-01"]),
        (.rates, ["currency": "DEM", "effective": "2002-02-01", "units-per-usd": "2"]),
      ] {
        let outcome = try fixture.write { try $0.record(kind, Form(fields)) }
        #expect(outcome.warnings == [], "\(kind)")
      }
    }
  }

  @Test func `the same reference is the same document, or a contradiction`() throws {
    try LedgerFixture.run { fixture in
      let first = try fixture.record(.contributions, with(["reference": "BANK-1"]))
      let head = try fixture.head
      let again = try fixture.write {
        try $0.record(.contributions, Form(with(["reference": "BANK-1"])))
      }
      #expect(again.alreadyRecorded && again.name == first)
      #expect(try fixture.head == head)
      let error = try fixture.refuses(
        "reference-contradicts", .contributions, with(["reference": "BANK-1", "amount": "101 USD"]))
      #expect(error?.message.contains(first) == true)
      // A reversed document gives its reference free.
      try fixture.record(.reversals, ["number": first, "reason": "test"])
      #expect(
        try fixture.record(
          .contributions, with(["reference": "BANK-1", "amount": "101 USD"])) == "CTB-2002-0002")
    }
  }

  @Test func `two equal gifts in one file stay two, and the file again records nothing`() throws {
    try LedgerFixture.run { fixture in
      func importAll() throws -> [Bool] {
        try fixture.write(isImport: true) { journal in
          try (0..<2).map { _ in try journal.record(.contributions, Form(gift)).alreadyRecorded }
        }
      }
      #expect(try importAll() == [false, false])
      let head = try fixture.head
      #expect(try importAll() == [true, true])
      #expect(try fixture.head == head)
    }
  }

  @Test func `a refund takes no more than was given and is left`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.contributions, gift)
      let refund = ["donor": "NOR", "amount": "60 USD", "on": "2003-01-31"]
      try fixture.record(.refunds, refund)
      let error = try fixture.refuses("refund-exceeds-contribution", .refunds, refund)
      #expect(error?.message.contains("40.00 USD") == true)
      try fixture.refuses(
        "refund-exceeds-contribution", .refunds,
        refund.merging(["sub-fund": "SP", "amount": "1 USD"]) { $1 })
      try fixture.refuses(
        "dated-before-its-document", .refunds,
        ["contribution": "CTB-2002-0001", "amount": "1 USD", "on": "2002-01-01"])
      try fixture.refuses(
        "refund-currency", .refunds,
        ["contribution": "CTB-2002-0001", "amount": "1 NOK", "on": "2003-01-31"])
      try fixture.refuses(
        "others-depend-on-it", .reversals, ["number": "CTB-2002-0001", "reason": "test"])
      #expect(try fixture.balance(.refunds) == 6_000)
    }
  }

  @Test func `a refund in parts leaves nothing, whatever the rates`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions, ["donor": "NOR", "amount": "10000.01 EUR", "on": "2002-07-15"])
      for amount in ["3333.33", "3333.33", "3333.35"] {
        try fixture.record(
          .refunds,
          ["contribution": "CTB-2002-0001", "amount": "\(amount) EUR", "on": "2004-08-01"])
      }
      #expect(try fixture.balance(.refunds) == 982_319)
    }
  }

  @Test func `a reversal mirrors, and is neither reversed nor repeated`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.contributions, gift)
      let reversal = ["number": "CTB-2002-0001", "reason": "test"]
      #expect(try fixture.record(.reversals, reversal) == "REV-2002-0001")
      #expect(try fixture.balance(.cash) == 0)
      try fixture.refuses("already-reversed", .reversals, reversal)
      try fixture.refuses(
        "reversal-of-reversal", .reversals, ["number": "REV-2002-0001", "reason": "test"])
      try fixture.refuses(
        "unknown-document", .reversals, ["number": "CTB-2002-0009", "reason": "x"])
      try fixture.refuses("number-unreadable", .reversals, ["number": "CTB", "reason": "x"])
      try fixture.refuses("field-missing", .reversals, ["number": "REV-2002-0001"])
    }
  }

  @Test func `what is reversed stands in the books as they were known before`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.contributions, gift)
      let before = try fixture.head.entries
      try fixture.record(.reversals, ["number": "CTB-2002-0001", "reason": "test"])
      let isReversed = try fixture.ledger().read { books in
        try [books.known(at: before), books].map {
          try $0.contribution("CTB-2002-0001", source: "manual").isReversed
        }
      }
      #expect(isReversed == [false, true])
    }
  }

  @Test func `a reversal in a later biennium goes to prior-period adjustments`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.contributions, gift)
      try fixture.record(
        .reversals, ["number": "CTB-2002-0001", "reason": "test", "on": "2004-02-01"])
      #expect(try fixture.balance(.contributions) == -10_000)
      #expect(try fixture.balance(.priorPeriod, "2004-2005") == 10_000)
    }
  }

  @Test func `an adjustment stands against adjustments other and gives its reason`() throws {
    try LedgerFixture.run { fixture in
      let adjustment = [
        "sub-fund": "GP", "debit": "assets:cash", "credit": "adjustments:other",
        "amount": "125 USD", "on": "2003-03-31", "document": "Advice 17", "memo": "unexplained",
      ]
      #expect(try fixture.record(.adjustments, adjustment) == "ADJ-2003-0001")
      #expect(try fixture.balance(.otherAdjustments) == -12_500)
      for (rule, fields) in [
        ("adjustment-account", ["credit": "income:contributions"]),
        ("adjustment-account", ["debit": "budget:issued"]),
        ("adjustment-account", ["debit": "assets:pledges-receivable"]),
        ("unknown-account", ["debit": "assets:csh"]), ("field-missing", ["document": ""]),
        ("field-missing", ["memo": ""]),
      ] {
        try fixture.refuses(rule, .adjustments, adjustment.merging(fields) { $1 })
      }
    }
  }

  @Test func `an opening lies before the Fund's start and may be below zero`() throws {
    try LedgerFixture.run { fixture in
      let opening = ["sub-fund": "PSC", "amount": "-516.40 USD", "on": "1999-12-31"]
      #expect(try fixture.record(.openings, opening) == "OPN-1999-0001")
      try fixture.refuses(
        "opening-after-start", .openings, opening.merging(["on": "2000-01-01"]) { $1 })
      try fixture.refuses(
        "amount-not-positive", .openings, opening.merging(["donor": "NOR"]) { $1 })
      try fixture.record(.reversals, ["number": "OPN-1999-0001", "reason": "test"])
      #expect(try fixture.balance(.cash) == 0)
    }
  }

  @Test func `a rate that contradicts a known one is refused, the same again is none`() throws {
    try LedgerFixture.run { fixture in
      let rate = ["currency": "EUR", "effective": "2002-01-01", "units-per-usd": "1.133"]
      let again = try fixture.write { try $0.record(.rates, Form(rate)) }
      #expect(again.alreadyRecorded)
      try fixture.refuses(
        "rate-contradicts", .rates, rate.merging(["units-per-usd": "1.134"]) { $1 })
      try fixture.refuses("rate-of-dollar", .rates, rate.merging(["currency": "USD"]) { $1 })
    }
  }

  @Test func `an old rate is warned of`() throws {
    try LedgerFixture.run { fixture in
      let outcome = try fixture.write {
        try $0.record(.contributions, Form(with(["amount": "100 EUR", "on": "2003-11-30"])))
      }
      #expect(outcome.warnings.count == 1)
      #expect(outcome.warnings.first?.contains("333 days old") == true)
    }
  }

  @Test func `a batch is undone by reversals, latest first, and can be recorded again`() throws {
    try LedgerFixture.run { fixture in
      let pledge = ["donor": "NOR", "amount": "100 USD", "on": "2002-03-01", "reference": "P"]
      let payment = with(["pledge": "P", "reference": "C"])
      func importBoth() throws -> [String] {
        try fixture.write(isImport: true) { journal in
          [
            try journal.record(.pledges, Form(pledge)).name,
            try journal.record(.contributions, Form(payment)).name,
          ]
        }
      }
      #expect(try importBoth() == ["PLG-2002-0001", "CTB-2002-0001"])
      let batch = try fixture.ledger().read { try $0.newestBatch }
      let undone = try fixture.write { try $0.undo(batch: batch, Form(["reason": "test"])) }
      #expect(undone.map(\.name) == ["REV-2002-0001", "REV-2002-0002"])
      #expect(try fixture.balance(.cash) == 0)
      #expect(try importBoth() == ["PLG-2002-0002", "CTB-2002-0002"])
      #expect(try fixture.balance(.cash) == 10_000)
      #expect(try fixture.ledger().verify().isOK)
    }
  }

  @Test(arguments: [1, 10, 11, 15])
  func `what stands on a batch is named, and that there are others where there are`(
    count: Int
  ) throws {
    try LedgerFixture.run { fixture in
      let batch = try fixture.write { journal in
        for code in ["A", "B"] {
          _ = try journal.record(
            .projects,
            Form(["code": code, "title": code, "themes": "corruption", "scope": "global"]))
        }
        return try journal.books.newestBatch + 1
      }
      for _ in 1...count {
        try fixture.record(
          .contributions, with(["earmark": "theme:corruption;project:B", "on": "2002-03-01"]))
      }
      let error = #expect(throws: LedgerError.self) {
        try fixture.write { try $0.undo(batch: batch, Form(["reason": "test"])) }
      }
      let names = (1...min(count, 10)).map { "CTB-2002-\($0 < 10 ? "000" : "00")\($0)" }
        .joined(separator: ", ")
      let ending = count == 1 ? " stands on it" : " stand on it"
      #expect(error?.rule == "others-depend-on-it")
      #expect(
        error?.message
          == "the batch cannot be undone: \(names)\(count > 10 ? " and others" : "")\(ending)")
    }
  }

  @Test func `a reference of one donor is not another's`() throws {
    try LedgerFixture.run { fixture in
      let donor = ["code": "FIN", "name": "Finland", "kind": "state", "reference": "D-1"]
      try fixture.record(.donors, donor)
      try fixture.refuses(
        "reference-contradicts", .donors, donor.merging(["code": "ISL", "name": "Iceland"]) { $1 })
    }
  }

  @Test func `a pledge keeps the policy of the day on which it was committed`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.pledges, ["donor": "NOR", "amount": "10 USD", "on": "2003-05-05"])
      try fixture.record(
        .subFundChanges, ["code": "GP", "recognition": "on-receipt", "on": "2003-06-01"])
      try fixture.record(.pledges, ["donor": "NOR", "amount": "20 USD", "on": "2003-07-05"])
      try fixture.record(.pledges, ["donor": "NOR", "amount": "40 USD", "on": "2003-05-06"])
      #expect(try fixture.balance(.contributions) == -5_000)
    }
  }

  @Test func `a dry run makes every check and keeps nothing`() throws {
    try LedgerFixture.run { fixture in
      let head = try fixture.head
      let name = try fixture.write(keep: false) { try $0.record(.contributions, Form(gift)).name }
      #expect(name == "CTB-2002-0001")
      #expect(try fixture.head == head)
    }
  }
}
