import FundDomain

extension TestLedger {
  /// A pledge of Norway's of 1,000 dollars; what is given says more, or something else.
  @discardableResult
  func pledge(_ day: String, _ said: [String: String] = [:]) throws -> String {
    let usual = ["donor": "NOR", "amount": "1000 USD", "on": day, "document": "Letter"]
    return try record(.pledges, usual.merging(said) { $1 }.filter { $0.value != "" })
  }

  func pay(_ pledge: String, _ amount: String, _ day: String) throws {
    try record(
      .contributions, ["donor": "NOR", "amount": "\(amount) USD", "pledge": pledge, "on": day])
  }
}

extension CheckCase {
  static let ofPledges = [
    CheckCase(
      "instalments-not-whole", on: "2002-12-31",
      finds: ["PLG-2002-0001: its instalments add up to 900.00 USD, not to 1000.00 USD"]
    ) {
      try $0.pledge("2002-01-15", ["due": "2002-06-30=500;2003-06-30=500"])
      try $0.pledge("2002-01-15")
    } fault: {
      try $0.tamper(
        "DROP TRIGGER instalment_no_update; UPDATE instalment SET amount = 40000 WHERE line = 1;")
    },
    CheckCase(
      "pledge-without-document", on: "2002-12-31",
      finds: ["PLG-2002-0003: NOR committed 1000.00 USD, and no document says so"]
    ) {
      try $0.pledge("2002-01-15")
      try $0.pledge("2002-01-15", ["document": "", "announced": "yes"])
    } fault: {
      try $0.pledge("2002-01-15", ["document": ""])
    },
    CheckCase(
      "pledge-overdue", on: "2002-07-31",
      finds: [
        "PLG-2002-0004: 1000.00 USD of NOR is overdue, the oldest part since 2002-06-30, 31 days"
      ]
    ) { ledger in
      let paid = try ledger.pledge("2002-01-15", ["due": "2002-03-31=1000"])
      try ledger.pay(paid, "1000", "2002-07-30")
      try ledger.pledge("2002-01-15", ["due": "2002-07-01=1000"])
      try ledger.pledge("2002-01-15", ["due": "2002-06-30=1000", "announced": "yes"])
    } fault: {
      try $0.pledge("2002-01-15", ["due": "2002-06-30=1000"])
    },
    CheckCase(
      "instalment-due", on: "2002-05-01",
      finds: ["PLG-2002-0002: 250.00 USD of NOR is due on 2002-06-30"]
    ) {
      try $0.pledge("2002-01-15", ["due": "2002-04-30=500;2002-07-01=500"])
    } fault: { ledger in
      let pledge = try ledger.pledge("2002-01-15", ["due": "2002-06-30=500;2002-07-01=500"])
      try ledger.pay(pledge, "250", "2002-04-01")
    },
    CheckCase(
      "use-by-near", on: "2002-10-02",
      finds: [
        "PLG-2002-0003: 400.00 USD of NOR is unspent and to be used by 2002-12-31",
        "PLG-2002-0004: 1000.00 USD of NOR is unspent and was to be used by 2002-10-01",
      ]
    ) { ledger in
      let earmark = ["earmark": "theme:corruption"]
      let later = try ledger.pledge("2002-01-15", earmark.merging(["use-by": "2003-01-01"]) { $1 })
      try ledger.pay(later, "1000", "2002-02-01")
      // All of it is allotted and obligated with its support: 884.95 and 115.04 leave 0.01.
      let spent = try ledger.pledge("2002-01-15", earmark.merging(["use-by": "2002-12-31"]) { $1 })
      try ledger.pay(spent, "1000", "2002-02-01")
      try ledger.allot("1000", from: spent, "2002-02-02")
      try ledger.obligate("884.95", "2002-02-03")
      try ledger.record(
        .allotmentChanges, ["number": "ALT-2002-0001", "amount": "-0.01 USD", "on": "2002-02-04"])
      try ledger.record(
        .refunds, ["contribution": "CTB-2002-0002", "amount": "0.01 USD", "on": "2002-02-05"])
    } fault: { ledger in
      for day in ["2002-12-31", "2002-10-01"] {
        let pledge = try ledger.pledge(
          "2002-01-15", ["earmark": "theme:corruption", "use-by": day])
        try ledger.pay(pledge, "1000", "2002-02-01")
      }
      // Of the first, 600.00 is obligated with its support, 100.00 allotted and 300.00 not.
      try ledger.allot("700", from: "PLG-2002-0003", "2002-02-02")
      try ledger.obligate("530.97", "2002-02-03")
    },
  ]
}
