import FundDomain

extension CheckCase {
  static let ofSpending = [
    CheckCase(
      "allotment-outside-earmark", on: "2002-12-31",
      finds: [
        "ALT-2002-0001: 60.00 USD of CTB-2002-0001 to P1 is outside its earmark, theme:corruption"
      ]
    ) { ledger in
      try ledger.gift("100", "2002-06-28")
      try ledger.allot("60", from: "CTB-2002-0001", "2002-07-01")
      try ledger.project("P2", ["themes": "firearms"])
      try ledger.allot("30", from: "CTB-2002-0001", "2002-07-01", to: "P2", document: "Letter")
    } fault: {
      try $0.record(
        .projectChanges, ["code": "P1", "themes": "firearms", "on": "2002-08-01"])
    },
    CheckCase(
      "support-cost-wrong", on: "2002-12-31",
      finds: [
        "OBL-2002-0001: it bears 13.00 USD of support on ALT-2002-0001; 7 per cent of 100.00 USD is "
          + "7.00 USD"
      ]
    ) { ledger in
      try ledger.gift("1000", "2002-06-28")
      try ledger.allot("500", from: "CTB-2002-0001", "2002-07-01")
      try ledger.obligate("100.03", "2002-07-02")
      try ledger.record(
        .obligationChanges, ["number": "OBL-2002-0001", "amount": "-0.03 USD", "on": "2002-07-03"])
      let later = try ledger.obligate("50", "2002-07-04")
      try ledger.record(.reversals, ["number": later, "reason": "twice"])
    } fault: {
      try $0.tamper("DROP TRIGGER allotment_no_update; UPDATE allotment SET support = 70000;")
    },
    CheckCase(
      "earmark-passed-by-document", on: "2002-12-31",
      finds: [
        "ALT-2002-0002: 30.00 USD of CTB-2002-0001 to P2 is outside its earmark, "
          + "theme:corruption, by the document 'Letter'",
        "ALT-2002-0003: 40.00 USD of CTB-2002-0002 to P2, whose donor has stated no purpose, by "
          + "the document 'Fax'",
      ]
    ) { ledger in
      try ledger.gift("100", "2002-06-28")
      // A document that was not needed passes nothing.
      try ledger.allot("60", from: "CTB-2002-0001", "2002-07-01", document: "Letter")
      try ledger.gift("100", "2002-06-28", ["earmark": "", "sub-fund": "SP"])
    } fault: { ledger in
      try ledger.project("P2", ["themes": "firearms"])
      try ledger.allot("30", from: "CTB-2002-0001", "2002-07-01", to: "P2", document: "Letter")
      try ledger.allot("40", from: "CTB-2002-0002", "2002-07-01", to: "P2", document: "Fax")
    },
    CheckCase(
      "obligation-old", on: "2005-01-01",
      finds: ["OBL-2003-0001: 60.00 USD is open more than 12 months after the end of 2002-2003"]
    ) { ledger in
      try ledger.gift("1000", "2002-06-28")
      try ledger.allot("1000", from: "CTB-2002-0001", "2002-07-01")
      let paid = try ledger.obligate("100", "2002-07-02")
      try ledger.record(
        .disbursements, ["obligation": paid, "amount": "100 USD", "on": "2004-12-31"])
      try ledger.obligate("100", "2004-01-01")
    } fault: { ledger in
      let open = try ledger.obligate("100", "2003-12-31")
      try ledger.record(
        .disbursements, ["obligation": open, "amount": "40 USD", "on": "2004-12-31"])
    },
  ]
}
