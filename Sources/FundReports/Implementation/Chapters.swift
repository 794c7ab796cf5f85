import FundDomain
import Plain

/// The reports of the annex in their order, each with the paragraphs that it answers.
struct Chapters {
  let all: [Booklet.Part]
  /// What stands in no total, each in words that go on in a sentence.
  let excluded: [String]

  init(_ books: any Books, in period: Period, _ regions: RegionScheme) throws {
    let statement = try Statement(books, for: period)
    let pledges = try PledgesReport(books, in: period, asAt: period.to)
    let synergies = try SynergiesReport(books, in: period)
    all =
      [Booklet.Part(statement, "Statement of the Fund", operative(8, 15, 17, 18))]
      + (try Self.contributors(books, period, regions, pledges))
      + (try Self.projects(books, period, regions))
      + (try Self.priorities(books, period, regions, synergies))
    excluded = Self.excluded(statement, pledges, synergies)
  }

  /// Who gave, and for what.
  private static func contributors(
    _ books: any Books, _ period: Period, _ regions: RegionScheme, _ pledges: PledgesReport
  ) throws -> [Booklet.Part] {
    func by(_ dimension: Dimension) throws -> Breakdown {
      try Breakdown(books, for: period, by: dimension, regions: regions)
    }
    return [
      Booklet.Part(
        try ContributionsReport(books, in: period), "Status of contributions",
        operative(8, 15, 17)),
      Booklet.Part(try by(.donorKind), "Money by kind of donor", operative(8, 9, 12)),
      Booklet.Part(try by(.donor), "Money by donor", operative(8, 17)),
      Booklet.Part(try by(.theme), "Money by theme", operative(3, 6, 19)),
      Booklet.Part(try by(.region), "Money by region", operative(3, 5)),
      Booklet.Part(try by(.programme), "Money by programme", operative(4)),
      Booklet.Part(
        try ParticipationReport(books, in: period), "Participation of States", operative(8)),
      Booklet.Part(
        try RegularityReport(books, in: period), "Regularity of contributions", operative(17)),
      Booklet.Part(pledges, "Pledges", operative(11, 17)),
    ]
  }

  /// What projects have, lack and deliver, and who asked for them.
  private static func projects(
    _ books: any Books, _ period: Period, _ regions: RegionScheme
  ) throws -> [Booklet.Part] {
    [
      Booklet.Part(
        try ProjectsReport(books, by: .region, regions: regions, in: period), "Projects",
        operative(3, 4, 5, 6, 7)),
      Booklet.Part(
        try DeliveryReport(books, by: .theme, regions: regions, in: period), "Delivery by theme",
        operative(5, 18)),
      Booklet.Part(
        try GapReport(books, regions: regions, asAt: period.to), "Funding gap",
        operative(4, 11, 15, 18)),
      Booklet.Part(
        try MatchReport(books, asAt: period.to), "Money that awaits allotment", operative(11)),
      Booklet.Part(
        try RequestsReport(books, regions: regions, in: period), "Requests for assistance",
        operative(2, 3, 15)),
    ]
  }

  /// Whether the money goes where the resolution wants it.
  private static func priorities(
    _ books: any Books, _ period: Period, _ regions: RegionScheme, _ synergies: SynergiesReport
  ) throws -> [Booklet.Part] {
    [
      Booklet.Part(
        try BalanceReport(books, in: period), "Balance of priorities", [.preambular(9)]),
      Booklet.Part(
        try TrendReport(books, of: try Theme("juvenile-justice"), in: period), "Juvenile justice",
        operative(7)),
      Booklet.Part(
        try DevelopmentReport(books, in: period),
        "Developing countries and economies in transition",
        operative(5)),
      Booklet.Part(try GenderReport(books, in: period), "Gender perspective", operative(20)),
      Booklet.Part(synergies, "Synergies with other funds", operative(9, 13)),
      Booklet.Part(try MandateReport(books, in: period), "Mandates", operative(21)),
      Booklet.Part(
        try TreatiesReport(books, regions: regions, asAt: period.to), "Status of treaties",
        operative(16)),
      Booklet.Part(
        try TreatyCountdown(books, asAt: period.to), "Entry into force of treaties",
        operative(16, 17, 18)),
    ]
  }

  private static func excluded(
    _ statement: Statement, _ pledges: PledgesReport, _ synergies: SynergiesReport
  ) -> [String] {
    let announced = pledges.rows.filter { !$0.isCommitted }
    let promised = announced.reduce(0) { $0 + $1.worth.pledged }
    let inKind = statement.figures.total(.contributionsInKind)
    func amount(_ cents: Int64) -> String {
      cents == 0 ? "none" : "\(grouped(cents, exponent: 2)) dollars"
    }
    return [
      "from every total, pledges of the period that are announced and bind nobody yet "
        + "(\(amount(promised)))",
      "from what is contributed and collected, contributions in kind (\(amount(inKind)))",
      "from every account, what other funds gave to the Fund's projects "
        + "(\(amount(synergies.theirs)))",
      "from the whole, gifts that others report and the Fund's books do not have",
    ]
  }
}

/// Operative paragraphs of the resolution.
private func operative(_ numbers: Int...) -> [Paragraph] { numbers.map(Paragraph.operative) }
