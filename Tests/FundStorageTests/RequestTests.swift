import FundDomain
import FundStorage
import Testing

/// Requests for assistance, mandates, co-funding and policy markers: what projects stand on, and
/// no figure of the accounts.
@Suite struct RequestTests {
  private let request = [
    "state": "EGY", "themes": "juvenile-justice;victims", "on": "2002-11-04",
    "document": "Note verbale 14",
  ]

  private func with(_ fields: [String: String]) -> [String: String] {
    request.merging(fields) { $1 }
  }

  @Test func `a request bears a number and posts nothing`() throws {
    try LedgerFixture.run { fixture in
      #expect(try fixture.record(.requests, request) == "REQ-2002-0001")
      #expect(try fixture.record(.requests, with(["state": "Jordan"])) == "REQ-2002-0002")
      try fixture.ledger().read { books in
        let standing = try books.request("REQ-2002-0001", source: "manual")
        let day = try CalendarDate("2002-11-04")
        #expect(standing.date == day)
        #expect(standing.request.country.code == "EGY")
        #expect(standing.request.themes.map(\.code) == ["juvenile-justice", "victims"])
        #expect(standing.request.paper == "Note verbale 14")
        #expect(try books.requests(upTo: CalendarDate("2002-11-03")).isEmpty)
        let number = try #require(DocumentNumber("REQ-2002-0001"))
        #expect(try books.entry(number).postings.isEmpty)
      }
      let verification = try fixture.ledger().verify()
      #expect(verification.findings.isEmpty)
    }
  }

  @Test(arguments: [
    ("unknown-country", "state", "Egipt"), ("requester-no-state", "state", "ABW"),
    ("state-ended", "state", "YUG"), ("state-not-begun", "state", "TLS"),
    ("unknown-theme", "themes", "corruptoin"), ("named-twice", "themes", "corruption;Corruption"),
    ("unknown-theme", "themes", "corruption=60"), ("field-missing", "themes", ""),
    ("field-missing", "document", ""), ("field-missing", "state", ""),
    ("date-in-future", "on", "2027-01-01"), ("date-unreadable", "on", "2002-02-30"),
  ])
  func `a request that breaks a rule is refused`(
    rule: String, field: String, text: String
  ) throws {
    try LedgerFixture.run { fixture in
      var fields = with([field: text])
      if text == "YUG" { fields["on"] = "2004-01-01" }
      if text == "TLS" { fields["on"] = "2001-01-01" }
      let error = try fixture.refuses(rule, .requests, fields)
      #expect(error?.field == field)
    }
  }

  @Test func `a State asks under the name of the day`() throws {
    try LedgerFixture.run { fixture in
      let number = try fixture.record(.requests, with(["state": "SRB", "on": "2002-03-01"]))
      try fixture.ledger().read { books in
        let country = try books.request(number, source: "manual").request.country
        #expect(country.code == "YUG")
      }
    }
  }

  @Test func `a request may be older than the Fund, but not of a closed biennium`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.requests, with(["on": "1999-06-01"]))
      try fixture.record(.closings, ["period": "2000-2001"])
      try fixture.refuses("biennium-closed", .requests, with(["on": "2001-12-31"]))
      try fixture.record(.requests, with(["on": "2002-01-01"]))
    }
  }

  @Test func `a request stands while a project meets it`() throws {
    try LedgerFixture.run { fixture in
      let number = try fixture.record(.requests, request)
      try fixture.record(
        .projectChanges, ["code": "EGY/R31", "requests": number, "on": "2003-03-01"])
      let reverse = ["number": number, "reason": "Entered twice"]
      let error = try fixture.refuses("others-depend-on-it", .reversals, reverse)
      #expect(error?.message.contains("EGY/R31") == true)
      let other = try fixture.record(.requests, with(["on": "2002-12-01"]))
      try fixture.record(.reversals, ["number": other, "reason": "Entered twice"])
      try fixture.refuses(
        "document-reversed", .projectChanges, ["code": "EGY/R31", "requests": other])
      try fixture.refuses(
        "unknown-document", .projectChanges, ["code": "EGY/R31", "requests": "REQ-2002-0009"])
      try fixture.ledger().read { books in
        #expect(try books.requests(upTo: .last).map(\.number.description) == [number])
        let history = try books.history(
          ofProject: books.project("EGY/R31").id, upTo: CalendarDate("2003-12-31"))
        #expect(history.map(\.requests.count) == [0, 1])
        let day = try CalendarDate("2003-03-01")
        #expect(history.map(\.holdsFrom) == [nil, day])
      }
    }
  }

  @Test func `what a request is, is the content of its reference`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.requests, with(["reference": "EGY-1"]))
      let head = try fixture.head
      try fixture.record(.requests, with(["reference": "EGY-1"]))
      #expect(try fixture.head == head)
      try fixture.refuses(
        "reference-contradicts", .requests, with(["reference": "EGY-1", "themes": "victims"]))
      // A project names it by the reference, too.
      try fixture.record(.projectChanges, ["code": "EGY/R31", "requests": "EGY-1"])
    }
  }

  @Test func `a mandate is known by its code, has versions, and stands while it is cited`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.mandates, ["code": "56/123/OP7", "title": "Juvenile justice"])
      try fixture.record(.mandates, ["code": "56/123/OP5", "title": "Juvenile justice"])
      try fixture.record(
        .mandateChanges, ["code": "56/123/OP7", "title": "Children", "on": "2003-01-01"])
      try fixture.refuses("code-taken", .mandates, ["code": "56-123-op7", "title": "x"])
      try fixture.refuses("code-taken", .mandates, ["code": "56/123/OP7", "title": "x"])
      try fixture.refuses("code-unusable", .mandates, ["code": "a;b", "title": "x"])
      let unknown = try fixture.refuses(
        "unknown-mandate", .projectChanges, ["code": "EGY/R31", "mandates": "56/123/OP77"])
      #expect(unknown?.hint?.contains("56/123/OP7") == true && unknown?.field == "mandates")
      try fixture.record(
        .projectChanges, ["code": "EGY/R31", "mandates": "56/123/OP7;56/123/OP5"])
      try fixture.ledger().read { books in
        #expect(
          try books.mandates(on: CalendarDate("2002-12-31")).map(\.title)
            == ["Juvenile justice", "Juvenile justice"])
        let mandate = try books.mandate("56/123/op7")
        #expect(mandate.title == "Children")
        #expect(try books.project("EGY/R31").mandates.first == mandate.id)
        #expect(try books.dependants(of: mandate.id, kind: "mandate").contains("project EGY/R31"))
      }
      try fixture.record(.projectChanges, ["code": "EGY/R31", "mandates": "56/123/OP5"])
      let left = try fixture.ledger().read { try $0.project("EGY/R31").mandates }
      #expect(left.count == 1)
    }
  }

  @Test func `co-funding is another fund's, and touches no account`() throws {
    try LedgerFixture.run { fixture in
      let given = [
        "project": "EGY/R31", "fund": "UNDP", "amount": "10180 EUR", "on": "2002-08-01",
        "document": "Agreement",
      ]
      #expect(try fixture.record(.coFunding, given) == "COF-2002-0001")
      for account in Account.allCases { #expect(try fixture.balance(account) == 0) }
      for (rule, field, text) in [
        ("co-funding-own", "fund", "gp"), ("co-funding-own", "fund", "Test"),
        ("unknown-project", "project", "EGY/R32"), ("amount-not-positive", "amount", "0 EUR"),
        ("field-missing", "fund", ""),
        ("currency-ended", "amount", "5 DEM"), ("rate-missing", "amount", "5 SEK"),
      ] {
        try fixture.refuses(rule, .coFunding, given.merging([field: text]) { $1 })
      }
      var lines: [DocumentLine] = []
      try fixture.ledger().read { books in
        try books.documents(DocumentFilter(kinds: ["co_funding"])) { lines.append($0) }
      }
      try fixture.refuses(
        "date-before-start", .coFunding,
        given.merging(["amount": "5 USD", "on": "1999-12-31"]) { $1 })
      // 10180 euros at 1.018 per dollar.
      #expect(lines.map(\.usd) == [1_000_000] && lines.map(\.payee) == ["UNDP"])
      try fixture.record(.reversals, ["number": "COF-2002-0001", "reason": "Not signed"])
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  @Test func `policy markers are scored 0, 1 or 2, each once`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .projectChanges, ["code": "EGY/R31", "markers": "children=2;good-governance=1"])
      try fixture.ledger().read { books in
        let markers = try books.project("EGY/R31").markers
        // In the order of the list of markers.
        #expect(
          markers == [
            MarkerAssessment(marker: .goodGovernance, score: .significant),
            MarkerAssessment(marker: .children, score: .principal),
          ])
      }
      for (rule, text) in [
        ("marker-unreadable", "children"), ("marker-unreadable", "children=3"),
        ("marker-unreadable", "gender=1"), ("marker-unreadable", "=1"),
        ("unknown-word", "childern=1"), ("named-twice", "children=1;children=2"),
      ] {
        try fixture.refuses(rule, .projectChanges, ["code": "EGY/R31", "markers": text])
      }
    }
  }
}
