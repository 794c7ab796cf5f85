import FundDomain

extension CheckCase {
  static let ofRates = [
    CheckCase(
      "rate-without-source", on: "2002-12-31",
      finds: ["NOK: 2 rates have no source, the first from 2002-01-01"]
    ) {
      try $0.rate("NOK", "2001-01-01", "9.000")
    } fault: {
      try $0.rate("NOK", "2002-01-01", "8.900", source: "")
      try $0.rate("NOK", "2002-02-01", "8.800", source: "")
    },
    CheckCase(
      "currency-out-of-date", on: "2002-03-01",
      finds: [
        "CTB-2002-0007: it is of 2002-02-01 and in DEM, which ended on 2001-12-31",
        "GP: it holds 21.00 DEM, which ended on 2001-12-31",
      ]
    ) {
      try $0.gift("10", "2002-02-01", ["amount": "10 EUR"])
    } fault: { ledger in
      // No command records marks after their end: the date is moved by hand.
      try ledger.rate("DEM", "2001-01-01", "2.100")
      try ledger.gift("", "2001-12-31", ["amount": "21 DEM", "earmark": ""])
      try ledger.tamper(
        """
        DROP TRIGGER entry_no_update;
        UPDATE entry SET date = '2002-02-01', year = 2002, serial = 7
          WHERE series = 'CTB' AND year = 2001;
        """)
    },
    CheckCase(
      "rate-stale", on: "2002-12-31",
      finds: ["EUR: the rate from 2002-01-01 was up to 48 days old for CTB-2002-0002 and 2 more"]
    ) {
      try $0.gift("", "2002-02-15", ["amount": "10 EUR"])
    } fault: {
      try $0.gift("", "2002-02-16", ["amount": "10 EUR"])
      try $0.gift("", "2002-02-16", ["amount": "20 EUR"])
      try $0.gift("", "2002-02-18", ["amount": "30 EUR"])
    },
    CheckCase(
      "currency-book-off", on: "2002-12-31",
      finds: ["GP: assets:cash is 0.00 EUR and -25.00 USD"]
    ) {
      try $0.gift("", "2002-01-15", ["amount": "100 EUR", "earmark": ""])
      try $0.rate("EUR", "2002-02-01", "0.800")
    } fault: {
      try $0.record(
        .refunds, ["contribution": "CTB-2002-0001", "amount": "100 EUR", "on": "2002-02-02"])
    },
  ]
}
