import FundDomain

extension CheckCase {
  static let ofMoney = [
    CheckCase(
      "money-overdrawn", on: "2002-12-31",
      finds: ["CTB-2002-0001: 10.00 USD more was taken from it than it brought"]
    ) { ledger in
      try ledger.gift("100", "2002-06-28")
      try ledger.record(
        .charges, ["contribution": "CTB-2002-0001", "amount": "30 USD", "on": "2002-07-01"])
    } fault: {
      try $0.record(
        .charges, ["contribution": "CTB-2002-0001", "amount": "80 USD", "on": "2002-07-02"])
    },
    CheckCase(
      "purpose-not-stated", on: "2002-12-31",
      finds: [
        "CTB-2002-0003: 70.00 USD of NOR to SP: purpose not stated",
        "CTB-2002-0004: 80.00 USD of NOR to CA: purpose not stated",
      ]
    ) {
      try $0.gift("100", "2002-06-28")
      try $0.gift("100", "2002-06-28", ["earmark": ""])
    } fault: {
      try $0.gift("70", "2002-06-29", ["earmark": "", "sub-fund": "SP"])
      try $0.gift("80", "2002-06-29", ["earmark": "", "sub-fund": "CA"])
      try $0.gift("90", "2002-06-29", ["earmark": "", "sub-fund": "SP", "kind": "in-kind"])
    },
    CheckCase(
      "money-not-allotted", on: "2003-01-01",
      finds: [
        "CTB-2002-0005: 200.00 USD of NOR, received on 2002-06-30, is not allotted",
        "GP: 300.00 USD of its pool, received before 2002-07-01, is not allotted",
      ]
    ) { ledger in
      try ledger.gift("100", "2002-06-30")
      try ledger.allot("100", from: "CTB-2002-0001", "2002-07-02")
      try ledger.gift("150", "2002-07-01")
      // A better rate alone puts nothing into the pool of SP.
      try ledger.gift("", "2002-07-01", ["amount": "100 EUR"])
      try ledger.rate("EUR", "2002-12-01", "0.500")
      // The pool holds what came in lately, and no more.
      try ledger.gift("500", "2002-07-01", ["earmark": ""])
    } fault: {
      try $0.gift("200", "2002-06-30")
      try $0.gift("300", "2002-06-30", ["earmark": ""])
    },
    CheckCase(
      "allotted-beyond-money", on: "2002-12-31",
      finds: ["PSC: its obligations and allotments are 380.00 USD more than its money"]
    ) { ledger in
      try ledger.gift("100", "2002-06-28")
      try ledger.allot("100", from: "CTB-2002-0001", "2002-07-02")
      try ledger.record(
        .otherIncome, ["sub-fund": "PSC", "amount": "120 USD", "on": "2002-06-28"])
      try ledger.allot("120", from: "PSC", "2002-07-02")
    } fault: {
      try $0.allot("380", from: "PSC", "2002-07-03")
    },
    CheckCase(
      "donor-share", on: "2003-06-30",
      finds: ["NOR: 40.1 per cent of the 1002.00 USD contributed in 2002-2003 so far"]
    ) {
      try $0.gift("9999", "2001-06-28")
      try $0.gift("400", "2002-06-28")
      try $0.gift("300", "2002-06-28", ["donor": "DEU"])
      try $0.gift("300", "2002-06-28", ["donor": "SWE"])
    } fault: {
      try $0.gift("2", "2003-06-28")
    },
  ]
}
