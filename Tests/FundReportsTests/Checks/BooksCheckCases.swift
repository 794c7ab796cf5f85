import FundDomain

extension CheckCase {
  static let ofBooks = [
    CheckCase(
      "statement-does-not-foot", on: "2002-12-31",
      finds: [
        "2002-2003: the statement at 2002-12-31 does not foot: sub-fund 2 closes at 100.00, "
          + "but has 90.00"
      ]
    ) {
      try $0.gift("100", "2002-06-28", ["earmark": ""])
    } fault: {
      try $0.tamper(
        """
        UPDATE daily_total SET amount = 9000, usd = 9000 WHERE account = 101;
        """)
    },
    CheckCase(
      "dated-ahead", on: "2026-11-24",
      finds: ["CTB-2026-0001: 50.00 USD is dated 2026-12-31 and was recorded on 2026-11-24"]
    ) { ledger in
      try ledger.gift("100", "2026-11-24", ["on": "2002-06-28"])
    } fault: {
      try $0.record(
        .contributions, ["donor": "NOR", "amount": "50 USD", "on": "2026-12-31"],
        allowFuture: true)
    },
  ]
}
