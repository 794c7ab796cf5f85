import FundDomain

extension CheckCase {
  static let ofProjects = [
    CheckCase(
      "shares-not-whole", on: "2002-12-31",
      finds: ["P1: the shares of its themes add up to 90 per cent"]
    ) {
      try $0.project("P2", ["themes": "corruption=33.3333;firearms=33.3333;policing=33.3334"])
    } fault: {
      try $0.tamper(
        """
        DROP TRIGGER project_theme_no_update;
        UPDATE project_theme SET share = 900000 WHERE share = 1000000;
        """)
    },
    CheckCase(
      "project-incomplete", on: "2002-12-31",
      finds: ["P3: it has no gender marker, no start date"]
    ) {
      try $0.project("P2", ["gender": "0", "countries": "", "scope": "global"])
    } fault: {
      try $0.project("P3", ["gender": "", "start": ""])
    },
    CheckCase(
      "country-out-of-date", on: "2004-12-31",
      finds: [
        "P3: it serves YUG, Yugoslavia, which ended on 2003-02-03"
      ]
    ) {
      try $0.project("P2", ["countries": "YUG", "start": "2003-02-03", "end": "2004-12-31"])
    } fault: {
      try $0.project("P3", ["countries": "YUG", "start": "2003-02-04"])
    },
    CheckCase(
      "project-past-its-end", on: "2002-12-31",
      finds: [
        "P5: it ended on 2002-12-30 and is ongoing", "P6: it ended on 2002-12-30 and is completed",
      ]
    ) {
      try $0.project("P2", ["end": "2002-12-31"])
      try $0.project("P3", ["end": "2002-06-30", "status": "closed"])
      try $0.project("P4", ["end": "2002-06-30", "status": "cancelled"])
    } fault: {
      try $0.project("P5", ["end": "2002-12-30"])
      try $0.project("P6", ["end": "2002-12-30", "status": "completed"])
    },
    CheckCase(
      "project-without-spend", on: "2003-07-01",
      finds: ["P3: 100.00 USD is allotted to it, and nothing was spent since 2002-07-01"]
    ) { ledger in
      try ledger.gift("1000", "2002-01-15")
      try ledger.project("P2")
      // P1 spent a year ago less a day; P2 has its allotment for as long.
      try ledger.allot("100", from: "CTB-2002-0001", "2002-02-01")
      try ledger.obligate("10", "2002-07-02")
      try ledger.allot("100", from: "CTB-2002-0001", "2002-07-02", to: "P2")
    } fault: { ledger in
      try ledger.project("P3")
      try ledger.allot("120", from: "CTB-2002-0001", "2002-02-01", to: "P3")
      try ledger.obligate("17.70", "2002-07-01", project: "P3")
    },
  ]
}
